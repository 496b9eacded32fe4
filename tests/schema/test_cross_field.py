"""Rules over several fields, and over several posts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reviewer.document.dialect import Dialect
from reviewer.document.operations import SetValue
from reviewer.schema.content_type import ContentType
from reviewer.schema.declared.reading import read
from reviewer.schema.field import Field, Origin, Reference
from reviewer.schema.finding import Finding, Severity
from reviewer.schema.inference import Sample, infer
from reviewer.schema.origin import DECLARED
from reviewer.schema.validation import validate
from tests.support.gathered import Gathered

OWN = Origin(DECLARED, "reviewer.yml", 3)


def declared(text: str) -> ContentType:
    found = read(text, Path("/"))
    assert found.notices == ()
    return found.types[0]


def check(data: dict[str, Any], content_type: ContentType, **more: Any) -> list[Finding]:
    return list(validate(data, content_type, dialect=Dialect.YAML_1_1, **more))


FITS = "rules: {fits: {when: {score: {gte: 7}}, then: {label: Optimistic}}}"
AFTER = "rules: {after: {then: {end: {gt: {field: start}}}, when: {end: {present: true}}}}"


def test_value_that_another_one_demands() -> None:
    (finding,) = check({"score": 8, "label": "Neutral"}, declared(FITS))
    assert (finding.source, finding.path, finding.severity) == (
        "rule:fits",
        ("label",),
        Severity.ERROR,
    )
    assert finding.message == ("Label should be Optimistic. That is so where score is at least 7.")
    assert finding.fixes[0].operations == (SetValue(("label",), "Optimistic"),)


def test_rule_holds_only_where_its_condition_does() -> None:
    assert check({"score": 6, "label": "Neutral"}, declared(FITS)) == []
    assert check({"label": "Neutral"}, declared(FITS)) == []


@pytest.mark.parametrize(
    ("end", "broken"), [("2026-02-01", True), ("2026-02-02", False), ("", False)]
)
def test_end_after_start(end: str, broken: bool) -> None:
    found = check({"start": "2026-02-01", "end": end}, declared(AFTER))
    assert [each.path for each in found] == ([("end",)] if broken else [])


def test_rule_has_its_own_words_field_and_severity() -> None:
    text = "rules: {r: {then: {seo.title: {present: true}}, message: Please., severity: hint}}"
    (finding,) = check({"seo": {}}, declared(text))
    assert (finding.message, finding.path, finding.severity) == (
        "Please.",
        ("seo", "title"),
        Severity.HINT,
    )


def test_field_counts_only_where_its_condition_holds() -> None:
    text = "fields: {link: {kind: url, required: error, when: {external: true}}}"
    demanding = declared(text)
    assert [each.source for each in check({"external": True}, demanding)] == ["missing-field"]
    assert check({"external": False, "link": "not one"}, demanding) == []
    assert [each.source for each in check({"external": True, "link": "no"}, demanding)] == [
        "bad-url"
    ]


def test_condition_of_a_nested_field_looks_at_its_group_first() -> None:
    text = (
        "fields: {seo: {kind: object, fields:"
        " {on: {kind: bool}, title: {required: error, when: {on: true}}}}}"
    )
    assert len(check({"on": False, "seo": {"on": True}}, declared(text))) == 1
    assert check({"on": True, "seo": {"on": False}}, declared(text)) == []


def test_variant_is_checked_by_its_own_fields() -> None:
    text = (
        "fields: {blocks: {kind: list, item: {kind: variant, variants:"
        " {image: {fields: {type: {}, src: {required: error}}}}}}}"
    )
    content_type = declared(text)
    found = check({"blocks": [{"type": "image"}, {"type": "vide"}, {}]}, content_type)
    assert [(each.source, each.path) for each in found] == [
        ("missing-field", ("blocks", 0, "src")),
        ("unknown-variant", ("blocks", 1, "type")),
        ("unknown-variant", ("blocks", 2)),
    ]


def test_closed_type_allows_no_other_key() -> None:
    (finding,) = check({"a": "x", "b": 1}, ContentType("t", (Field("a"),), closed=True))
    assert (finding.source, finding.path) == ("unknown-field", ("b",))


POSTS = {
    "a.md": {"slug": "one", "title": "A"},
    "b.md": {"slug": "One "},
    "authors/jane.md": {"title": "Jane"},
}


def test_value_that_may_stand_in_one_post_only() -> None:
    field = Field("slug", unique="folder", origin=OWN)
    around = Gathered.of(POSTS.items()).around("a.md")
    (finding,) = check(POSTS["a.md"], ContentType("t", (field,)), neighbours=around)
    assert finding.message == "“one” stands in b.md, too; it should be in one post only."


def test_reference_that_leads_nowhere_names_what_was_meant() -> None:
    reference = Reference(folder="authors")
    field = Field("by", kind="reference", reference=reference, origin=OWN)
    around = Gathered.of(POSTS.items()).around("a.md")
    content_type = ContentType("t", (field,))
    assert check({"by": "jane"}, content_type, neighbours=around) == []
    (finding,) = check({"by": "jnae"}, content_type, neighbours=around)
    assert (finding.source, finding.fixes[0].label) == ("lost-reference", "Use jane")


def test_reference_to_a_type_looks_at_posts_of_that_type() -> None:
    field = Field("by", kind="reference", reference=Reference("authors", value="title"))
    names = {"authors/jane.md": "authors"}
    posts = Gathered.of(POSTS.items(), lambda path, _data: names.get(path, "posts"))
    around = posts.around("a.md")
    content_type = ContentType("t", (field,))
    assert check({"by": "Jane"}, content_type, neighbours=around) == []
    assert len(check({"by": "A"}, content_type, neighbours=around)) == 1


def test_reference_to_what_is_no_post_is_not_judged() -> None:
    field = Field("by", kind="reference", reference=Reference("people"))
    around = Gathered.of(POSTS.items()).around("a.md")
    assert check({"by": "anybody"}, ContentType("t", (field,)), neighbours=around) == []


def test_references_in_a_list_are_told_at_their_item() -> None:
    item = Field("", kind="reference", reference=Reference(folder="authors"))
    field = Field("by", kind="list", item=item)
    around = Gathered.of(POSTS.items()).around("a.md")
    (finding,) = check({"by": ["jane", "x"]}, ContentType("t", (field,)), neighbours=around)
    assert finding.path == ("by", 1)


def test_slugs_that_pages_of_two_languages_share_are_fine() -> None:
    data = [(f"{each}/{n}.md", {"slug": f"post-{n}"}) for each in ("de", "en") for n in range(40)]
    schema = infer([Sample(path, each) for path, each in data])
    field = schema.type_for("de/new.md", {}).field(("slug",))
    assert field is not None
    assert field.unique == ""


def test_slugs_that_all_posts_have_of_their_own_are_learnt_to_be_unique() -> None:
    data = [(f"p/{n}.md", {"slug": f"post-{n}", "n": n}) for n in range(40)]
    data.append(("p/double.md", {"slug": "post-7", "n": 7}))
    schema = infer([Sample(path, each) for path, each in data])
    around = Gathered.of(data).around("p/double.md")
    found = check(data[-1][1], schema.type_for(*data[-1]), neighbours=around)
    assert [(each.source, each.severity) for each in found] == [
        ("duplicate-value", Severity.WARNING)
    ]
