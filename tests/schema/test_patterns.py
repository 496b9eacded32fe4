"""Patterns of configurations cannot stop the program."""

from __future__ import annotations

import pytest

from reviewer.schema.patterns import LONGEST, Pattern, TooSlow, problem


def test_pattern_is_found_anywhere() -> None:
    assert Pattern("[A-Z]").fits("aBc")
    assert not Pattern("^[A-Z]+$").fits("aBc")
    assert Pattern("^b$", "im").fits("a\nB")


def test_catastrophic_pattern_gives_up() -> None:
    with pytest.raises(TooSlow):
        Pattern(r"^(a|aa|a?)+$").fits("a" * 60 + "!")


def test_pattern_that_is_slow_for_many_texts_is_not_tried_on_the_others() -> None:
    slow = Pattern(r"^(b|bb|b?)+$")
    for number in range(200):
        with pytest.raises(TooSlow):
            slow.fits("b" * 60 + str(number))
    with pytest.raises(TooSlow):
        slow.fits("b")


@pytest.mark.parametrize(
    "text", ["(", "[z-a]", "a{99999999999999999999}", "((a{999}){999}){999}", "x" * (LONGEST + 1)]
)
def test_what_is_no_pattern_is_said_and_never_found(text: str) -> None:
    assert problem(text)
    assert not Pattern(text).fits("xxx")


def test_counts_in_a_pattern_are_no_fault() -> None:
    assert not problem(r"^(?:\d{4}-\d{2}-\d{2}[T ]){1,20}[(){9}]{500}$")


def test_unknown_flag_is_said() -> None:
    assert problem("a", "g") == "There is no flag “g”."
