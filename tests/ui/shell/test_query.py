"""The filter line: which posts a text keeps."""

from __future__ import annotations

import pytest

from reviewer.site.entries import Entry
from reviewer.ui.listing.query import matches, parse

ENTRY = Entry(
    "_posts/ford.md",
    title="Ford held talks",
    date="2026-02-01",
    category="News",
    data={"category": "News", "tags": ["ev", "china"], "Author": "Ada Lovelace", "draft": False},
)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "ford",
        "TALKS ford",
        "_posts/",
        "category:news",
        "tags:china",
        'author:"ada lovelace"',
        'author:"ada lov',
        "draft:false",
        "date:2026-02",
        "title:held",
        "tags:",
        "-category:Markets",
        "-xiaomi",
        "ford tags:ev -tags:usa",
    ],
)
def test_query_keeps_the_post(query: str) -> None:
    assert matches(parse(query), ENTRY)


@pytest.mark.parametrize(
    "query",
    ["xiaomi", "ford xiaomi", "category:Markets", "missing:", "-ford", "-tags:", "tags:usa"],
)
def test_query_leaves_the_post_out(query: str) -> None:
    assert not matches(parse(query), ENTRY)


def test_a_value_may_have_a_colon() -> None:
    assert matches(parse("author:a:b"), Entry("a.md", data={"author": "a:b"}))


NESTED = Entry(
    "a.md",
    data={
        "seo": {"Title": "Tea", "robots": {"index": False}},
        "links": [{"name": "One"}, {"name": "Two"}, "three"],
        "og.title": "Dotted",
        "og": {"title": "Nested"},
    },
)


@pytest.mark.parametrize(
    "query",
    [
        "seo.title:tea",
        "SEO.Title:",
        "seo.robots.index:false",
        "links.name:two",
        "og.title:dotted",
        "-og.title:nested",
        "-seo.missing:",
        "-seo.title.more:",
    ],
)
def test_dots_lead_into_maps_and_lists(query: str) -> None:
    assert matches(parse(query), NESTED)


def test_a_nested_value_is_no_text_to_look_for() -> None:
    assert not matches(parse("seo:x"), Entry("a.md", data={"seo": {"title": "x"}}))
