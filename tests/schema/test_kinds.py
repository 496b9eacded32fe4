"""Kinds: what they recognise, read, show and find fault with."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from reviewer.document.dialect import Dialect
from reviewer.document.operations import SetValue
from reviewer.schema.field import DECLARED, Field, Option, Origin
from reviewer.schema.finding import Finding, Severity
from reviewer.schema.kinds.base import Spot, Unreadable
from reviewer.schema.kinds.registry import KINDS, kind

SAMPLES: dict[str, Any] = {
    "bool": True,
    "int": 8,
    "float": 0.5,
    "date": date(2026, 2, 1),
    "datetime": datetime(2026, 2, 1, 6, 54, 2),
    "url": "https://a.example/b",
    "email": "a@b.example",
    "image": "/assets/a.png",
    "string": "News",
    "text": "a\nb",
    "enum": "News",
    "tags": ["a", "b"],
    "list": [{"a": 1}, "b"],
    "object": {"a": [1]},
    "opaque": {"a": 1},
    "time": "09:30",
    "file": "/a.pdf",
    "slug": "a-b",
    "colour": "#1a2b3c",
    "reference": "jane",
    "variant": {"type": "image", "src": "a.png"},
    "hidden": {"a": 1},
    "body": {"a": 1},
}


def check(name: str, value: Any, written: str = "", **rules: Any) -> list[Finding]:
    field = Field("x", kind=name, **rules)
    spot = Spot(("x",), rules.pop("dialect", Dialect.YAML_1_1), lambda _path: written)
    return list(kind(name).check(value, field, spot))


def found(name: str, value: Any, written: str = "", **rules: Any) -> list[tuple[str, str]]:
    return [(each.source, each.message) for each in check(name, value, written, **rules)]


def test_every_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(KINDS)


@pytest.mark.parametrize("name", SAMPLES)
def test_kind_recognises_its_own(name: str) -> None:
    assert kind(name).recognises(SAMPLES[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_what_a_kind_shows_it_reads_again(name: str) -> None:
    assert kind(name).parse(kind(name).show(SAMPLES[name])) == SAMPLES[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_right_value_has_no_findings(name: str) -> None:
    assert check(name, SAMPLES[name]) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bool", "true"),
        ("int", True),
        ("int", 1.5),
        ("float", "1"),
        ("date", datetime(2026, 1, 1)),
        ("date", "soon"),
        ("url", "www.a.example"),
        ("email", "a@b"),
        ("image", "a.pdf"),
        ("string", "a\nb"),
        ("tags", [["a"]]),
        ("list", "a"),
        ("object", []),
    ],
)
def test_kind_does_not_recognise(name: str, value: Any) -> None:
    assert not kind(name).recognises(value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bool", "maybe"),
        ("int", "1.5"),
        ("int", "eight"),
        ("int", "9" * 10_000),
        ("float", "nan"),
        ("date", "2026-02-31"),
        ("date", "2026-02-01 10:00:00"),
        ("datetime", "soon"),
        ("url", "htps:/a"),
        ("email", "a b@c.example"),
        ("list", "a: b"),
        ("list", "[a"),
        ("object", "- a"),
        ("opaque", "a: [b"),
        ("opaque", "[" * 5000),
    ],
)
def test_unreadable_text_is_refused_in_plain_words(name: str, text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        kind(name).parse(text)
    assert caught.value.what.endswith(".")


def test_tags_may_be_typed_between_commas() -> None:
    assert kind("tags").parse(" a, b c ,, ") == ["a", "b c"]


def test_unknown_kind_is_opaque() -> None:
    assert kind("hologram").name == "opaque"


def test_number_in_quotes_can_be_made_a_number() -> None:
    (finding,) = check("int", "8", '"8"')
    assert finding.message == "This should be a whole number, but it is text “8”."
    assert finding.fixes[0].label == "Use 8"
    assert finding.fixes[0].operations == (SetValue(("x",), 8),)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (11, "11 is more than 10. Usual is 1 to 10."),
        (0, "0 is less than 1. Usual is 1 to 10."),
        (10, ""),
        (1, ""),
    ],
)
def test_range_includes_its_ends(value: int, message: str) -> None:
    messages = [each.message for each in check("int", value, minimum=1, maximum=10)]
    assert messages == ([message] if message else [])


def test_one_sided_range() -> None:
    assert found("int", -1, minimum=0) == [
        ("out-of-range", "-1 is less than 0. Usual is 0 or more.")
    ]
    assert found("float", 2.5, maximum=2) == [
        ("out-of-range", "2.5 is more than 2. Usual is 2 or less.")
    ]


def test_not_a_number_is_no_number() -> None:
    assert found("float", float("nan")) == [("not-a-number", "This is not a number.")]


def test_word_for_yes_or_no_in_quotes() -> None:
    (finding,) = check("bool", "False")
    assert finding.fixes[0].operations == (SetValue(("x",), False),)


def test_single_value_can_be_made_a_list() -> None:
    (finding,) = check("tags", "ev")
    assert finding.fixes[0].label == "Make it a list"
    assert finding.fixes[0].operations == (SetValue(("x",), ["ev"]),)


def test_group_cannot_be_made_a_list() -> None:
    (finding,) = check("tags", {"a": 1})
    assert finding.fixes == ()


# Text that misleads


@pytest.mark.parametrize(
    ("value", "written", "reading"),
    [
        (False, "no", "no"),
        (750, "12:30", "the number 750"),
        (1.1, "1.10", "the number 1.1"),
        (date(2026, 2, 1), "2026-02-01", "a date"),
    ],
)
def test_text_that_the_site_reads_otherwise(value: Any, written: str, reading: str) -> None:
    (finding,) = check("string", value, written)
    assert finding.severity is Severity.HINT
    assert finding.message == f"The site reads “{written}” as {reading}, not as text."
    assert finding.fixes[0].operations == (SetValue(("x",), written),)


@pytest.mark.parametrize(("written", "count"), [("no", 1), ('"no"', 0), ("News", 0)])
def test_plain_word_that_other_tools_misread(written: str, count: int) -> None:
    field = Field("x", kind="string")
    spot = Spot(("x",), Dialect.YAML_1_2, lambda _path: written)
    assert len(list(kind("string").check(written.strip('"'), field, spot))) == count


def test_list_where_text_is_meant() -> None:
    assert found("string", ["a"]) == [("wrong-type", "This should be text, but it is a list.")]


def test_long_text_is_only_a_hint() -> None:
    (finding,) = check("string", "x" * 71, max_length=70)
    assert (finding.source, finding.severity) == ("too-long", Severity.HINT)


# Choices

NEWS = (Option("News", "", 820), Option("Markets", "", 214))
ECONOMY = (Option("economy", "", 40),)


@pytest.mark.parametrize("value", ["news", "NEWS", "Nws", "News ", "Ne-ws"])
def test_misspelt_choice_is_recognised(value: str) -> None:
    findings = check("enum", value, options=NEWS)
    assert findings[0].message == "820 posts write “News”."
    assert findings[0].fixes[0].label == "Use News"
    assert findings[0].fixes[0].operations == (SetValue(("x",), "News"),)


def test_slip_in_a_longer_choice() -> None:
    assert found("enum", "Martkets", options=NEWS) == [
        ("unusual-value", "214 posts write “Markets”.")
    ]


def test_new_value_of_an_open_choice_is_fine() -> None:
    assert check("enum", "Sport", options=NEWS) == []


def test_new_value_of_a_closed_choice_is_told() -> None:
    assert found("enum", "Sport", options=NEWS, open_options=False) == [
        ("unusual-value", "“Sport” is none of the usual values: News, Markets.")
    ]


def test_codes_that_resemble_each_other_are_different() -> None:
    options = (Option("[]string", "", 50), Option("page.Pages", "", 50))
    assert check("enum", "string", options=options) == []
    assert check("enum", "page.Page", options=options) == []


def test_free_text_that_few_write_is_only_compared_by_case_and_blanks() -> None:
    options = (Option("Markets", "", 9),)
    assert check("string", "Markts", options=options) == []
    assert check("string", "markets", options=options)


@pytest.mark.parametrize("value", ["econmy", "econoomy", "ecnoomy", "Econmy"])
def test_one_wrong_letter_of_a_much_used_tag_is_a_slip(value: str) -> None:
    assert found("string", value, options=ECONOMY) == [
        ("unusual-value", "40 posts write “economy”.")
    ]


@pytest.mark.parametrize("value", ["economys", "econom", "economi", "ecology", "economic"])
def test_words_that_end_otherwise_are_other_tags(value: str) -> None:
    assert check("string", value, options=ECONOMY) == []


def test_declared_choice_that_is_not_kept_is_an_error() -> None:
    origin = Origin(DECLARED, "reviewer.yml:3")
    (finding,) = check("enum", "Sport", options=NEWS, open_options=False, origin=origin)
    assert finding.severity is Severity.ERROR


# Dates

SITE = {"timezone": "UTC", "zone_severity": Severity.WARNING}


def test_time_without_zone() -> None:
    (finding,) = check("datetime", datetime(2026, 2, 1, 6, 54, 2), "2026-02-01 06:54:02", **SITE)
    assert finding.message == "No time zone: the site reads this as UTC."
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].label == "Add +00:00"
    expected = datetime(2026, 2, 1, 6, 54, 2, tzinfo=UTC)
    assert finding.fixes[0].operations == (SetValue(("x",), expected),)


def test_zone_of_the_configuration_is_offered_too() -> None:
    value = datetime(2026, 2, 1, 6, 54, 2)
    (finding,) = check("datetime", value, site_timezone="America/New_York", **SITE)
    assert [fix.label for fix in finding.fixes] == ["Add +00:00", "Add -05:00"]


def test_hugo_reads_times_in_the_zone_of_its_configuration() -> None:
    rules = {"timezone": "Europe/Oslo", "zone_severity": Severity.HINT}
    (finding,) = check("datetime", datetime(2026, 7, 1, 12), **rules)
    assert finding.message == "No time zone: the site reads this as Europe/Oslo time."
    assert finding.fixes[0].label == "Add +02:00"


@pytest.mark.parametrize("value", [datetime(2026, 2, 1, 6, tzinfo=UTC), date(2026, 2, 1)])
def test_zone_is_asked_of_times_alone(value: date) -> None:
    assert check("datetime", value, **SITE) == []


def test_zone_does_not_matter_everywhere() -> None:
    assert check("datetime", datetime(2026, 2, 1, 6)) == []


def test_impossible_day_is_an_error_with_the_nearest_one() -> None:
    (finding,) = check("date", "2026-02-31", "2026-02-31")
    assert (finding.severity, finding.message) == (Severity.ERROR, "There is no 31 February.")
    assert finding.fixes[0].label == "Use 28 Feb"
    assert finding.fixes[0].operations == (SetValue(("x",), date(2026, 2, 28)),)


def test_mended_day_in_quotes_stays_text_and_keeps_its_time() -> None:
    (finding,) = check("datetime", "2026-02-31T09:10:00Z", '"2026-02-31T09:10:00Z"')
    assert finding.fixes[0].operations == (SetValue(("x",), "2026-02-28T09:10:00Z"),)


def test_text_that_is_no_date() -> None:
    (finding,) = check("date", "soon")
    assert (finding.source, finding.severity) == ("bad-date", Severity.ERROR)


# Addresses


@pytest.mark.parametrize(
    "value",
    [
        "https://a.example/b?c=d#e",
        "http://localhost:4000/x",
        "https://user@a.example:8080/",
        "https://[::1]/",
        "https://bücher.example/ä",
        "/about/",
        "#top",
        "mailto:a@b.example",
        "{{ site.url }}/a",
    ],
)
def test_address_that_is_fine(value: str) -> None:
    assert check("url", value) == []


@pytest.mark.parametrize(
    ("value", "message", "fix"),
    [
        (
            "htps:/www.a.example/b",
            "This is not an address: it should begin with https://.",
            "https://www.a.example/b",
        ),
        (
            "https//a.example",
            "This is not an address: it should begin with https://.",
            "https://a.example",
        ),
        (
            "www.a.example",
            "This is not an address: it should begin with https://.",
            "https://www.a.example",
        ),
        ("https://a b.example", "An address has no blanks.", ""),
        ("https://", "This address names no site.", ""),
        ("https://nowhere", "This address names no site.", ""),
        ("TODO", "This is not an address: it should begin with https://.", ""),
    ],
)
def test_bad_address(value: str, message: str, fix: str) -> None:
    (finding,) = check("url", value)
    assert (finding.source, finding.message) == ("bad-url", message)
    assert [each.label for each in finding.fixes] == ([f"Use {fix}"] if fix else [])


def test_bad_email() -> None:
    assert found("email", "ines@") == [("bad-email", "This is not an e-mail address.")]


@pytest.mark.parametrize("name", ["url", "email", "image", "date", "enum"])
def test_list_in_place_of_one_value(name: str) -> None:
    sources = [each.source for each in check(name, [1], options=NEWS)]
    assert sources == ["wrong-type"]


def test_wrong_type_is_an_error_only_where_the_type_was_declared() -> None:
    (learnt,) = check("int", "many", count=400)
    (declared,) = check("int", "many", origin=Origin(DECLARED, "reviewer.yml", 3))
    assert (learnt.severity, declared.severity) == (Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize(("length", "told"), [(4, True), (5, False), (80, False), (81, True)])
def test_text_far_longer_or_shorter_than_all_others(length: int, told: bool) -> None:
    message = f"{length} characters; nearly all posts have 10 to 40."
    expected = [("unusual-length", message)] if told else []
    assert found("string", "x" * length, usual_length=(10, 40)) == expected
