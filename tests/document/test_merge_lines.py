"""Lines of three texts put together as diff3 does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.edits import apply
from reviewer.document.merge_lines import Region, line_edits, pick, regions, woven, woven_words

LINES = st.lists(st.sampled_from("abc"), max_size=8)


def lines(text: str) -> str:
    return "".join(f"{letter}\n" for letter in text)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("abcde", "Abcde", "abcdE", "AbcdE"),
        ("abcde", "acde", "abcdeX", "acdeX"),
        ("abcde", "aXbcde", "abcdXe", "aXbcdXe"),
        ("abc", "aXc", "aXc", "aXc"),
        ("abc", "aXc", "aYc", None),
        ("abc", "ac", "aYc", None),
        ("abc", "Xbc", "aYc", None),
        ("abc", "abcX", "abcY", None),
    ],
)
def test_changes_that_are_apart_or_alike_merge(
    base: str, mine: str, theirs: str, merged: str | None
) -> None:
    expected = None if merged is None else lines(merged)
    assert woven(lines(base), lines(mine), lines(theirs)) == expected


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("abc", "Xbc", "aYc", "XYc"),
        ("abc", "abcX", "abcY", "abcXY"),
        ("abc", "abcY", "abcX", "abcXY"),
        ("abc", "aXbc", "aYc", "aXYc"),
        ("abc", "aXc", "aYc", None),
    ],
)
def test_touching_changes_can_be_let_stand_side_by_side(
    base: str, mine: str, theirs: str, merged: str | None
) -> None:
    expected = None if merged is None else lines(merged)
    assert woven(lines(base), lines(mine), lines(theirs), touching=True) == expected


def test_words_of_one_line_merge() -> None:
    assert woven_words("a: one # two", "a: 1 # two", "a: one # 2") == "a: 1 # 2"
    assert woven_words("a: one", "a: 1", "a: eins") is None


def test_a_conflict_leaves_out_what_both_have_alike() -> None:
    found = regions("abc", "axyc", "axzc")
    assert [each for each in found if each.merged is None] == [Region(("b",), ("y",), ("z",))]


@given(LINES, LINES, LINES)
def test_regions_hold_all_three_texts_in_order(
    base: list[str], mine: list[str], theirs: list[str]
) -> None:
    found = regions(base, mine, theirs)
    assert [line for each in found for line in each.base] == base
    assert [line for each in found for line in each.mine] == mine
    assert [line for each in found for line in each.theirs] == theirs


@given(LINES, LINES, st.booleans())
def test_one_side_alone_always_merges(base: list[str], side: list[str], touching: bool) -> None:
    for mine, theirs in ((base, side), (side, base), (side, side)):
        found = regions(base, mine, theirs, touching=touching)
        assert [line for each in found for line in each.merged or ()] == side


@given(st.text("ab\r\n", max_size=12), st.text("ab\r\n", max_size=12))
def test_line_edits_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    assert apply(old, line_edits(old, new)) == new


def test_picking_prefers_whoever_changed_something() -> None:
    assert [pick("a", "a", "b"), pick("a", "b", "a"), pick("a", "b", "b")] == ["b", "b", "b"]
    assert pick("a", "b", "c") is None
