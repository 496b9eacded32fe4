"""How attributes of a field are typed in the Schema view."""

from __future__ import annotations

from typing import Any

import pytest

from reviewer.errors import ReviewerError
from reviewer.schema.declared.attributes import SETTINGS
from reviewer.schema.field import Field, Option
from reviewer.schema.finding import Severity
from reviewer.schema.kinds.registry import KINDS
from reviewer.schema.patterns import Pattern
from reviewer.ui.panels.schema import words
from reviewer.ui.panels.schema.attributes import SHOWN, choices, fitting, read, shown


@pytest.mark.parametrize(
    ("attribute", "value", "text"),
    [
        ("label", "No", "No"),
        ("help", "Two: lines\nof # help", "Two: lines\nof # help"),
        ("required", Severity.WARNING, "warning"),
        ("required", None, "never"),
        (
            "options",
            (Option("News"), Option("2024"), Option(3, "Three")),
            "News\n'2024'\n3 = Three",
        ),
        ("open_options", False, "false"),
        ("maximum", 10, "10"),
        ("pattern", Pattern(r"^\d+: #"), r"^\d+: #"),
        ("extensions", ("png", "jpg"), "png\njpg"),
        ("unique", "folder", "folder"),
        ("default", ["a", 1], "[a, 1]"),
    ],
)
def test_a_value_is_typed_and_read_alike(attribute: str, value: Any, text: str) -> None:
    assert shown(attribute, value) == text
    assert read(attribute, text) == value


def test_a_pattern_keeps_its_flags_and_message() -> None:
    before = Pattern("a", "i", "Letters only.")
    assert read("pattern", "b", before) == Pattern("b", "i", "Letters only.")


@pytest.mark.parametrize(
    ("attribute", "text"),
    [
        ("maximum", "many"),
        ("min_length", "-1"),
        ("pattern", "("),
        ("earliest", "2026-02-31"),
        ("default", "[a"),
        ("options", "{a: b}"),
    ],
)
def test_what_the_file_would_be_refused_for_is_refused(attribute: str, text: str) -> None:
    with pytest.raises(ReviewerError):
        read(attribute, text)


def test_everything_that_can_be_declared_can_be_changed() -> None:
    assert {each.name for each in SHOWN} == {each.attribute for each in SETTINGS}


def test_every_kind_has_a_name_and_can_be_chosen() -> None:
    assert set(words.KINDS) == set(KINDS)
    assert [key for key, _label in choices("kind")] == list(words.KINDS)


def test_a_field_shows_what_its_kind_has_and_what_is_stated() -> None:
    names = [each.name for each in fitting(Field("score", kind="int", default=5))]
    assert {"minimum", "maximum", "default"} <= set(names)
    assert not {"max_length", "earliest", "options"} & set(names)
    assert len(list(fitting(Field("score"), every=True))) == len(SHOWN)
