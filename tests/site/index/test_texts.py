"""The second stage: whole texts judged once, and anew only where needed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reviewer.site.index.library import Library
from reviewer.site.reading.pool import Readers
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INVENTED = "See [it](https://x.com/a/status/1234567890123).\n"
FILES = {
    "a.md": post("title: A", INVENTED),
    "b.md": post("title: B", "Nothing to say.\n"),
    "c.md": post("title: C", INVENTED),
}
CODE = "invented-address"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(write_site(tmp_path / "site", FILES)) as made:
        bring_up(made)
        yield made


def bring_up(library: Library) -> list[str]:
    """Bring all up to date; returns the paths of posts whose texts were judged."""
    library.refresh(lambda _news: None)
    library.learn()
    library.heed()
    library.check(lambda _checked, _done, _total: None)
    judged: list[int] = []
    library.examine(lambda checked, _done, _total: judged.extend(checked.ids))
    paths = {row.id: row.path for row in library.rows()}
    return sorted({paths[id] for id in judged})


def told(library: Library, code: str = CODE) -> dict[str, int]:
    """The lines on which the rule found something."""
    found = ((path, each) for path, some in library.told(library.sieve) for each in some)
    return {path: each.line for path, each in found if each.source == code}


def test_what_rules_find_is_told_beside_what_validation_finds(library: Library) -> None:
    assert told(library) == {"a.md": 5, "c.md": 5}
    assert {row.path: row.errors for row in library.rows()} == {"a.md": 1, "b.md": 0, "c.md": 1}


def test_unchanged_texts_are_not_judged_again(library: Library) -> None:
    assert bring_up(library) == []


def test_a_changed_text_is_judged_again(library: Library) -> None:
    write_site(library.folder.root, {"a.md": post("title: A", "Nothing any more.\n")})
    assert bring_up(library) == ["a.md"]
    assert told(library) == {"c.md": 5}
    assert {row.path: row.errors for row in library.rows()} == {"a.md": 0, "b.md": 0, "c.md": 1}


def test_other_settings_have_all_texts_judged_again(library: Library) -> None:
    config = f"checks:\n  rules:\n    {CODE}: off\n"
    write_site(library.folder.root, {"reviewer.yml": config})
    assert bring_up(library) == ["a.md", "b.md", "c.md"]
    assert told(library) == {}


def test_a_severity_of_ones_own(library: Library) -> None:
    config = f"checks:\n  rules:\n    {CODE}: hint\n"
    write_site(library.folder.root, {"reviewer.yml": config})
    bring_up(library)
    assert {row.path: row.hints for row in library.rows()} == {"a.md": 1, "b.md": 0, "c.md": 1}


def test_an_open_post_is_judged_as_it_stands_on_the_desk(library: Library) -> None:
    found = library.remarks("b.md", post("title: B", f"\n{INVENTED}").encode())
    assert [(each.source, each.line) for each in found] == [(CODE, 6)]


def test_examining_goes_on_where_it_was_called_off(tmp_path: Path) -> None:
    with Library.open(write_site(tmp_path / "more", FILES)) as library:
        library.refresh(lambda _news: None)
        library.learn()
        library.examine(lambda _checked, _done, _total: None, cancelled=lambda: True)
        assert bring_up(library) == ["a.md", "b.md", "c.md"]


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    files = {f"{n}.md": post(f"title: Post {n}", INVENTED if n % 3 else "") for n in range(700)}
    site = write_site(tmp_path / "many", files)
    with Readers() as readers, Library.open(site, readers) as library:
        readers.start()
        bring_up(library)
        assert set(told(library)) == {f"{n}.md" for n in range(700) if n % 3}


def test_open_posts_go_by_other_settings_at_once(library: Library) -> None:
    data = FILES["a.md"].encode()
    assert [each.source for each in library.remarks("a.md", data)] == [CODE]
    config = f"checks:\n  rules:\n    {CODE}: off\n"
    write_site(library.folder.root, {"reviewer.yml": config})
    library.learn()
    assert library.remarks("a.md", data) == ()


def test_typing_does_not_have_the_folder_looked_through_at_every_key(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[object] = []
    walk = os.walk
    monkeypatch.setattr(os, "walk", lambda *where: walks.append(where) or walk(*where))
    for key in range(5):
        library.remarks("b.md", post("title: B", f"![{key}](/gone.png)\n").encode())
    assert len(walks) == 1
