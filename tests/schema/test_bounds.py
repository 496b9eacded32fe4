"""Limits that any kind of value may have."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from reviewer.document.dialect import Dialect
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import DECLARED, Field, Origin
from reviewer.schema.finding import Finding, Severity
from reviewer.schema.patterns import Pattern
from reviewer.schema.validation import validate

OWN = Origin(DECLARED, "reviewer.yml", 3)


def check(value: Any, kind: str = "string", **rules: Any) -> list[Finding]:
    field = Field("x", kind=kind, origin=OWN, **rules)
    return list(validate({"x": value}, ContentType("t", (field,)), dialect=Dialect.YAML_1_1))


def told(value: Any, kind: str = "string", **rules: Any) -> list[str]:
    return [each.message for each in check(value, kind, **rules)]


@pytest.mark.parametrize(
    ("value", "kind", "rules", "message"),
    [
        ("ab", "string", {"min_length": 3}, "2 characters; 3 are needed at least."),
        ("abcd", "string", {"max_length": 3}, "4 characters; 3 are allowed at most."),
        ("one two", "text", {"min_words": 3}, "2 words; 3 are needed at least."),
        ("one two", "text", {"max_words": 1}, "2 words; 1 are allowed at most."),
        ([1], "list", {"min_items": 2}, "1 item; 2 are needed at least."),
        ([1, 2], "list", {"max_items": 1}, "2 items; 1 are allowed at most."),
        (
            ["a", "b", "a"],
            "list",
            {"unique": "list"},
            "“a” stands in the list twice, as items 1 and 3.",
        ),
        ("abc", "string", {"pattern": Pattern("^x")}, "This does not fit the pattern “^x”."),
        ("abc", "string", {"pattern": Pattern("^x", "", "Begin with x.")}, "Begin with x."),
        (7, "int", {"step": 2}, "7 is no multiple of 2."),
        ("a.pdf", "file", {"extensions": ("png", ".jpg")}, "This should end with png or .jpg."),
        (
            date(2020, 1, 1),
            "date",
            {"earliest": date(2021, 1, 1)},
            "This is before 2021-01-01, the first date allowed.",
        ),
        (
            "2022-01-02",
            "date",
            {"latest": date(2022, 1, 1)},
            "This is after 2022-01-01, the last date allowed.",
        ),
        (12, "int", {"maximum": 10}, "12 is more than 10. Allowed is 10 or less."),
    ],
)
def test_broken_limit(value: Any, kind: str, rules: dict[str, Any], message: str) -> None:
    (finding,) = check(value, kind, **rules)
    assert (finding.message, finding.severity) == (message, Severity.ERROR)


@pytest.mark.parametrize(
    ("value", "kind", "rules"),
    [
        ("abc", "string", {"min_length": 3, "max_length": 3}),
        (["a", "A"], "list", {"unique": "list"}),
        (0.3, "float", {"step": 0.1}),
        (7, "int", {"step": 2, "minimum": 1}),
        (datetime(2022, 1, 1, 23, 59), "datetime", {"latest": date(2022, 1, 1)}),
        ("A.PNG", "file", {"extensions": (".png",)}),
        ([{"id": 1}, {"id": 2}, "x"], "list", {"unique_on": "id"}),
    ],
)
def test_limit_that_is_kept(value: Any, kind: str, rules: dict[str, Any]) -> None:
    assert told(value, kind, **rules) == []


def test_groups_of_a_list_differ_in_one_key() -> None:
    (finding,) = check([{"id": 1}, {"id": 1}], "list", unique_on="id")
    assert finding.path == ("x", 1)


def test_the_configuration_has_its_own_words() -> None:
    assert told("a", min_length=3, messages={"min_length": "Too short!"}) == ["Too short!"]


def test_catastrophic_pattern_is_told_and_does_not_hang() -> None:
    (finding,) = check("a" * 60 + "!", pattern=Pattern(r"^(a|aa|a?)+$"))
    assert (finding.source, finding.severity) == ("slow-pattern", Severity.HINT)


def test_severity_of_the_field_comes_first() -> None:
    (finding,) = check("ab", min_length=3, severity=Severity.HINT)
    assert finding.severity is Severity.HINT
