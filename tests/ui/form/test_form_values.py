"""The small decisions of the form: pairs of fields, dates as written, steps of a number."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from reviewer.ui.panels.form import fitting
from reviewer.ui.panels.form.addresses import is_web_address
from reviewer.ui.panels.form.rows import Row, State, arrange
from reviewer.ui.panels.form.typed import typed_over, value_of
from reviewer.ui.panels.form.words import placeholder_of, told
from reviewer.ui.panels.form.written_dates import day_in, split_date, with_day, with_zone


def a_row(name: str = "x", kind: str = "string", *, half: bool = False) -> Row:
    return Row((name,), name, "text", kind, State.VALUE, half=half)


def test_two_short_fields_share_a_line():
    rows = (a_row("title"), a_row("a", half=True), a_row("b", half=True), a_row("c", half=True))
    lines = [[row.label for row in line.rows] for line in arrange(rows)]
    assert lines == [["title"], ["a", "b"], ["c"]]


def test_a_short_field_before_a_long_one_stands_alone():
    rows = (a_row("a", half=True), a_row("long"), a_row("b", half=True))
    assert [len(line.rows) for line in arrange(rows)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("kind", "value", "editor"),
    [
        ("string", "a", "text"),
        ("string", "a\nb", "long"),
        ("string", "a" * 400, "long"),
        ("string", ["a"], "yaml"),
        ("enum", ["a", "b"], "tags"),
        ("int", "high", "number"),
        ("bool", "maybe", "text"),
        ("bool", True, "yes_no"),
        ("tags", "a b", "text"),
        ("tags", ["a", {"b": 1}], "list"),
        ("list", {"a": 1}, "yaml"),
        ("object", "text", "text"),
        ("object", {"a": 1}, "group"),
        ("date", "2026-02-31", "date"),
        ("date", "a\nb", "long"),
        ("opaque", {"a": 1}, "yaml"),
    ],
)
def test_a_value_gets_an_editor_that_can_show_it(kind, value, editor):
    assert fitting.editor_for(kind, value, State.VALUE) == editor


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (True, "bool"),
        (3, "int"),
        (3.5, "float"),
        (date(2026, 2, 1), "date"),
        (datetime(2026, 2, 1, 6), "datetime"),
        ("https://a.b", "url"),
        (["a", "b"], "tags"),
        (["a" * 60], "list"),
        ({"a": 1}, "object"),
    ],
)
def test_a_value_without_schema_has_a_kind(value, kind):
    assert fitting.kind_of(value) == kind


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("int", "8", 8),
        ("int", "8.5", 8.5),
        ("int", "8 of 10", "8 of 10"),
        ("float", "", None),
        ("bool", "true", True),
        ("bool", "maybe", "maybe"),
        ("date", "2026-02-01", date(2026, 2, 1)),
        ("date", "2026-02-31", "2026-02-31"),
        ("date", "3 March 2026", "3 March 2026"),
        ("string", "", ""),
        ("string", "8", "8"),
    ],
)
def test_typed_text_has_the_value_of_its_kind(kind, text, value):
    found = value_of(a_row(kind=kind), text)
    assert (found, type(found)) == (value, type(value))


def test_characters_that_the_widget_cannot_show_survive_typing():
    assert typed_over("a\u2028b\udcc2c", "a\nb?c", "a\nb?cd") == "a\u2028b\udcc2cd"


def test_another_day_keeps_time_zone_and_marks():
    text = "2026/02/01 06:54:02 -0400"
    assert with_day(text, date(2026, 3, 4)) == "2026/03/04 06:54:02 -0400"


@pytest.mark.parametrize(
    ("text", "zone", "wanted"),
    [
        ("2026-02-01 06:54:02", "+00:00", "2026-02-01 06:54:02+00:00"),
        ("2026-02-01 06:54:02 -0400", "+01:00", "2026-02-01 06:54:02 +01:00"),
        ("2026-02-01T06:54:02Z", "+01:00", "2026-02-01T06:54:02+01:00"),
        ("2026-02-01T06:54:02Z", "", "2026-02-01T06:54:02"),
        ("2026-02-01", "+01:00", "2026-02-01"),
        ("soon", "+01:00", "soon"),
    ],
)
def test_another_zone_keeps_day_and_time(text, zone, wanted):
    assert with_zone(text, zone) == wanted


def test_an_impossible_day_is_no_day():
    assert day_in("2026-02-31") is None
    assert split_date("2026-02-31 1:00").zone == ""


@pytest.mark.parametrize(
    ("label", "kind", "text"),
    [
        ("Description", "text", "Add a description"),
        ("Author", "string", "Add an author"),
        ("Source URL", "url", "Add a source URL"),
        ("Tags", "tags", "Add tags"),
    ],
)
def test_an_absent_field_invites_in_plain_words(label, kind, text):
    assert placeholder_of(label, kind) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("Nws", "“Nws”"), (None, "null"), (True, "yes"), ("", "empty"), ([1, 2], "2 items")],
)
def test_an_old_value_is_told_shortly(value, text):
    assert told(value) == text


@pytest.mark.parametrize("text", ["javascript:alert(1)", "file:///etc", "https://", "http://a b"])
def test_no_other_address_than_a_web_page_is_opened(text):
    assert not is_web_address(text)
