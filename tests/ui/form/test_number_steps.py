"""Stepping a number keeps the way in which it is written."""

from __future__ import annotations

import pytest

from reviewer.ui.panels.form.number_steps import Scale, stepped


@pytest.mark.parametrize(
    ("text", "count", "wanted"),
    [
        ("8", 1, "9"),
        ("8", -10, "-2"),
        ("0.70", 1, "0.71"),
        ("-0.1", 1, "0.0"),
        ("", 1, "0"),
    ],
)
def test_the_last_written_digit_is_stepped(text, count, wanted):
    assert stepped(text, count) == wanted


@pytest.mark.parametrize("text", ["high", "nan", "8 of 10"])
def test_what_is_no_number_is_left_alone(text):
    assert stepped(text, 1) is None


def test_an_empty_number_begins_at_the_lowest():
    assert stepped("", 1, Scale(minimum=1.0)) == "1"
