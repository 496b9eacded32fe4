"""The quick look never passes what the proper check finds fault with."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.document.dialect import Dialect
from reviewer.schema import bounds
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field, Option
from reviewer.schema.finding import Severity
from reviewer.schema.kinds.base import Spot
from reviewer.schema.kinds.registry import KINDS, kind
from reviewer.schema.screening import screen
from reviewer.schema.validation import validate

TEXTS = (
    "News",
    "Markets",
    "no",
    "12:30",
    "1.10",
    "2024-3-5",
    "a\nb",
    "https://a.example/x",
    "a.png",
)
SCALARS = st.one_of(
    st.sampled_from(TEXTS),
    st.text(max_size=12),
    st.integers(-20, 20),
    st.floats(),
    st.booleans(),
    st.sampled_from([date(2026, 2, 1), datetime(2026, 2, 1, 9), datetime(2026, 2, 1, tzinfo=UTC)]),
)
VALUES = st.one_of(
    SCALARS,
    st.lists(st.one_of(SCALARS, st.none()), max_size=3),
    st.dictionaries(st.sampled_from(["a", "b"]), SCALARS, max_size=2),
)
OPTIONS = st.sampled_from(
    [(), (Option("News", count=40), Option("Markets", count=20)), (Option(3, count=9),)]
)


@st.composite
def fields(draw: st.DrawFn, depth: int = 0) -> Field:
    return Field(
        "x",
        kind=draw(st.sampled_from(sorted(KINDS))),
        also=draw(st.sampled_from([(), ("list",), ("text", "object")])),
        options=draw(OPTIONS),
        open_options=draw(st.booleans()),
        minimum=draw(st.sampled_from([None, 1])),
        maximum=draw(st.sampled_from([None, 10])),
        max_length=draw(st.sampled_from([None, 5])),
        usual_length=draw(st.sampled_from([None, (2, 4)])),
        min_length=draw(st.sampled_from([None, None, 3])),
        timezone=draw(st.sampled_from(["", "UTC"])),
        zone_severity=draw(st.sampled_from([None, Severity.WARNING])),
        item=draw(fields(1)) if depth == 0 and draw(st.booleans()) else None,
        count=40,
    )


def properly(value: Any, field: Field, dialect: Dialect) -> bool:
    """Whether the proper checks of a value and its items find nothing."""
    spot = Spot(("x",), dialect, lambda _path: str(value))
    accepted = [kind(name) for name in field.accepts]
    fitting = next((each for each in accepted if each.recognises(value)), accepted[0])
    if list(fitting.check(value, field, spot)) or list(bounds.check(value, field, spot)):
        return False
    if isinstance(value, list) and field.item is not None:
        return all(
            each is not None and each != "" and properly(each, field.item, dialect)
            for each in value
        )
    return True


@settings(max_examples=600, deadline=None)
@given(fields(), VALUES, st.sampled_from(list(Dialect)))
def test_what_passes_at_a_glance_is_fine(field: Field, value: Any, dialect: Dialect) -> None:
    if value is not None and value != "" and screen(field, dialect)(value):
        assert properly(value, field, dialect)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field("x", kind="bool"), True),
        (Field("x", kind="int", minimum=1, maximum=10), 7),
        (Field("x", kind="date"), date(2026, 2, 1)),
        (Field("x", kind="datetime", timezone="UTC"), datetime(2026, 2, 1, tzinfo=UTC)),
        (Field("x", kind="enum", options=(Option("News"),)), "News"),
        (Field("x", kind="text"), "one\ntwo"),
        (Field("x", kind="url"), "https://a.example/b"),
        (Field("x", kind="image"), "/a.png"),
        (Field("x", kind="list", item=Field("", kind="int")), [1, 2]),
        (Field("x", kind="tags", item=Field("", options=(Option("a"),))), ["a"]),
    ],
)
def test_usual_values_need_no_proper_check(field: Field, value: Any) -> None:
    assert screen(field, Dialect.JEKYLL)(value)


def test_types_of_one_place_in_memory_are_told_apart() -> None:
    for limit in (3, 30):
        content_type = ContentType("t", (Field("x", max_length=limit),))
        found = validate({"x": "four"}, content_type, dialect=Dialect.YAML_1_1)
        assert len(found) == (limit == 3)
