"""Whole lists and maps are set item by item."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.operations import (
    InsertItem,
    RemoveItem,
    SetValue,
    Unset,
    carry_out,
    same,
)
from reviewer.document.steps import steps

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", "b", ""]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=12,
)


@given(VALUES, VALUES)
def test_the_steps_lead_to_the_value(old: Any, new: Any) -> None:
    data = {"key": old, "other": 1}
    result = reduce(carry_out, steps(data, SetValue(("key",), new)), data)
    assert same(result, {"key": new, "other": 1})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([1, 2, 3], [1, 2, 3], ()),
        ([1, 2, 3], [1, 3], (RemoveItem(("k",), 1),)),
        ([1, 3], [1, 2, 3], (InsertItem(("k",), 1, 2),)),
        ([1, 2, 3], [1, 9, 3], (SetValue(("k", 1), 9),)),
        ([{"a": 1, "b": 2}], [{"a": 1, "b": 3}], (SetValue(("k", 0, "b"), 3),)),
        ({"a": 1, "b": 2}, {"b": 2}, (Unset(("k", "a")),)),
        ({"a": 1}, {"a": 1, "b": 2}, (SetValue(("k", "b"), 2),)),
        ("text", ["a"], (SetValue(("k",), ["a"]),)),
        ([1], [], (SetValue(("k",), []),)),
    ],
)
def test_only_items_that_differ_are_touched(old: Any, new: Any, expected: Any) -> None:
    assert steps({"k": old}, SetValue(("k",), new)) == expected
