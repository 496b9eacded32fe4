"""The workspace: rows of a folder, judging posts, saving them, and telling whoever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.desk.workspace import Workspace
from reviewer.document.operations import SetValue
from reviewer.schema.finding import Severity
from reviewer.site.folder import Folder
from reviewer.site.index.inline import InlineLibrarian
from reviewer.site.index.messages import Learnt, Moved, Opened, Row, Rows, Touched
from reviewer.site.storage import ChangedOnDisk
from tests.support.scripted_librarian import ScriptedLibrarian

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.desk.intake import RowsChanged


def post(title: str, category: str, day: int = 1) -> str:
    date = f"2026-02-{day:02d} 06:54:02 +00:00"
    lines = [f'title: "{title}"', f"category: {category}", f"date: {date}"]
    return "\n".join(["---", *lines, "---", "", "Text.", ""])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "site" / "_posts"
    folder.mkdir(parents=True)
    (tmp_path / "site" / "_config.yml").write_text("title: Site\n")
    for number in range(12):
        category = "news" if number == 7 else "News"
        name = f"2026-02-{number + 1:02d}-post.md"
        (folder / name).write_text(post(f"Post {number}", category, number + 1))
    return tmp_path / "site"


@pytest.fixture
def workspace(root: Path) -> Iterator[Workspace]:
    workspace = Workspace(InlineLibrarian())
    workspace.open_folder(Folder.open(root))
    yield workspace
    workspace.librarian.close()


@pytest.fixture
def librarian() -> ScriptedLibrarian:
    return ScriptedLibrarian()


@pytest.fixture
def told(root: Path, librarian: ScriptedLibrarian) -> Workspace:
    """A workspace that knows what the test tells it."""
    workspace = Workspace(librarian)
    workspace.open_folder(Folder.open(root))
    return workspace


def row(workspace: Workspace, path: str) -> Row:
    post = workspace.catalogue.id_of(path)
    assert post is not None
    return workspace.catalogue.row(post)


ODD = "_posts/2026-02-08-post.md"
EVEN = "_posts/2026-02-02-post.md"


def test_the_odd_category_is_counted_in_the_list(workspace: Workspace) -> None:
    assert row(workspace, ODD).warnings == 1
    assert row(workspace, EVEN).warnings == 0


def test_mending_a_field_clears_its_finding(workspace: Workspace) -> None:
    open_post = workspace.show(workspace.load(ODD))
    assert [each.path for each in open_post.findings if each.severity is Severity.WARNING] == [
        ("category",)
    ]
    open_post.edit(SetValue(("category",), "News"), label="Category")
    assert not [each for each in open_post.findings if each.severity is Severity.WARNING]
    assert row(workspace, ODD).warnings == 0


def test_the_list_follows_an_edit_of_the_title(workspace: Workspace) -> None:
    seen: list[RowsChanged] = []
    workspace.rows_changed.connect(seen.append)
    open_post = workspace.show(workspace.load(EVEN))
    open_post.edit(SetValue(("title",), "Another"), label="Title")
    assert row(workspace, EVEN).title == "Another"
    assert list(seen[-1].other) == [workspace.catalogue.id_of(EVEN)]


def test_saving_writes_only_the_edited_line(workspace: Workspace, root: Path) -> None:
    before = (root / EVEN).read_bytes()
    open_post = workspace.show(workspace.load(EVEN))
    open_post.edit(SetValue(("title",), "Another"), label="Title")
    workspace.save(open_post)
    assert (root / EVEN).read_bytes() == before.replace(b"Post 1", b"Another")
    assert not open_post.is_dirty


def test_opening_writes_nothing(workspace: Workspace, root: Path) -> None:
    before = (root / EVEN).stat()
    workspace.show(workspace.load(EVEN))
    after = (root / EVEN).stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_file_that_changed_is_not_overwritten(workspace: Workspace, root: Path) -> None:
    open_post = workspace.show(workspace.load(EVEN))
    open_post.edit(SetValue(("title",), "Mine"), label="Title")
    (root / EVEN).write_text(post("Theirs", "News"))
    with pytest.raises(ChangedOnDisk):
        workspace.save(open_post)
    assert "Theirs" in (root / EVEN).read_text()
    workspace.save(open_post, overwrite=True)
    assert "Mine" in (root / EVEN).read_text()


def test_keeping_both_leaves_their_file_alone(workspace: Workspace, root: Path) -> None:
    open_post = workspace.show(workspace.load(EVEN))
    open_post.edit(SetValue(("title",), "Mine"), label="Title")
    (root / EVEN).write_text(post("Theirs", "News"))
    beside = workspace.save_job(open_post).keep_both()
    assert "Theirs" in (root / EVEN).read_text()
    assert "Mine" in beside.read_text()


def test_unsaved_edits_wait_while_another_post_is_shown(workspace: Workspace) -> None:
    first = workspace.show(workspace.load(EVEN))
    first.edit(SetValue(("title",), "Mine"), label="Title")
    workspace.show(workspace.load(ODD))
    assert workspace.dirty_posts() == (first,)
    again = workspace.show(workspace.load(EVEN))
    assert again is first
    assert again.post.data["title"] == "Mine"


def test_what_is_saved_is_looked_at_again(workspace: Workspace) -> None:
    open_post = workspace.show(workspace.load(EVEN))
    open_post.edit(SetValue(("category",), "news"), label="Category")
    workspace.save(open_post)
    assert row(workspace, EVEN).category == "news"
    assert row(workspace, EVEN).checked


def test_a_file_that_changed_behind_its_stamp_is_read_again(
    told: Workspace, librarian: ScriptedLibrarian
) -> None:
    librarian.tell(Rows((Row(1, EVEN, "Quite another title"),), 1, 1))
    told.show(told.load(EVEN))
    assert librarian.refreshed == [(EVEN,)]


def test_a_file_that_is_as_the_index_says_is_left_alone(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(workspace.librarian, "refresh", lambda *paths, **_how: asked.append(paths))
    workspace.show(workspace.load(EVEN))
    assert not asked


def test_rows_of_files_that_are_gone_are_dropped(workspace: Workspace, root: Path) -> None:
    (root / EVEN).unlink()
    workspace.librarian.refresh()
    assert EVEN not in workspace.catalogue
    assert ODD in workspace.catalogue


def test_a_row_counts_as_checked_once_it_has_been(
    told: Workspace, librarian: ScriptedLibrarian, workspace: Workspace
) -> None:
    librarian.tell(Rows((Row(1, EVEN), Row(2, ODD)), 2, 2))
    told.show(told.load(EVEN))
    assert not any(each.checked for each in told.catalogue)
    assert workspace.schema is not None
    librarian.tell(Learnt(workspace.schema))
    assert [each.path for each in told.catalogue if each.checked] == [EVEN]


def test_reading_again_leaves_the_row_of_unsaved_work(workspace: Workspace, root: Path) -> None:
    open_post = workspace.show(workspace.load(EVEN))
    open_post.edit(SetValue(("title",), "Mine"), label="Title")
    workspace.librarian.refresh([EVEN], force=True)
    assert row(workspace, EVEN).title == "Mine"
    (root / EVEN).unlink()
    workspace.librarian.refresh()
    assert EVEN in workspace.catalogue


def test_an_open_post_follows_its_file_to_another_path(
    told: Workspace, librarian: ScriptedLibrarian
) -> None:
    librarian.tell(Rows((Row(1, EVEN),), 1, 1))
    open_post = told.show(told.load(EVEN))
    librarian.tell(Moved(1, "_posts/elsewhere.md"))
    assert open_post.path == "_posts/elsewhere.md"
    assert told.open_posts == {"_posts/elsewhere.md": open_post}
    assert told.catalogue.id_of("_posts/elsewhere.md") == 1


def test_an_index_that_begins_anew_gives_out_ids_anew(
    told: Workspace, librarian: ScriptedLibrarian
) -> None:
    librarian.tell(Rows((Row(1, EVEN), Row(2, ODD)), 2, 2))
    assert told.folder is not None
    librarian.tell(Opened(told.folder), Rows((Row(1, ODD),), 1, 2))
    assert told.catalogue.path(1) == ODD
    assert len(told.catalogue) == 1


def test_what_is_told_of_a_folder_that_was_left_is_not_heard(
    told: Workspace, librarian: ScriptedLibrarian, tmp_path: Path
) -> None:
    late = librarian.hearer
    told.open_folder(Folder.open(tmp_path))
    late(Rows((Row(1, EVEN),), 1, 1))
    assert not told.catalogue


def test_news_for_others_are_passed_on(told: Workspace, librarian: ScriptedLibrarian) -> None:
    heard: list[object] = []
    told.news.connect(heard.append)
    librarian.tell(Touched((EVEN,)))
    assert heard == [Touched((EVEN,))]
