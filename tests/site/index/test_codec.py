"""Data and JSON: what goes in comes out again, to the last bit, or is refused by name."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.document.note import Note
from reviewer.site.index import codec
from reviewer.site.index.codec import (
    NotStorable,
    decode,
    encode,
    notes_in,
    notes_out,
    text_in,
    text_out,
)
from tests.support.exact import exact

ZONES = st.one_of(
    st.none(),
    st.just(UTC),
    st.builds(
        timezone,
        st.timedeltas(timedelta(hours=-23, minutes=-59), timedelta(hours=23, minutes=59)),
    ),
    st.builds(timezone, st.just(timedelta(hours=2)), st.sampled_from(["+02:00", "\udc80", "CEST"])),
)
TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=8),
    st.sampled_from(["!date", "!", '{"!', "\ud83d\ude00", "\udc80", "\0", "🎉", "\u2028"]),
)
SCALARS = st.one_of(
    TEXTS,
    st.none(),
    st.booleans(),
    st.integers(),
    st.builds(pow, st.just(-2), st.sampled_from([63, 64, 13_999, 14_000, 15_000])),
    st.sampled_from([-0.0, 1e400, 5e-324]),
    st.floats(),
    st.dates(),
    st.datetimes(timezones=ZONES),
    st.times(timezones=ZONES),
    st.binary(max_size=4),
)
HASHABLE = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=2).map(tuple), max_leaves=2)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(TEXTS, inner, max_size=3),
        st.dictionaries(HASHABLE, inner, max_size=3),
        st.tuples(inner, inner),
        st.sets(HASHABLE, max_size=2),
        st.frozensets(HASHABLE, max_size=2),
    ),
    max_leaves=8,
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(DATA)
def test_what_goes_in_comes_out(data: Any) -> None:
    assert exact(decode(encode(data))) == exact(data)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(DATA)
def test_the_text_can_stand_in_a_database(data: Any) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        text = encode(data)
        assert database.execute("SELECT ?, json_valid(?)", (text, text)).fetchone() == (text, 1)


def test_plain_values_stay_plain_json() -> None:
    data = {"title": "Süd", "n": [1, 2.5, True, None], "seo": {"a": {}}}
    assert encode(data) == '{"title":"Süd","n":[1,2.5,true,null],"seo":{"a":{}}}'
    assert json.loads(encode(data)) == data


def test_sql_looks_into_data_beside_dates() -> None:
    text = encode({"date": date(2026, 2, 1), "seo": {"score": 8}})
    with closing(sqlite3.connect(":memory:")) as database:
        answer = database.execute(
            """SELECT json_extract(?1, '$.seo.score'), json_extract(?1, '$.date."!date"')""",
            (text,),
        )
        assert answer.fetchone() == (8, "2026-02-01")


def _endless() -> Any:
    data: dict[str, Any] = {}
    data["self"] = [data, data]
    return data


def _deep() -> Any:
    data: list[Any] = []
    for _ in range(100_000):
        data = [data]
    return data


class _Strange(tzinfo):
    def utcoffset(self, _when: datetime | None) -> timedelta:
        return timedelta(0)


@pytest.mark.parametrize(
    "data",
    [
        _endless(),
        {1: _endless()},
        _deep(),
        {None: _deep()},
        object(),
        {"a": [object()]},
        datetime(2026, 1, 1, tzinfo=ZoneInfo("UTC")),
        time(1, tzinfo=_Strange()),
    ],
    ids=[
        "endless",
        "endless-marked",
        "deep",
        "deep-marked",
        "object",
        "inside",
        "zone",
        "own-zone",
    ],
)
def test_what_cannot_be_kept_is_refused(data: Any) -> None:
    with pytest.raises(NotStorable):
        encode(data)


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "MAX_VALUES", 10)
    with pytest.raises(NotStorable):
        encode([0] * 11)


@pytest.mark.parametrize("text", ["", "Süd", "a\0b", "\udc80", "\ud83d\ude00", "🎉\udcff"])
def test_any_text_fits_a_column(text: str) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        (kept,) = database.execute("SELECT ?", (text_in(text),)).fetchone()
    assert text_out(kept) == text


@pytest.mark.parametrize(
    "notes", [(), (Note("Twice.", ("a", 0, None), 3, "duplicate-key"), Note("\udc80", (), 1, ""))]
)
def test_notes_come_out_as_they_went_in(notes: tuple[Note, ...]) -> None:
    assert notes_out(notes_in(notes)) == notes
