"""Slugs, colours and times in the style that is there."""

from __future__ import annotations

import pytest

from reviewer.ui.panels.form.slugs import slug_of
from reviewer.ui.panels.form.written_colours import Colour, colour_in, written_like
from reviewer.ui.panels.form.written_times import half_hours, stepped


@pytest.mark.parametrize(
    ("title", "like", "slug"),
    [
        ("The Fair, 2026!", "", "the-fair-2026"),
        ("Don’t panic", "", "dont-panic"),
        ("  Über die Brücke ", "", "über-die-brücke"),
        ("سنجه‌های پروژه", "", "سنجه-های-پروژه"),
        ("The Fair", "old_slug", "the_fair"),
        ("The Fair", "old-slug_x", "the-fair"),
        ("!?", "", ""),
    ],
)
def test_a_slug_is_made_of_the_words_of_a_title(title: str, like: str, slug: str) -> None:
    assert slug_of(title, like) == slug


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#1a2b3c", Colour(0x1A, 0x2B, 0x3C)),
        ("#FC0", Colour(0xFF, 0xCC, 0x00)),
        ("ffcc0080", Colour(0xFF, 0xCC, 0x00)),
        ("rgb(1, 2, 3)", Colour(1, 2, 3)),
        ("rgba(1 2 3 / 50%)", Colour(1, 2, 3)),
        ("rgb(1, 2, 300)", None),
        ("red", None),
        ("#12", None),
        ("", None),
    ],
)
def test_a_colour_is_read(text: str, colour: Colour | None) -> None:
    assert colour_in(text) == colour


@pytest.mark.parametrize(
    ("like", "written"),
    [
        ("", "#ffcc00"),
        ("#112233", "#ffcc00"),
        ("#AABBCC", "#FFCC00"),
        ("AABBCC", "FFCC00"),
        ("#abc", "#fc0"),
        ("#11223380", "#ffcc0080"),
        ("#abc8", "#fc08"),
        ("rgb(1, 2, 3)", "rgb(255, 204, 0)"),
        ("rgba(1,2,3,.5)", "rgba(255,204,0,.5)"),
        ("tomato", "#ffcc00"),
    ],
)
def test_a_colour_is_written_like_the_one_before(like: str, written: str) -> None:
    assert written_like(Colour(0xFF, 0xCC, 0x00), like) == written


def test_a_colour_without_a_short_form_is_written_long() -> None:
    assert written_like(Colour(1, 2, 3), "#abc8") == "#01020388"


def test_times_are_listed_as_the_one_that_is_there_is_written() -> None:
    assert half_hours()[18:20] == ("09:00", "09:30")
    assert half_hours("7:15")[18] == "9:00"
    assert half_hours("07:15:30")[18] == "09:00:00"


@pytest.mark.parametrize(
    ("text", "minutes", "later"),
    [
        ("09:58", 5, "10:03"),
        ("9:58:30", 5, "10:03:30"),
        ("00:02", -5, "23:57"),
        ("noon", 5, None),
    ],
)
def test_a_time_goes_on_round_the_clock(text: str, minutes: int, later: str | None) -> None:
    assert stepped(text, minutes) == later
