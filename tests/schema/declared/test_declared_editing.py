"""One setting of ``reviewer.yml`` changes, every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.document.operations import EditRefused
from reviewer.schema.declared import editing
from reviewer.schema.declared.reading import read
from reviewer.schema.field import Option
from reviewer.schema.finding import Severity

FILE = """\
# What holds here
version: 1
types:
  news:   # the news
    match: {folder: _posts}
    fields:
      title:
        label: "Title"   # as printed
      category:
        kind: enum
"""


def changed(text: str) -> list[str]:
    """The lines that are not in ``FILE``."""
    return [line for line in text.splitlines() if line not in FILE.splitlines()]


def test_new_setting_of_a_known_field() -> None:
    text = editing.set_attribute(FILE, "news", ("title",), "max_length", 70)
    assert changed(text) == ["        max_length: 70"]
    assert text.replace("        max_length: 70\n", "") == FILE


def test_changed_setting_keeps_its_quotes_and_comment() -> None:
    text = editing.set_attribute(FILE, "news", ("title",), "label", "Headline")
    assert changed(text) == ['        label: "Headline"   # as printed']


def test_new_field_inside_a_new_group() -> None:
    text = editing.set_attribute(FILE, "news", ("seo", "title"), "required", Severity.WARNING)
    assert changed(text) == [
        "      seo:",
        "        fields:",
        "          title:",
        "            required: warning",
    ]


def test_items_of_a_list() -> None:
    text = editing.set_attribute("", "", ("tldr", 0), "max_words", 20)
    assert text == "version: 1\nfields:\n  tldr:\n    item:\n      max_words: 20\n"


def test_options_are_written_as_they_are_read() -> None:
    options = (Option("a"), Option("b", "B"))
    text = editing.set_attribute(FILE, "news", ("category",), "options", options)
    fields = read(text, Path("/")).types[0].fields
    assert fields[1].options == options


def test_dropped_setting_leaves_no_empty_group() -> None:
    text = editing.drop_attribute(FILE, "news", ("category",), "kind")
    assert text == FILE.replace("      category:\n        kind: enum\n", "")


def test_dropping_what_is_not_there_changes_nothing() -> None:
    assert editing.drop_attribute(FILE, "news", ("gone",), "kind") == FILE


def test_other_sections_have_their_place() -> None:
    text = editing.set_setting(FILE, ("checks", "spelling"), False)
    assert changed(text) == ["checks:", "  spelling: false"]


def test_line_ends_of_windows_stay() -> None:
    text = editing.set_attribute(FILE.replace("\n", "\r\n"), "news", ("title",), "max_length", 70)
    assert text.count("\n") == text.count("\r\n") == FILE.count("\n") + 1


@pytest.mark.parametrize("text", ["a: [\n", "---\na: 1\n"])
def test_file_that_cannot_be_edited_safely_is_refused(text: str) -> None:
    with pytest.raises(EditRefused):
        editing.set_attribute(text, "news", ("title",), "label", "x")


def test_attribute_that_nobody_declares_is_refused() -> None:
    with pytest.raises(EditRefused):
        editing.set_attribute(FILE, "news", ("title",), "count", 3)
