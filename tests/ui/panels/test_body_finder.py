"""Finding and replacing in the text of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.edits import Span, apply
from reviewer.ui.panels.body.finder import (
    BadPattern,
    Query,
    find,
    last_before,
    next_from,
    replacement,
)


def spans(text: str, query: Query) -> list[str]:
    return [text[one.span.start : one.span.end] for one in find(text, query)]


def replaced(text: str, query: Query, template: str, newline: str = "\n") -> str:
    return apply(text, [replacement(one, template, query, newline) for one in find(text, query)])


def test_case_is_ignored_unless_asked_for() -> None:
    assert spans("Ab aB", Query("ab")) == ["Ab", "aB"]
    assert spans("Ab aB", Query("aB", case=True)) == ["aB"]


def test_whole_words_stand_alone() -> None:
    assert len(find("cat cats concat cat.", Query("cat", whole_word=True))) == 2


def test_signs_are_taken_literally_unless_it_is_a_pattern() -> None:
    assert spans("a.b axb", Query("a.b")) == ["a.b"]
    assert spans("a.b axb", Query("a.b", pattern=True)) == ["a.b", "axb"]


def test_a_pattern_need_not_know_the_line_ends() -> None:
    text = "one\r\ntwo\rthree\nfour\r\n"
    assert spans(text, Query(r"one\ntwo\nthree", pattern=True)) == ["one\r\ntwo\rthree"]
    assert spans(text, Query(r"^four$", pattern=True)) == ["four"]


@given(st.text(st.sampled_from("ab\r\n"), max_size=30))
def test_what_is_found_in_the_source_is_what_was_searched(text: str) -> None:
    assert all(word == "ab" for word in spans(text, Query("ab")))
    assert len(find(text, Query("ab"))) == text.count("ab")


def test_a_broken_pattern_says_so() -> None:
    with pytest.raises(BadPattern, match="cannot be read"):
        find("text", Query("(", pattern=True))


def test_a_pattern_that_would_never_end_is_given_up() -> None:
    with pytest.raises(BadPattern, match="too long"):
        find("a" * 5000 + "b", Query(r"(a|aa)+c|(a*)*\2d", pattern=True))


def test_groups_can_be_used_in_the_replacement() -> None:
    assert replaced("12 apples", Query(r"(\d+) (\w+)", pattern=True), r"\2: \1") == "apples: 12"


def test_a_replacement_that_names_a_missing_group_says_so() -> None:
    query = Query("a", pattern=True)
    with pytest.raises(BadPattern, match="does not fit"):
        replacement(find("a", query)[0], r"\3", query, "\n")


def test_plain_replacements_are_taken_literally() -> None:
    assert replaced("a", Query("a"), r"\1") == r"\1"


def test_new_lines_in_a_replacement_end_as_the_text_does() -> None:
    assert replaced("a b\r\n", Query(" ", pattern=True), r"\n", "\r\n") == "a\r\nb\r\n"


def test_matches_of_no_length_are_left_out() -> None:
    assert find("abc", Query("x*", pattern=True)) == []


def test_the_next_and_the_last_wrap_around() -> None:
    found = find("a a a", Query("a"))
    assert [one.span for one in found] == [Span(0, 1), Span(2, 3), Span(4, 5)]
    assert [next_from(found, at) for at in (0, 1, 5)] == [0, 1, 0]
    assert [last_before(found, at) for at in (0, 1, 5)] == [2, 0, 2]
    assert (next_from([], 0), last_before([], 0)) == (None, None)
