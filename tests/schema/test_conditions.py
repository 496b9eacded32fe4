"""Conditions on the values of a post."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reviewer.schema.condition import Condition, FieldRef, holds

DATA = {
    "title": "Hello",
    "score": 7,
    "draft": True,
    "tags": ["a", "b"],
    "start": date(2026, 2, 1),
    "end": "2026-02-02T10:00:00Z",
    "seo": {"title": "Inner"},
    "x.y": 1,
    "none": None,
}


@pytest.mark.parametrize(
    ("field", "operator", "value", "expected"),
    [
        ("title", "eq", "Hello", True),
        ("title", "eq", "hello", False),
        ("score", "eq", True, False),
        ("draft", "eq", 1, False),
        ("title", "neq", "x", True),
        ("score", "gte", 7, True),
        ("score", "gt", 7, False),
        ("score", "lt", "8", False),
        ("title", "gt", 1, False),
        ("end", "gt", FieldRef("start"), True),
        ("start", "lte", FieldRef("end"), True),
        ("tags", "contains", "a", True),
        ("title", "contains", "ell", True),
        ("tags", "notContains", "z", True),
        ("title", "startsWith", "He", True),
        ("title", "endsWith", "lo", True),
        ("title", "in", ["Hello", "x"], True),
        ("title", "notIn", ["Hello"], False),
        ("title", "matches", "^H.*o$", True),
        ("title", "matches", "(", False),
        ("seo.title", "eq", "Inner", True),
        ("x.y", "eq", 1, True),
        ("none", "absent", None, True),
        ("gone", "present", None, False),
    ],
)
def test_operator(field: str, operator: str, value: Any, expected: bool) -> None:
    assert Condition(field, operator, value).holds(DATA) is expected


def test_case_may_be_let_go() -> None:
    assert Condition("title", "eq", "HELLO", case_sensitive=False).holds(DATA)
    assert Condition("tags", "contains", "A", case_sensitive=False).holds(DATA)


def test_conditions_join() -> None:
    yes, no = Condition("score", "eq", 7), Condition("score", "eq", 8)
    assert Condition(operator="any", parts=(no, yes)).holds(DATA)
    assert not Condition(operator="all", parts=(no, yes)).holds(DATA)
    assert Condition(operator="not", parts=(no,)).holds(DATA)
    assert holds((), DATA)
    assert not holds((yes, no), DATA)


def test_fields_that_a_condition_looks_at() -> None:
    condition = Condition(operator="all", parts=(Condition("end", "gt", FieldRef("start")),))
    assert condition.fields() == ("end", "start")
