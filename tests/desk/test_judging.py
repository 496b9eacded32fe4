"""An open post has the findings that its row has, and follows what other posts do."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from reviewer.checks.waivers import Waiver
from reviewer.desk.workspace import Workspace
from reviewer.document.edits import Span, TextEdit
from reviewer.document.operations import SetValue
from reviewer.site.folder import Folder
from reviewer.site.index.inline import InlineLibrarian
from tests.support.corpora import require_corpora
from tests.support.sites import post, sample_site, write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reviewer.desk.open_post import OpenPost
    from reviewer.site.index.messages import Answer

RULES = """
fields:
  slug: {kind: string, unique: folder}
  author: {kind: reference, reference: {folder: authors, value: name}}
"""
FILES = {
    "reviewer.yml": RULES,
    "authors/ines.md": post("name: Ines"),
    "a.md": post("title: A\nslug: one\nauthor: Ines"),
    "b.md": post("title: B\nslug: two\nauthor: Nobody"),
    "c.md": post("title: C\nslug: Two\nauthor: Ines"),
}


@pytest.fixture
def opened() -> Iterator[Callable[[Path], Workspace]]:
    made: list[Workspace] = []

    def open_(root: Path) -> Workspace:
        workspace = Workspace(InlineLibrarian())
        made.append(workspace)
        workspace.open_folder(Folder.open(root))
        return workspace

    yield open_
    for each in made:
        each.librarian.close()


@pytest.fixture
def workspace(tmp_path: Path, opened: Callable[[Path], Workspace]) -> Workspace:
    return opened(write_site(tmp_path / "site", FILES))


def show(workspace: Workspace, path: str) -> OpenPost:
    return workspace.show(workspace.load(path))


def codes(open_post: OpenPost) -> list[str]:
    return [each.source for each in open_post.findings]


def counted(workspace: Workspace) -> dict[str, tuple[int, int, int]]:
    return {row.path: (row.errors, row.warnings, row.hints) for row in workspace.catalogue}


def assert_opening_changes_no_row(workspace: Workspace) -> None:
    before = counted(workspace)
    assert any(sum(numbers) for numbers in before.values())
    for path in before:
        show(workspace, path)
    assert counted(workspace) == before


def test_opening_a_post_changes_no_count(workspace: Workspace) -> None:
    assert_opening_changes_no_row(workspace)


def test_opening_a_post_of_the_sample_site_changes_no_count(
    tmp_path: Path, opened: Callable[[Path], Workspace]
) -> None:
    assert_opening_changes_no_row(opened(shutil.copytree(sample_site(), tmp_path / "site")))


@pytest.mark.parametrize("name", ["jekyll-docs", "opensource-guide"])
def test_opening_a_post_of_a_real_site_changes_no_count(
    name: str, opened: Callable[[Path], Workspace]
) -> None:
    assert_opening_changes_no_row(opened(require_corpora() / "dev" / "sites" / name))


def test_other_posts_with_the_value_are_named(workspace: Workspace) -> None:
    (found,) = show(workspace, "c.md").findings
    assert (found.source, "b.md" in found.message) == ("duplicate-value", True)


def test_findings_follow_the_typing(workspace: Workspace) -> None:
    open_post = show(workspace, "a.md")
    assert codes(open_post) == []
    open_post.edit(SetValue(("slug",), "two"), label="Slug")
    assert codes(open_post) == ["duplicate-value"]
    open_post.edit(SetValue(("author",), "Inez"), label="Author")
    assert codes(open_post) == ["duplicate-value", "lost-reference"]
    open_post.edit(SetValue(("slug",), "three"), label="Slug")
    assert codes(open_post) == ["lost-reference"]


class Waiting(InlineLibrarian):
    """Keeps what was found in texts to itself until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Callable[[], None]] = []

    def remarks(self, path: str, data: bytes, done: Callable[[Answer], None]) -> None:
        tell = super().remarks
        self.answers.append(lambda: tell(path, data, done))

    def let_go(self) -> None:
        while self.answers:
            self.answers.pop(0)()


@pytest.mark.parametrize(("many", "at_once"), [(200, 1), (0, 0)])
def test_few_findings_go_along_with_typing_and_many_wait_for_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int, at_once: int
) -> None:
    monkeypatch.setattr("reviewer.desk.workspace.MANY", many)
    librarian = Waiting()
    workspace = Workspace(librarian)
    files = {"a.md": post("title: A", "Words and and words.\n")}
    workspace.open_folder(Folder.open(write_site(tmp_path / "words", files)))
    open_post = show(workspace, "a.md")
    librarian.let_go()
    (line,) = (each.line for each in open_post.findings if each.span)
    start = open_post.post.body_span.start + 1
    open_post.edit_text([TextEdit(Span(start, start), "x\n")], label="Typing")
    assert [each.line for each in open_post.findings if each.span] == [line + at_once]
    librarian.let_go()
    assert [each.line for each in open_post.findings if each.span] == [line + 1]
    librarian.close()


def test_findings_follow_what_becomes_of_other_posts(workspace: Workspace) -> None:
    open_post = show(workspace, "c.md")
    assert workspace.folder is not None
    write_site(workspace.folder.root, {"b.md": post("title: B\nslug: four\nauthor: Ines")})
    workspace.librarian.refresh(["b.md"])
    assert codes(open_post) == []


def test_accepted_finding_is_not_told_of_an_open_post(workspace: Workspace) -> None:
    open_post = show(workspace, "b.md")
    assert codes(open_post) == ["duplicate-value", "lost-reference"]
    assert workspace.folder is not None
    waivers = [
        Waiver.of("b.md", each, open_post.post.data, "Ines", date(2026, 2, 1), "Known.")
        for each in open_post.findings
    ]
    write_site(workspace.folder.root, {each.file: each.text() for each in waivers})
    workspace.librarian.refresh()
    assert codes(open_post) == []
    assert counted(workspace)["b.md"] == (0, 0, 0)
