"""What Enter, Tab and Ctrl+B do in Markdown."""

from __future__ import annotations

import pytest

from reviewer.ui.panels.body.typing_help import indented, on_enter, outdented, toggled


def entered(line: str, column: int | None = None) -> str:
    what = on_enter(line, len(line) if column is None else column)
    return line[: what.start] + what.text + line[what.end :]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- one", "- one\n- "),
        ("  * one", "  * one\n  * "),
        ("9. nine", "9. nine\n10. "),
        ("1) one", "1) one\n2) "),
        ("- [x] done", "- [x] done\n- [ ] "),
        ("> said", "> said\n> "),
        ("> - one", "> - one\n> - "),
        ("    indented", "    indented\n    "),
        ("plain", "plain\n"),
    ],
)
def test_enter_goes_on_as_the_line_began(line: str, expected: str) -> None:
    assert entered(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"), [("- ", ""), ("> ", ""), ("> - ", "> "), ("3. ", "")]
)
def test_enter_in_an_empty_item_ends_the_list(line: str, expected: str) -> None:
    assert entered(line) == expected


def test_enter_before_the_marker_is_just_a_new_line() -> None:
    assert entered("- one", 0) == "\n- one"


def test_enter_in_the_middle_takes_the_rest_along() -> None:
    assert entered("- one two", 6) == "- one \n- two"


def test_items_move_by_the_width_of_their_marker() -> None:
    assert [indented("- a"), indented("1. a"), indented("text")] == ["  - a", "   1. a", "  text"]
    assert [outdented("  - a"), outdented("   1. a"), outdented("\ttext"), outdented("a")] == [
        "- a",
        "1. a",
        "text",
        "a",
    ]


def test_empty_lines_are_not_filled_with_blanks() -> None:
    assert indented("") == ""


def test_marks_go_around_the_words_and_not_the_blanks() -> None:
    assert toggled("", " word ", "", "**") == (0, " **word** ")


def test_marks_within_or_around_the_selection_are_taken_away() -> None:
    assert toggled("", "**word**", "", "**") == (0, "word")
    assert toggled("**", "word", "**", "**") == (2, "word")


def test_bold_words_can_be_slanted_as_well() -> None:
    assert toggled("", "**word**", "", "*") == (0, "***word***")
    assert toggled("**", "word", "**", "*") == (0, "*word*")
