"""``reviewer.yml`` is read as far as it makes sense, and told of where it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reviewer.schema.condition import Condition, FieldRef
from reviewer.schema.declared.reading import Declared, load, read
from reviewer.schema.field import Field, Option, Reference
from reviewer.schema.finding import Severity
from reviewer.schema.matching import Match
from reviewer.schema.patterns import Pattern


def declared(text: str) -> Declared:
    return read(text, Path("/"))


def field_of(settings: str) -> Field:
    (content_type,) = declared(f"fields:\n  x: {settings}\n").types
    (field,) = content_type.fields
    return field


def told(text: str) -> list[str]:
    return [str(each) for each in declared(text).notices]


@pytest.mark.parametrize(
    ("settings", "attribute", "value"),
    [
        ("{label: Title}", "label", "Title"),
        ("{required: error}", "required", Severity.ERROR),
        ("{required: never}", "required", None),
        ("{required: true}", "required", Severity.ERROR),
        ("{filled: hint}", "filled", Severity.HINT),
        ("{nullable: true}", "nullable", True),
        ("{options: [a, {value: b, label: B}]}", "options", (Option("a"), Option("b", "B"))),
        ("{open: true}", "open_options", True),
        ("{unique: folder}", "unique", "folder"),
        ("{unique: false}", "unique", ""),
        ("{min: 1.5}", "minimum", 1.5),
        ("{max_words: 20}", "max_words", 20),
        ("{earliest: 2026-02-01}", "earliest", date(2026, 2, 1)),
        ("{pattern: '^a'}", "pattern", Pattern("^a")),
        (
            "{pattern: {regex: a, flags: i, message: No.}}",
            "pattern",
            Pattern("a", "i", "No."),
        ),
        ("{also: [list, int]}", "also", ("list", "int")),
        ("{when: {draft: true}}", "when", (Condition("draft", "eq", True),)),
        ("{reference: {type: author}}", "reference", Reference("author")),
        ("{extensions: .png}", "extensions", (".png",)),
        ("{messages: {required: Please!}}", "messages", {"required": "Please!"}),
        ("{default: [1, 2]}", "default", [1, 2]),
        ("{empty_as: list}", "empty_as", "list"),
    ],
)
def test_setting_of_a_field(settings: str, attribute: str, value: Any) -> None:
    field = field_of(settings)
    assert getattr(field, attribute) == value
    assert field.origin_of(attribute).text == "declared in reviewer.yml, line 2"


def test_options_make_a_closed_choice_unless_said_otherwise() -> None:
    field = field_of("{options: [a]}")
    assert (field.kind, field.open_options) == ("enum", False)
    assert field_of("{options: [a], open: true}").open_options is True


def test_nested_fields_and_items() -> None:
    field = field_of("{kind: list, item: {kind: object, fields: {a: {kind: int}}}}")
    assert field.item is not None
    assert field.item.fields[0].kind == "int"


def test_type_says_which_posts_it_is_for() -> None:
    text = (
        "types:\n"
        "  news:\n"
        "    match: {folder: _posts, layout: [post, news], exclude: '**/old/**', deep: false}\n"
        "  authors: {title: name, slug: '{name}', closed: true}\n"
    )
    news, authors = declared(text).types
    assert news.match == Match(
        ("_posts",), False, (), ("**/old/**",), (("layout", ("post", "news")),)
    )
    assert authors.match == Match(("authors",))
    assert (authors.title_field, authors.slug_template, authors.closed) == ("name", "{name}", True)


def test_rules_across_fields() -> None:
    text = (
        "rules:\n"
        "  fits: {when: {score: {gte: 7}}, then: {label: Optimistic}, severity: warning}\n"
        "  after: {then: {end: {gt: {field: start}}}, message: Too early.}\n"
    )
    (content_type,) = declared(text).types
    fits, after = content_type.rules
    assert (fits.when, fits.severity) == ((Condition("score", "gte", 7),), Severity.WARNING)
    assert after.then == (Condition("end", "gt", FieldRef("start")),)
    assert (after.message, after.severity) == ("Too early.", Severity.ERROR)


def test_severity_of_the_file_holds_for_all_fields_that_name_none() -> None:
    text = "severity: warning\nfields:\n  a: {kind: int}\n  b: {severity: hint}\n"
    a, b = declared(text).types[0].fields
    assert (a.severity, b.severity) == (Severity.WARNING, Severity.HINT)


def test_sections_for_checks_and_preview_are_kept() -> None:
    found = declared("checks: {spelling: off}\npreview: {css: [a.css]}\n")
    assert found.settings == {"checks": {"spelling": "off"}, "preview": {"css": ["a.css"]}}
    assert found.notices == ()


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("- a\n", "reviewer.yml:1: The file: This should be a group of settings."),
        ("fields: 3\n", "reviewer.yml:1: fields: This should be a group of settings."),
        (
            "fields:\n  a:\n    requird: true\n",
            "reviewer.yml:3: requird: There is no such setting. Did you mean “required”?",
        ),
        ("fields:\n  a: {min: x}\n", "reviewer.yml:2: min: This should be a number."),
        (
            "fields:\n  a: {required: often}\n",
            "reviewer.yml:2: required: This should be never, hint, warning or error.",
        ),
        ("fields:\n  a: {step: 0}\n", "reviewer.yml:2: step: A step is more than 0."),
        (
            "fields:\n  a: {options: 3}\n",
            "reviewer.yml:2: options: This should be a list of options.",
        ),
        (
            "rules:\n  a: {then: {x: {gt: {fild: y}}}}\n",
            "reviewer.yml:2: then: This should be a value, or the name of a field."
            " Write {field: start}.",
        ),
        ("rules:\n  a: {}\n", "reviewer.yml:2: a: A rule needs “then”: what must hold."),
        (
            "version: 9\n",
            "reviewer.yml:1: version: This Reviewer knows version 1 of this file;"
            " it is read all the same.",
        ),
        ("a: [\n", "reviewer.yml:2: This is not valid YAML: did not find expected node content."),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(text: str, notice: str) -> None:
    assert notice in told(text)


def test_one_bad_setting_leaves_the_others() -> None:
    (title, _other) = (
        declared("fields:\n  t: {min: x, label: T}\n  u: {kind: int}\n").types[0].fields
    )
    assert (title.label, title.minimum) == ("T", None)


def test_broken_condition_drops_its_rule_and_no_other() -> None:
    text = "rules:\n  a: {when: {x: {gtt: 1}}, then: {y: 1}}\n  b: {then: {y: 1}}\n"
    (content_type,) = declared(text).types
    assert [rule.name for rule in content_type.rules] == ["b"]


def test_unusable_pattern_is_told_and_left_out() -> None:
    assert field_of("{pattern: '('}").pattern is None
    assert "regular expression" in told("fields:\n  x: {pattern: '('}\n")[0]


def test_ten_megabytes_cost_a_notice(tmp_path: Path) -> None:
    (tmp_path / "reviewer.yml").write_text("a: " + "x" * 10_000_000)
    found = load(tmp_path)
    assert found.types == ()
    assert "bytes" in found.notices[0].why


def test_alias_bomb_costs_a_notice() -> None:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert declared("\n".join(lines)).notices


def test_bytes_that_are_no_text_cost_a_notice(tmp_path: Path) -> None:
    (tmp_path / "reviewer.yml").write_bytes(b"\xff\xfe\x00a: 1")
    assert load(tmp_path).notices


def test_folder_without_the_file_declares_nothing(tmp_path: Path) -> None:
    assert load(tmp_path) == Declared()
