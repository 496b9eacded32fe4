"""Whatever stands in front matter, learning from it and judging it never fail."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reviewer.document.dialect import Dialect
from reviewer.schema.inference import Sample, infer
from reviewer.schema.surroundings import Surroundings
from reviewer.schema.validation import validate

KEYS = some.sampled_from(["title", "tags", "date", "seo", "score", "url", "titel", 1, None])
SCALARS = some.one_of(
    some.none(),
    some.booleans(),
    some.integers(),
    some.floats(),
    some.text(max_size=12),
    some.dates(),
    some.datetimes(timezones=some.sampled_from([None, UTC])),
    some.sampled_from(
        [
            "2026-02-31",
            "0000-00-00 99:99",
            "https://",
            "a@b",
            "News",
            "news",
            b"\xff",
            datetime(1, 1, 1),
            date(9999, 12, 31),
            "\ud800",
        ]
    ),
)
VALUES = some.recursive(
    SCALARS,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)
POSTS = some.lists(some.dictionaries(KEYS, VALUES, max_size=6), max_size=30)
SITE = Surroundings(timezone="UTC", site_timezone="Europe/Oslo", date_in_name=True)


@given(POSTS, some.sampled_from(Dialect))
def test_learning_and_judging_never_fail(posts: list[dict[Any, Any]], dialect: Dialect) -> None:
    schema = infer((Sample(f"{n}.md", data) for n, data in enumerate(posts)), SITE)
    for number, data in enumerate(posts):
        content_type = schema.type_for(f"{number}.md", data)
        for finding in validate(data, content_type, dialect=dialect):
            assert finding.message.endswith((".", "?"))
            assert finding.path


@pytest.mark.parametrize("name", ["title", "score", "date", "tags", "seo", "url"])
def test_number_too_long_for_text_is_judged_too(name: str) -> None:
    usual = {"title": "A", "score": 5, "date": date(2026, 1, 1), "tags": ["a"], "seo": {"a": 1}}
    posts = [{**usual, "url": f"https://a.example/{n}", "score": n % 5 + 1} for n in range(30)]
    schema = infer(Sample(f"{n}.md", data) for n, data in enumerate(posts))
    huge = {**posts[0], name: 16**5000}
    found = validate(huge, schema.type_for("new.md", huge), dialect=Dialect.JEKYLL)
    assert [finding.path for finding in found] == [(name,)]
