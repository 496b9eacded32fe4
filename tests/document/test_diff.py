"""The exact difference of two texts, by lines and by words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.diff import Counts, Piece, diff, same_but_for_end, words
from reviewer.document.edits import apply

TEXTS = st.text(st.sampled_from("ab \n\r\u2028é😀"), max_size=60)


@given(TEXTS, TEXTS)
def test_reverting_every_hunk_gives_the_old_text(old: str, new: str) -> None:
    assert apply(new, [hunk.reverting for hunk in diff(old, new).hunks]) == old


@given(TEXTS, TEXTS)
def test_lines_outside_the_hunks_are_equal(old: str, new: str) -> None:
    result = diff(old, new)
    touched_old = {i for h in result.hunks for i in range(h.lines.old_start, h.lines.old_end)}
    touched_new = {j for h in result.hunks for j in range(h.lines.new_start, h.lines.new_end)}
    rest_old = [line for i, line in enumerate(result.old) if i not in touched_old]
    rest_new = [line for j, line in enumerate(result.new) if j not in touched_new]
    assert rest_old == rest_new


@given(TEXTS, TEXTS)
def test_pairs_name_every_line_once_and_in_order(old: str, new: str) -> None:
    for hunk in diff(old, new).hunks:
        pairs = hunk.pairs()
        assert [i for i, _ in pairs if i is not None] == list(range(len(hunk.old)))
        assert [j for _, j in pairs if j is not None] == list(range(len(hunk.new)))


def test_equal_texts_have_no_hunks() -> None:
    assert diff("a\r\nb", "a\r\nb").hunks == ()


def test_one_changed_line_is_one_hunk() -> None:
    result = diff("a\nb\nc\n", "a\nB\nc\n")
    assert [(h.old, h.new) for h in result.hunks] == [(("b\n",), ("B\n",))]
    assert result.counts() == Counts(changed=1, added=0, removed=0)


def test_a_line_end_alone_is_a_change() -> None:
    (hunk,) = diff("a\r\nb\r\n", "a\nb\r\n").hunks
    assert (hunk.old, hunk.new) == (("a\r\n",), ("a\n",))
    assert same_but_for_end(hunk.old[0], hunk.new[0])


def test_a_missing_last_newline_is_a_change() -> None:
    (hunk,) = diff("a\nb\n", "a\nb").hunks
    assert (hunk.old, hunk.new) == (("b\n",), ("b",))


def test_form_feeds_and_line_separators_do_not_end_lines() -> None:
    (hunk,) = diff("a\u2028b\x0cc\n", "a\u2028b\x0cd\n").hunks
    assert hunk.old == ("a\u2028b\x0cc\n",)


def test_added_and_removed_lines_are_counted_apart() -> None:
    assert diff("a\nb\nc\n", "a\nc\nd\n").counts() == Counts(changed=0, added=1, removed=1)


def test_the_changed_word_is_marked() -> None:
    old, new = words('category: "Nws"\n', 'category: "News"\n')
    assert old == (Piece('category: "', False), Piece("Nws", True), Piece('"', False))
    assert new == (Piece('category: "', False), Piece("News", True), Piece('"', False))


def test_neighbouring_changed_words_are_marked_as_one() -> None:
    old, _ = words("title: the red house on the hill", "title: the tall tower on the hill")
    assert [piece.text for piece in old if piece.changed] == ["red house"]


def test_lines_with_nothing_in_common_are_marked_nowhere() -> None:
    old, new = words("apples and pears", "zebra: [1, 2]")
    assert not any(piece.changed for piece in (*old, *new))


def test_a_rewritten_line_among_added_ones_finds_its_partner() -> None:
    (hunk,) = diff("the cat sat on the mat\n", "new\nthe cat sat on a mat\n").hunks
    assert hunk.pairs() == [(None, 0), (0, 1)]


@pytest.mark.timeout(30)
def test_thousands_of_alike_lines_are_compared() -> None:
    old = "\n".join(f"- item {i % 7}\n" for i in range(5000))
    assert diff(old, old.replace("item", "thing")).hunks


@pytest.mark.timeout(30)
def test_a_long_paragraph_is_compared_word_by_word() -> None:
    old = " ".join(f"word{i % 50}" for i in range(20_000))
    assert words(old, old.replace("word7 ", "sword7 "))


@pytest.mark.timeout(30)
def test_many_unequal_lines_are_paired() -> None:
    old = "".join(f"{i} alpha beta gamma\n" for i in range(1500))
    new = "".join(f"delta {i} epsilon zeta\n" for i in range(1000))
    assert all(hunk.pairs() for hunk in diff(old, new).hunks)
