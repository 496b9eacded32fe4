"""Texts measured in Arial, the same on every machine."""

from __future__ import annotations

import pytest

from reviewer.render.cards.widths import arial_width


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("0", 11.123), ("W", 18.877), ("i", 4.443), ("Ж", 18.467), ("é", 11.123)],
)
def test_characters_have_their_advance_in_arial(text: str, width: float) -> None:
    assert arial_width(text, 20) == pytest.approx(width, abs=0.01)


def test_bold_is_wider() -> None:
    assert arial_width("news", 20, bold=True) > arial_width("news", 20)


def test_width_grows_with_the_size() -> None:
    assert arial_width("Copper", 40) == pytest.approx(2 * arial_width("Copper", 20))


def test_marks_that_stand_above_letters_take_no_room() -> None:
    assert arial_width("e\u0301", 20) == arial_width("e", 20)


def test_ideographs_are_square() -> None:
    assert arial_width("銅", 20) == 20
