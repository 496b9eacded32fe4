"""The way between a file's text and what an editor widget shows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.edits import Span, TextEdit, apply
from reviewer.ui.panels.body.mapping import (
    DisplayEdit,
    Place,
    SourceText,
    Typed,
    from_utf16,
    shown,
    utf16_length,
)

ALPHABET = "ab \n\r\t\x00\x0c\u2028\u2029\u00a0é😀\udcc2\ufdd0\ufffc"
SOURCES = st.text(st.sampled_from(ALPHABET), max_size=40)
DISPLAYS = st.text(st.sampled_from("ab \n\té😀"), max_size=10)


def carried_out(display: str, edits: list[DisplayEdit]) -> str:
    """What a widget does with display edits, told in UTF-16 as Qt does."""
    lines = [line.encode("utf-16-le", "surrogatepass") for line in display.split("\n")]
    for edit in edits:
        head = lines[edit.start.line][: 2 * edit.start.column]
        tail = lines[edit.end.line][2 * edit.end.column :]
        new = head + edit.text.encode("utf-16-le", "surrogatepass") + tail
        ends = new.split("\n".encode("utf-16-le"))
        lines[edit.start.line : edit.end.line + 1] = ends
    return "\n".join(line.decode("utf-16-le") for line in lines)


def report(old: str, new: str, first: int, count: int) -> Typed:
    """What a widget says when lines ``first`` to ``first + count`` have been changed."""
    rest = old.count("\n") + 1 - first - count
    lines = new.split("\n")
    return Typed(first, count, tuple(lines[first : len(lines) - rest]))


def retyped(source: SourceText, start: int, end: int, text: str) -> tuple[str, tuple]:
    """The display after replacing its characters, and the edits the source learns of it."""
    old = source.display()
    new = old[:start] + text + old[end:]
    first = old.count("\n", 0, start)
    count = old.count("\n", start, end) + 1
    return new, source.typed(report(old, new, first, count))


@given(SOURCES)
def test_every_character_of_a_line_has_one_stand_in(text: str) -> None:
    source = SourceText(text)
    assert len(source.display()) == len(text.replace("\r\n", "\n"))


@given(SOURCES)
def test_the_display_holds_nothing_that_qt_breaks_lines_at_or_drops(text: str) -> None:
    assert not set(SourceText(text).display()) & set("\r\x00\x0c\u2028\u2029\udcc2\ufdd0\ufffc")


@given(SOURCES)
def test_places_lead_back_to_their_offsets(text: str) -> None:
    source = SourceText(text)
    for offset in range(len(text) + 1):
        inside_crlf = text[offset - 1 : offset + 1] == "\r\n" if offset else False
        expected = offset - 1 if inside_crlf else offset
        assert source.offset(source.place(offset)) == expected


@given(SOURCES, DISPLAYS, st.data())
def test_typing_arrives_in_the_source_and_nowhere_else(
    text: str, typed: str, data: st.DataObject
) -> None:
    source = SourceText(text)
    size = len(source.display())
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    display, edits = retyped(source, start, end, typed)
    after = SourceText(apply(text, edits))
    assert after.display() == display
    for edit in edits:
        assert source.offset(source.place(edit.span.start)) == edit.span.start


@given(SOURCES, SOURCES, st.data())
def test_source_edits_are_shown_and_the_lines_stay_in_step(
    text: str, new: str, data: st.DataObject
) -> None:
    source = SourceText(text)
    marks = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    edits = [
        TextEdit(Span(start, end), new)
        for start, end in list(pairwise(marks))[::2]
        if start < end or not marks.count(start) > 2
    ]
    before = source.display()
    shown_edits = source.take(edits)
    assert source.text == apply(text, edits)
    assert source.display() == SourceText(source.text).display()
    assert carried_out(before, shown_edits) == source.display()
    for offset in range(0, len(source.text), 3):
        assert source.place(offset) == SourceText(source.text).place(offset)


def test_a_new_line_ends_as_the_line_it_splits() -> None:
    source = SourceText("a\r\nb\nc")
    _, edits = retyped(source, 1, 1, "\n")
    assert apply(source.text, edits) == "a\r\n\r\nb\nc"


def test_a_new_line_at_the_end_ends_as_the_line_above() -> None:
    source = SourceText("a\nb\r\nc")
    _, edits = retyped(source, 5, 5, "\nd")
    assert apply(source.text, edits) == "a\nb\r\nc\r\nd"


def test_the_first_new_line_of_all_ends_as_the_file_has_it() -> None:
    source = SourceText("a", newline="\r\n")
    _, edits = retyped(source, 1, 1, "\n")
    assert apply(source.text, edits) == "a\r\n"


def test_a_lone_cr_and_an_lf_left_together_stay_two_line_ends() -> None:
    source = SourceText("a\rX\nb")
    display, edits = retyped(source, 2, 3, "")
    assert SourceText(apply(source.text, edits)).display() == display == "a\n\nb"


def test_of_equal_line_ends_the_one_at_the_caret_goes() -> None:
    source = SourceText("a\n\r\nb")
    edits = source.typed(Typed(1, 2, ("b",), 0))
    assert apply(source.text, edits) == "a\nb"


def test_a_hull_around_untouched_characters_leaves_them_alone() -> None:
    source = SourceText("move \udcc2\x00 between here\r\nand\nthere")
    moved = f"{shown(chr(0xDCC2) + chr(0))} between here\nand\nmove there"
    edits = source.typed(Typed(0, 3, tuple(moved.split("\n"))))
    after = apply(source.text, edits)
    assert "\udcc2\x00" in after
    assert after.endswith("here\r\nand\nmove there")


def test_a_pasted_character_that_has_a_stand_in_does_not_touch_its_neighbours() -> None:
    source = SourceText("one")
    source.take(source.typed(Typed(0, 1, ("on\u2028e",), 2)))
    (edit,) = source.typed(Typed(0, 1, ("Xon\u2028e",), 0))
    assert edit == TextEdit(Span(0, 0), "X")


def test_columns_count_utf16_units() -> None:
    assert SourceText("😀b").place(1) == Place(0, 2)
    assert SourceText("😀b").offset(Place(0, 2)) == 1
    assert (utf16_length("a😀"), from_utf16("a😀b", 3), from_utf16("a😀b", 2)) == (3, 2, 1)


def test_the_caret_of_an_edit_stands_behind_its_text() -> None:
    assert DisplayEdit(Place(2, 3), Place(2, 3), "x\n😀").caret == Place(3, 2)
    assert DisplayEdit(Place(2, 3), Place(4, 0), "x").caret == Place(2, 4)


@pytest.mark.parametrize("line", [0, 2400])
def test_a_key_press_in_250_kb_is_one_small_edit(line: int) -> None:
    source = SourceText(("word " * 20 + "\r\n") * 2500)
    row = source.display_lines(line, line + 1)[0]
    edits = source.typed(Typed(line, 1, (row[:50] + "x" + row[50:],), 50))
    assert [edit.text for edit in edits] == ["x"]
