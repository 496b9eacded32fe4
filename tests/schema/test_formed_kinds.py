"""Times, slugs, colours, files and references."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from reviewer.document.dialect import Dialect
from reviewer.schema.field import Field
from reviewer.schema.kinds.base import Spot, Unreadable
from reviewer.schema.kinds.registry import kind


def told(name: str, value: Any, written: str = "") -> list[tuple[str, str, list[str]]]:
    spot = Spot(("x",), Dialect.JEKYLL, lambda _path: written)
    found = kind(name).check(value, Field("x", kind=name), spot)
    return [(each.source, each.message, [fix.label for fix in each.fixes]) for each in found]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("time", "9:30"),
        ("time", "23:59:59.5"),
        ("time", time(9, 30)),
        ("slug", "été-2026/x"),
        ("colour", "#ABC"),
        ("colour", "rgb(1, 2, 3)"),
        ("colour", "tomato"),
        ("file", "a b.pdf"),
        ("reference", 3),
        ("hidden", [1]),
    ],
)
def test_good_value(name: str, value: Any) -> None:
    assert told(name, value) == []


def test_time_that_yaml_reads_as_a_number_is_offered_in_quotes() -> None:
    message = "This should be a time, but it is a number “12:30”."
    assert told("time", 750.0, "12:30") == [("wrong-type", message, ["Use “12:30”"])]
    assert told("time", 750)[0][2] == ["Use “12:30”"]
    assert told("time", 99999)[0][2] == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("time", "25:00", "bad-time"),
        ("slug", "a b", "bad-slug"),
        ("colour", "#12", "bad-colour"),
        ("colour", 3, "wrong-type"),
        ("file", ["a"], "wrong-type"),
        ("reference", True, "wrong-type"),
    ],
)
def test_bad_value(name: str, value: Any, code: str) -> None:
    assert [each[0] for each in told(name, value)] == [code]


@pytest.mark.parametrize(("name", "text"), [("time", "noon"), ("slug", "a b"), ("colour", "#12")])
def test_typed_text_that_is_none_is_refused(name: str, text: str) -> None:
    with pytest.raises(Unreadable):
        kind(name).parse(text)
