"""Operations on plain data: exactly the change, and nothing in place."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reviewer.document.operations import (
    EditRefused,
    InsertItem,
    MoveItem,
    Operation,
    RemoveItem,
    Rename,
    SetValue,
    Unset,
    carry_out,
    grounded,
    same,
    spelled,
)

DATA = {"title": "x", "seo": {"title": "y"}, "tldr": ["a", "b", "c"]}


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (SetValue(("title",), "z"), DATA | {"title": "z"}),
        (SetValue(("new",), None), DATA | {"new": None}),
        (SetValue(("seo", "title"), "z"), DATA | {"seo": {"title": "z"}}),
        (SetValue(("tldr", 1), "z"), DATA | {"tldr": ["a", "z", "c"]}),
        (Unset(("seo",)), {"title": "x", "tldr": ["a", "b", "c"]}),
        (Unset(("tldr", 0)), DATA | {"tldr": ["b", "c"]}),
        (Rename(("seo", "title"), "name"), DATA | {"seo": {"name": "y"}}),
        (InsertItem(("tldr",), 3, "d"), DATA | {"tldr": ["a", "b", "c", "d"]}),
        (RemoveItem(("tldr",), 1), DATA | {"tldr": ["a", "c"]}),
        (MoveItem(("tldr",), 0, 2), DATA | {"tldr": ["b", "c", "a"]}),
        (MoveItem(("tldr",), 2, 0), DATA | {"tldr": ["c", "a", "b"]}),
    ],
)
def test_carries_out_one_change(operation: Operation, expected: Any) -> None:
    before = repr(DATA)
    assert carry_out(DATA, operation) == expected
    assert repr(DATA) == before


def test_a_renamed_key_keeps_its_place() -> None:
    assert list(carry_out(DATA, Rename(("title",), "name"))) == ["name", "seo", "tldr"]


def test_a_value_that_stands_twice_changes_once() -> None:
    shared = {"a": 1}
    data = {"x": shared, "y": shared}
    assert carry_out(data, SetValue(("x", "a"), 2)) == {"x": {"a": 2}, "y": {"a": 1}}


@pytest.mark.parametrize(
    "operation",
    [
        SetValue((), 1),
        SetValue(("title", "deeper"), 1),
        SetValue(("tldr", 3), "d"),
        SetValue(("tldr", True), "d"),
        Unset(("nope",)),
        Unset(("tldr", -1)),
        Rename(("nope",), "x"),
        Rename(("title",), "seo"),
        Rename(("tldr", 0), "x"),
        InsertItem(("title",), 0, "x"),
        InsertItem(("tldr",), 4, "x"),
        RemoveItem(("tldr",), 3),
        RemoveItem(("seo",), "title"),  # type: ignore[arg-type]
        MoveItem(("tldr",), 0, 3),
    ],
)
def test_refuses_what_leads_nowhere(operation: Operation) -> None:
    with pytest.raises(EditRefused):
        carry_out(DATA, operation)


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (SetValue(("a", "b", "c"), 1), SetValue(("a",), {"b": {"c": 1}})),
        (SetValue(("empty", "b"), 1), SetValue(("empty",), {"b": 1})),
        (SetValue(("a", 0), 1), SetValue(("a",), [1])),
        (SetValue(("a", 2), 1), SetValue(("a", 2), 1)),
        (SetValue(("full", "b"), 1), SetValue(("full", "b"), 1)),
        (InsertItem(("a",), 0, 1), SetValue(("a",), [1])),
        (InsertItem(("empty",), 0, 1), SetValue(("empty",), [1])),
        (InsertItem(("a",), 1, 1), InsertItem(("a",), 1, 1)),
    ],
)
def test_missing_parents_come_with_the_value(operation: Operation, expected: Operation) -> None:
    assert grounded({"empty": None, "full": {}}, operation) == expected


DAY = dt.date(2026, 2, 1)
NOON = dt.datetime(2026, 2, 1, 12, tzinfo=dt.UTC)
ONE_IN_PARIS = NOON.astimezone(dt.timezone(dt.timedelta(hours=1)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (True, 1),
        (1, 1.0),
        ("1", 1),
        (None, ""),
        ([], {}),
        (0.0, -0.0),
        (DAY, dt.datetime(2026, 2, 1)),
        (NOON, ONE_IN_PARIS),
        ([1], [True]),
        ({"a": 1}, {"a": True}),
        ({1: "x"}, {True: "x"}),
        ({"a": 1}, {"a": 1, "b": None}),
        ([1, 2], [2, 1]),
    ],
)
def test_values_that_a_reader_could_tell_apart_differ(a: Any, b: Any) -> None:
    assert not same(a, b)
    assert not same(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (float("nan"), float("nan")),
        ({"a": float("nan")}, {"a": float("nan")}),
        ({float("nan"): 1}, {float("nan"): 1}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ([NOON], [dt.datetime(2026, 2, 1, 12, tzinfo=dt.UTC)]),
    ],
)
def test_values_that_no_reader_could_tell_apart_are_same(a: Any, b: Any) -> None:
    assert same(a, b)


def test_paths_are_spelled_as_people_write_them() -> None:
    assert spelled(("seo", "items", 2, "name")) == "seo.items[2].name"
