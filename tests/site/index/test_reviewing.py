"""What was decided about posts, in the index: kept while their text stands, and no longer."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from reviewer.site.index import reviewing
from reviewer.site.index.library import Library
from reviewer.site.index.messages import QUEUE, Scope, Search
from reviewer.site.reviews.decisions import APPROVED, OPEN, REOPENED, REQUESTED, Decision, file_of
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATHS = ("a.md", "b.md", "c.md")


def decide(root: Path, path: str, state: str, date: str = "2026-02-01T10:00:00Z") -> None:
    """Write a decision about a post as it stands."""
    digest = sha256((root / path).read_bytes()).hexdigest()
    file = root / file_of(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    line = Decision(state, digest, "Ann", date).line()
    file.write_text(before + line, encoding="utf-8")


def look(library: Library) -> dict[str, str]:
    """Look at everything anew; what posts are something else by now."""
    library.refresh(lambda _news: None)
    standings = library.review()
    paths = {row.id: row.path for row in library.rows()}
    return {paths[id]: state for id, state in standings}


def asked(library: Library, query: str) -> set[str]:
    found = library.search(Search(query)).ids
    return {row.path for row in library.rows() if row.id in found}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    write_site(tmp_path, {path: post(f"title: Post {path}") for path in PATHS})
    with Library.open(tmp_path) as made:
        look(made)
        yield made


def test_an_approved_post_is_found_as_such(library: Library, tmp_path: Path) -> None:
    decide(tmp_path, "a.md", APPROVED)
    assert look(library) == {"a.md": APPROVED}
    assert asked(library, "is:approved") == {"a.md"}
    assert asked(library, "state:waiting") == {"b.md", "c.md"}
    assert look(library) == {}


def test_any_change_of_the_file_reopens_it(library: Library, tmp_path: Path) -> None:
    decide(tmp_path, "a.md", APPROVED)
    look(library)
    with (tmp_path / "a.md").open("a", encoding="utf-8") as file:
        file.write("One more word.\n")
    assert look(library) == {"a.md": REOPENED}
    assert asked(library, "is:reopened") == {"a.md"}


def test_the_same_bytes_again_are_as_approved_as_before(library: Library, tmp_path: Path) -> None:
    decide(tmp_path, "a.md", APPROVED)
    look(library)
    before = (tmp_path / "a.md").read_bytes()
    (tmp_path / "a.md").write_bytes(b"Something else.\n")
    assert look(library) == {"a.md": REOPENED}
    (tmp_path / "a.md").write_bytes(before)
    assert look(library) == {"a.md": APPROVED}


def test_the_newest_decision_counts(library: Library, tmp_path: Path) -> None:
    decide(tmp_path, "a.md", APPROVED)
    decide(tmp_path, "a.md", REQUESTED, "2026-02-03T10:00:00Z")
    assert look(library) == {"a.md": REQUESTED}


def test_a_decision_that_is_gone_is_forgotten(library: Library, tmp_path: Path) -> None:
    decide(tmp_path, "a.md", APPROVED)
    look(library)
    (tmp_path / file_of("a.md")).unlink()
    assert look(library) == {"a.md": ""}
    assert asked(library, "is:approved") == set()


def test_a_file_without_a_decision_approves_nothing(library: Library, tmp_path: Path) -> None:
    decide(tmp_path, "a.md", APPROVED)
    (tmp_path / file_of("a.md")).write_text("approved!\n", encoding="utf-8")
    assert look(library) == {"a.md": OPEN}
    assert look(library) == {}


def test_a_decision_about_no_post_is_harmless(library: Library, tmp_path: Path) -> None:
    decide(tmp_path, "a.md", APPROVED)
    (tmp_path / file_of("a.md")).rename(tmp_path / file_of("gone.md"))
    assert look(library) == {}


def test_the_queues_are_those_that_wait_and_those_that_are_approved(
    library: Library, tmp_path: Path
) -> None:
    decide(tmp_path, "b.md", APPROVED)
    look(library)
    sizes = {
        name: len(library.search(Search(scope=Scope(QUEUE, name))).ids)
        for name in ("waiting", "approved")
    }
    assert sizes == {"waiting": 2, "approved": 1}


def test_only_some_changes_can_be_decisions() -> None:
    assert reviewing.concerns(None)
    assert reviewing.concerns(())
    assert reviewing.concerns([".reviewer/reviews/a.md.yml"])
    assert not reviewing.concerns(["_posts/a.md"])


def test_rows_say_what_was_decided_when_the_folder_is_opened_again(
    library: Library, tmp_path: Path
) -> None:
    decide(tmp_path, "c.md", APPROVED)
    look(library)
    assert {row.path: row.review for row in library.rows()} == {
        "a.md": "",
        "b.md": "",
        "c.md": APPROVED,
    }
