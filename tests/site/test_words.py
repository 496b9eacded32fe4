"""The folder's own list of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.site.words import WORDS_FILE, with_word, words_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_without_a_list_has_no_words(tmp_path: Path) -> None:
    assert words_of(tmp_path) == frozenset()


def test_words_are_read_without_remarks_and_capitals(tmp_path: Path) -> None:
    (tmp_path / WORDS_FILE).parent.mkdir()
    (tmp_path / WORDS_FILE).write_text("# ours\nKubernetes  # the program\n\nrepo\n", "utf-8")
    assert words_of(tmp_path) == {"kubernetes", "repo"}


def test_a_word_is_put_in_its_place() -> None:
    assert with_word("# ours\nalpha\nGamma\n", "beta") == "# ours\nalpha\nbeta\nGamma\n"


def test_a_known_word_changes_nothing() -> None:
    assert with_word("Alpha\n", "alpha") == "Alpha\n"


def test_the_first_word_begins_the_list() -> None:
    assert with_word("", "alpha") == "alpha\n"
