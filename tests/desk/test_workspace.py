"""The workspace: reading a folder, judging posts, saving them, and telling whoever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.desk.workspace import EntriesChanged, Workspace
from reviewer.document.operations import SetValue
from reviewer.schema.finding import Severity
from reviewer.site.entries import read_entries
from reviewer.site.folder import Folder
from reviewer.site.storage import ChangedOnDisk

if TYPE_CHECKING:
    from pathlib import Path


def post(title: str, category: str) -> str:
    lines = [f'title: "{title}"', f"category: {category}", "date: 2026-02-01 06:54:02 +00:00"]
    return "\n".join(["---", *lines, "---", "", "Text.", ""])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "site" / "_posts"
    folder.mkdir(parents=True)
    (tmp_path / "site" / "_config.yml").write_text("title: Site\n")
    for number in range(12):
        category = "news" if number == 7 else "News"
        name = f"2026-02-{number + 1:02d}-post.md"
        (folder / name).write_text(post(f"Post {number}", category))
    return tmp_path / "site"


@pytest.fixture
def workspace(root: Path) -> Workspace:
    workspace = Workspace()
    folder = Folder.open(root)
    workspace.open_folder(folder)
    read_entries(folder, workspace.add_entries, lambda: False)
    workspace.adopt_schema(workspace.learn())
    workspace.adopt_findings(workspace.check_entries())
    return workspace


ODD = "_posts/2026-02-08-post.md"
EVEN = "_posts/2026-02-02-post.md"


def test_the_odd_category_is_counted_in_the_list(workspace: Workspace) -> None:
    assert workspace.entries[ODD].warnings == 1
    assert workspace.entries[EVEN].warnings == 0


def test_mending_a_field_clears_its_finding(workspace: Workspace) -> None:
    open_post = workspace.show(workspace.load(ODD))
    assert [each.path for each in open_post.findings if each.severity is Severity.WARNING] == [
        ("category",)
    ]
    open_post.edit(SetValue(("category",), "News"), label="Category")
    assert not [each for each in open_post.findings if each.severity is Severity.WARNING]
    assert workspace.entries[ODD].warnings == 0


def test_the_list_follows_an_edit_of_the_title(workspace: Workspace) -> None:
    seen: list[EntriesChanged] = []
    workspace.entries_changed.connect(seen.append)
    open_post = workspace.show(workspace.load(EVEN))
    open_post.edit(SetValue(("title",), "Another"), label="Title")
    assert workspace.entries[EVEN].title == "Another"
    assert EVEN in seen[-1].paths


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


def test_rows_of_files_that_are_gone_are_dropped(workspace: Workspace) -> None:
    workspace.keep_only([ODD])
    assert list(workspace.entries) == [ODD]


def test_a_row_counts_as_checked_once_it_has_been(root: Path) -> None:
    workspace = Workspace()
    folder = Folder.open(root)
    workspace.open_folder(folder)
    read_entries(folder, workspace.add_entries)
    workspace.show(workspace.load(EVEN))
    assert not any(entry.checked for entry in workspace.entries.values())
    workspace.adopt_schema(workspace.learn())
    workspace.adopt_findings(workspace.check_entries())
    assert all(entry.checked for entry in workspace.entries.values())


def test_a_row_read_again_has_not_been_checked_yet(workspace: Workspace) -> None:
    assert workspace.folder is not None
    read_entries(workspace.folder, workspace.add_entries)
    assert not workspace.entries[ODD].checked


def test_reading_again_leaves_the_row_of_unsaved_work(workspace: Workspace, root: Path) -> None:
    open_post = workspace.show(workspace.load(EVEN))
    open_post.edit(SetValue(("title",), "Mine"), label="Title")
    assert workspace.folder is not None
    read_entries(workspace.folder, workspace.add_entries)
    assert workspace.entries[EVEN].title == "Mine"
    (root / EVEN).unlink()
    workspace.keep_only([ODD])
    assert set(workspace.entries) == {ODD, EVEN}
