"""Texts cut to their room between words, and told to be cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.render.cards.lines import Room, Ruler, Type


def ten(text: str, _size: float, *, bold: bool = False) -> float:
    """Every character is ten pixels wide."""
    return 10.0 * len(text)


RULER = Ruler(ten, Type(20))


def test_a_text_that_fits_is_whole() -> None:
    fitted = RULER.fit("Ford held talks", Room(150))
    assert fitted.lines == ("Ford held talks",)
    assert not fitted.cut


def test_width_and_room_are_told() -> None:
    fitted = RULER.fit("Ford held talks", Room(100))
    assert (fitted.width, fitted.room) == (150, 100)


def test_the_end_is_cut_off_between_words() -> None:
    assert RULER.fit("Ford held talks", Room(120)).lines == ("Ford held …",)


def test_words_go_to_the_next_line() -> None:
    assert RULER.fit("Ford held talks", Room(90, 2)).lines == ("Ford held", "talks")


def test_the_last_line_is_the_one_that_is_cut() -> None:
    fitted = RULER.fit("Ford held talks with a maker", Room(90, 2))
    assert fitted.lines == ("Ford held", "talks …")
    assert fitted.cut


def test_a_limit_counts_all_lines() -> None:
    fitted = RULER.fit("Ford held talks with a maker", Room(200, 3, limit=150))
    assert fitted.lines == ("Ford held …",)
    assert fitted.room == 150


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert RULER.fit("Donaudampfschiff", Room(100, 2)).lines == ("Donaudampf", "schiff")


def test_white_space_counts_once() -> None:
    assert RULER.fit(" Ford\n  held ", Room(100)).lines == ("Ford held",)


def test_an_address_is_cut_wherever_the_room_ends() -> None:
    assert RULER.shortened("example.org › news", 140) == "example.org ›…"


@given(st.text(max_size=200), st.integers(30, 400), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, width: int, lines: int) -> None:
    fitted = RULER.fit(text, Room(width, lines))
    assert len(fitted.lines) <= lines
    assert all(ten(line, 20) <= width for line in fitted.lines)


@given(st.text(alphabet="ab é", max_size=120), st.integers(40, 200))
def test_what_is_not_cut_is_all_there(text: str, width: int) -> None:
    fitted = RULER.fit(text, Room(width, 3))
    shown = "".join("".join(fitted.lines).split())
    assert fitted.cut or shown == "".join(text.split())
