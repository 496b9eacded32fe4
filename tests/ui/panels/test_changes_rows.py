"""The rows of the Changes tab."""

from __future__ import annotations

import pytest

from reviewer.document.diff import diff
from reviewer.ui.panels.changes.rows import Row, patch, rows, summary
from reviewer.ui.panels.changes.visible import plain, revealed

LONG = "".join(f"line {n}\n" for n in range(1, 31))


def shown(old: str, new: str) -> list[str]:
    return [f"{row.sign}{row.text}" for row in rows(diff(old, new))]


def one(old: str, new: str, kind: str) -> Row:
    (row,) = [row for row in rows(diff(old, new)) if row.kind == kind]
    return row


def test_lines_far_from_a_change_are_folded() -> None:
    assert shown(LONG, LONG.replace("line 15\n", "other\n")) == [
        " … 11 lines unchanged",
        " line 12",
        " line 13",
        " line 14",
        "−line 15",
        "+other",
        " line 16",
        " line 17",
        " line 18",
        " … 12 lines unchanged",
    ]


def test_an_unfolded_fold_shows_its_lines() -> None:
    changed = diff(LONG, LONG.replace("line 15\n", "other\n"))
    (first, *_) = [row for row in rows(changed) if row.kind == "fold"]
    assert len(rows(changed, frozenset({first.fold}))) == len(rows(changed)) + 10


def test_a_single_line_is_not_worth_a_fold() -> None:
    assert shown("1\n2\n3\n4\nx\n", "1\n2\n3\n4\ny\n")[0] == " 1"


def test_every_row_has_the_number_of_its_line() -> None:
    found = rows(diff("a\nb\nc\n", "a\nnew\nB\nc\n"))
    assert [(row.kind, row.old, row.new) for row in found] == [
        ("same", 1, 1),
        ("removed", 2, 0),
        ("added", 0, 2),
        ("added", 0, 3),
        ("same", 3, 4),
    ]


def test_the_first_row_of_a_change_leads_it() -> None:
    found = rows(diff("a\nb\n", "x\ny\n"))
    assert [(row.hunk, row.leads) for row in found] == [
        (0, True),
        (0, False),
        (0, False),
        (0, False),
    ]


def test_line_ends_that_differ_are_named() -> None:
    assert one("a\r\n", "a\n", "removed").mark == "CRLF"
    assert one("a\r\n", "a\n", "added").mark == "LF"


def test_a_missing_last_newline_is_named() -> None:
    assert one("a\n", "a", "added").mark == "no newline at the end of the file"


def test_an_added_line_with_an_odd_end_is_named() -> None:
    assert one("a\nb\n", "a\nx\r\nb\n", "added").mark == "CRLF"
    assert one("a\nb\n", "a\nx\nb\n", "added").mark == ""


def test_trailing_blanks_and_tabs_are_shown_where_lines_differ() -> None:
    assert one("a b\n", "a b  \n", "added").text == "a b··"
    assert one("a b\n", "\ta b\n", "added").text == "→   a b"


def test_blanks_between_changed_words_stay_blanks() -> None:
    assert one("the cat sat down here\n", "the dog sat down here\n", "added").text == (
        "the dog sat down here"
    )


def test_unseen_characters_are_named() -> None:
    assert revealed("a\u00a0b\u200bc\udcc2\x00", at_end=True) == "a⍽b‹U+200B›c‹byte C2›␀"


def test_unchanged_lines_are_drawable_in_one_line() -> None:
    assert plain("a\tb\u2028c") == "a    b‹U+2028›c"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("a\n", "a\n", "Nothing has changed."),
        ("a\n", "b\n", "1 line will change. Everything else stays byte for byte."),
        ("a\nb\n", "c\nd\n", "2 lines will change. Everything else stays byte for byte."),
        ("a\n", "a\nb\n", "1 line will be added. Everything else stays byte for byte."),
        (
            "a\nb\nkeep\nc\n",
            "x\nkeep\nc\nd\n",
            "1 line will change, 1 line will be added and 1 line will be removed."
            " Everything else stays byte for byte.",
        ),
    ],
)
def test_the_sentence_tells_what_a_save_will_do(old: str, new: str, said: str) -> None:
    assert summary(diff(old, new)) == said


def test_copied_rows_read_as_a_diff() -> None:
    assert patch(rows(diff("a\nb\n", "a\nc\n"))) == " a\n-b\n+c"


def test_rows_can_be_spoken() -> None:
    assert one("a\r\n", "a\n", "removed").spoken() == "removed line 1: a (CRLF)"
