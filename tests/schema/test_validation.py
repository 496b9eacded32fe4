"""Findings of whole posts: missing, empty and misspelt keys, items and nested fields."""

from __future__ import annotations

from typing import Any

import pytest

from reviewer.document.dialect import Dialect
from reviewer.document.operations import Rename, SetValue
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field, Option
from reviewer.schema.finding import Finding, Severity
from reviewer.schema.validation import validate

POSTS = 100
TYPE = ContentType(
    "post",
    (
        Field(
            "layout",
            "Layout",
            "enum",
            required=Severity.WARNING,
            options=(Option("post", "", POSTS),),
            count=POSTS,
        ),
        Field(
            "title",
            "Title",
            "string",
            required=Severity.WARNING,
            filled=Severity.WARNING,
            count=POSTS,
        ),
        Field("category", "Category", "string", required=Severity.WARNING, count=90),
        Field("tldr", "TL;DR", "list", item=Field("tldr", "TL;DR", "string"), count=90),
        Field("seo", "SEO", "object", fields=(Field("url", "URL", "url"),), count=50),
        Field("note", "Note", "int", also=("string",), count=50),
        Field("catgory", "Catgory", "string", count=1),
    ),
    count=POSTS,
)
GOOD = {"layout": "post", "title": "A", "category": "News"}


def findings(data: Any) -> list[Finding]:
    return list(validate(data, TYPE, dialect=Dialect.YAML_1_1))


def told(data: Any) -> list[tuple[str, tuple[Any, ...], str]]:
    return [(each.source, each.path, each.message) for each in findings(data)]


def test_good_post_has_no_findings() -> None:
    assert findings(GOOD) == []


def test_group_that_serves_another_purpose_lacks_nothing() -> None:
    inner = tuple(Field(name, required=Severity.WARNING, count=50) for name in ("url", "alt"))
    group = Field("params", "Params", "object", fields=inner, count=50)
    of_groups = ContentType("post", (group,), count=POSTS)

    def paths(params: Any) -> list[tuple[Any, ...]]:
        found = validate({"params": params}, of_groups, dialect=Dialect.YAML_1_1)
        return [each.path for each in found if each.source == "missing-field"]

    assert paths({"searchable": False}) == []
    assert paths({"url": "/a"}) == [("params", "alt")]
    assert paths({}) == [("params", "url"), ("params", "alt")]


def test_missing_field() -> None:
    data = {key: GOOD[key] for key in ("layout", "category")}
    assert told(data) == [("missing-field", ("title",), "Title is missing.")]


@pytest.mark.parametrize(
    ("name", "kind", "message"),
    [
        ("tags", "tags", "Tags are missing."),
        ("categories", "list", "Categories are missing."),
        ("series", "list", "Series is missing."),
        ("news", "string", "News is missing."),
        ("status", "tags", "Status is missing."),
    ],
)
def test_missing_field_is_told_in_right_grammar(name: str, kind: str, message: str) -> None:
    field = Field(name, name.title(), kind, required=Severity.WARNING, count=POSTS)
    (finding,) = validate({}, ContentType("post", (field,)), dialect=Dialect.YAML_1_1)
    assert finding.message == message


def test_missing_field_with_one_usual_value_is_one_click() -> None:
    (finding,) = findings({"title": "A", "category": "News"})
    assert finding.fixes[0].label == "Add “post”"
    assert finding.fixes[0].operations == (SetValue(("layout",), "post"),)


@pytest.mark.parametrize(
    ("kind", "value", "offered"),
    [
        ("bool", True, True),
        ("url", "/assets/default.png", True),
        ("string", "Ford held talks with Xiaomi", False),
        ("string", "All well.", False),
        ("string", "Ford-held-talks-with-the-maker-of-telephones", False),
        ("text", "News", False),
    ],
)
def test_only_habits_are_offered_and_never_the_prose_of_another_post(
    kind: str, value: object, offered: bool
) -> None:
    option = Option(value, "", POSTS)
    field = Field("x", "X", kind, required=Severity.WARNING, options=(option,), count=POSTS)
    type_ = ContentType("post", (field,), count=POSTS)
    (finding,) = validate({}, type_, dialect=Dialect.YAML_1_1)
    assert bool(finding.fixes) is offered


def test_empty_field_is_told_apart_from_a_missing_one() -> None:
    assert told({**GOOD, "title": ""}) == [("empty-field", ("title",), "Title is empty.")]
    assert told({**GOOD, "title": None}) == [("empty-field", ("title",), "Title is empty.")]


def test_empty_field_that_nobody_needs_is_fine() -> None:
    assert findings({**GOOD, "seo": None, "note": ""}) == []


def test_wrong_item_is_named_by_its_index() -> None:
    assert told({**GOOD, "tldr": ["a", ["b"]]}) == [
        ("wrong-type", ("tldr", 1), "This should be text, but it is a list.")
    ]


def test_empty_item() -> None:
    assert told({**GOOD, "tldr": ["a", None]}) == [
        ("empty-item", ("tldr", 1), "This item is empty.")
    ]


def test_nested_field_is_named_by_its_path() -> None:
    assert [each.path for each in findings({**GOOD, "seo": {"url": "TODO"}})] == [("seo", "url")]


def test_kind_that_other_posts_use_too_is_fine() -> None:
    assert findings({**GOOD, "note": "text"}) == []


def test_misspelt_key_is_told_instead_of_the_missing_one() -> None:
    data = {"layout": "post", "title": "A", "catgory": "News"}
    (finding,) = findings(data)
    assert finding.source == "unknown-field"
    assert finding.message == "Did you mean “category”? Hardly any post has “catgory”."
    assert finding.fixes[0].operations == (Rename(("catgory",), "category"),)


def test_key_like_one_that_is_there_is_fine() -> None:
    assert findings({**GOOD, "catgory": "News"}) == []


def test_unknown_keys_are_fine() -> None:
    assert findings({**GOOD, "whatever": 1, 5: "x", None: "y"}) == []


def test_front_matter_that_is_no_group_of_fields() -> None:
    assert findings(["a"]) == []
    assert findings(None) == []


def test_written_text_is_asked_for_by_path() -> None:
    asked: list[Any] = []

    def written(path: tuple[Any, ...]) -> str:
        asked.append(path)
        return "no"

    found = validate({**GOOD, "title": False}, TYPE, dialect=Dialect.YAML_1_1, written=written)
    assert found[0].fixes[0].operations == (SetValue(("title",), "no"),)
    assert ("title",) in asked
