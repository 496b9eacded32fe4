"""Lines as site engines count them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.lines import count_lines, end_of, split_lines, usual_end, without_end

TEXTS = st.text(st.sampled_from("ab\n\r\u2028\x0c\x0b\x85"))


@given(TEXTS)
def test_joined_lines_are_the_text_again(text: str) -> None:
    assert "".join(split_lines(text)) == text


@given(TEXTS)
def test_only_the_last_line_may_lack_an_end(text: str) -> None:
    assert all(end_of(line) for line in split_lines(text)[:-1])


@given(TEXTS)
def test_as_many_ends_are_counted_as_lines_carry(text: str) -> None:
    assert count_lines(text) == sum(bool(end_of(line)) for line in split_lines(text))


def test_crlf_is_one_end_and_a_lone_cr_another() -> None:
    assert split_lines("a\r\nb\rc\n\nd") == ["a\r\n", "b\r", "c\n", "\n", "d"]


def test_the_end_is_told_and_taken_away() -> None:
    assert [(end_of(x), without_end(x)) for x in ("a\r\n", "a\r", "a\n", "a", "")] == [
        ("\r\n", "a"),
        ("\r", "a"),
        ("\n", "a"),
        ("", "a"),
        ("", ""),
    ]


def test_the_usual_end_is_the_one_most_lines_carry() -> None:
    assert usual_end(["a\r\n", "b\r\n", "c\n", "d"]) == "\r\n"
    assert usual_end(["no end"], default="\r") == "\r"
