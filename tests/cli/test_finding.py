"""Finding posts by a query from the command line: what is wrong with it is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.cli.finding import find, pointed
from reviewer.errors import ReviewerError
from reviewer.site.folder import Folder
from reviewer.site.index.library import Library
from reviewer.site.query.parser import problem_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "a.md").write_text("---\ntitle: Tea\ntags: [green]\n---\nA cup of it.\n")
    (tmp_path / "b.md").write_text("---\ntitle: [Coffee\n---\nA mug.\n")
    with Library(Folder.open(tmp_path), place=tmp_path / "index.sqlite") as found:
        yield found


def test_a_mark_stands_under_what_is_wrong() -> None:
    query = "tea date>=soon b"
    assert pointed(query, problem_of(query)) == "tea date>=soon b\n          ^^^^"


def test_control_characters_do_not_shift_the_mark() -> None:
    query = "a\tb\n)"
    assert pointed(query, problem_of(query)) == "a b )\n    ^"


def test_wrong_query_is_pointed_at_and_refused(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ReviewerError, match="There is no closing quote"):
        find(library, 'tea "green')
    assert capsys.readouterr().err == 'tea "green\n    ^^^^^^\n'


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("tag:green", ["a.md"]),
        ('"a mug"', ["b.md"]),
        ("errors>0", ["b.md"]),
        ("state:broken", ["b.md"]),
        ("mug", []),
        ("tae", []),
        ("-tea", ["b.md"]),
        ("", ["a.md", "b.md"]),
    ],
)
def test_posts_are_read_as_far_as_the_query_asks(
    library: Library, query: str, paths: list[str]
) -> None:
    found = find(library, query)
    assert [row.path for row in library.rows() if row.id in found] == paths
