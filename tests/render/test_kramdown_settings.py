"""What a site's configuration says to kramdown, as kramdown would understand it."""

from __future__ import annotations

import pytest

from reviewer.render.flavours.kramdown.flavour import Kramdown
from reviewer.render.flavours.kramdown.settings import Settings


def of(**options: object) -> Settings:
    return Settings.of({"kramdown": options})


def test_without_a_configuration_they_are_jekylls() -> None:
    assert Settings.of({}) == Settings.of({"kramdown": None}) == Settings()
    assert Settings().gfm
    assert not Settings().hard_wrap


@pytest.mark.parametrize(
    ("written", "gfm"), [("kramdown", False), ("Kramdown", False), ("GFM", True)]
)
def test_the_parser_is_chosen(written: str, gfm: bool) -> None:
    assert of(input=written).gfm is gfm


@pytest.mark.parametrize("written", ["1..3", "1,2,3", [1, 2, 3], ["1", "2", "3", "3"]])
def test_levels_are_a_range_or_a_list(written: object) -> None:
    assert of(toc_levels=written).toc_levels == (1, 2, 3)


@pytest.mark.parametrize(
    "options",
    [
        {"toc_levels": "9..10"},
        {"toc_levels": None},
        {"smart_quotes": "lsquo"},
        {"footnote_nr": "first"},
        {"link_defs": "no mapping"},
        {"unknown": 1},
        {"gfm": False},
    ],
)
def test_what_kramdown_would_not_understand_changes_nothing(options: dict[str, object]) -> None:
    assert Settings.of({"kramdown": options}) == Settings()


def test_true_and_false_may_be_written_as_text() -> None:
    assert of(hard_wrap="true").hard_wrap
    assert not of(auto_ids="false").auto_ids


def test_no_engine_is_nil_or_nothing() -> None:
    assert of(math_engine=None).math_engine == of(math_engine="nil").math_engine == ""


def test_colours_can_be_turned_off() -> None:
    assert "codehilite" in Kramdown.of({}).to_html("    x\n")
    off = {"kramdown": {"syntax_highlighter_opts": {"disable": True}}}
    assert Kramdown.of(off).to_html("    x\n") == '<pre data-line="1"><code>x\n</code></pre>\n'


@pytest.mark.parametrize(
    ("options", "tag"),
    [
        ({}, '<h1 data-line="1" id="grüße-zwei-x">'),
        ({"auto_id_prefix": "p-"}, '<h1 data-line="1" id="p-grüße-zwei-x">'),
        ({"input": "kramdown"}, '<h1 data-line="1" id="gre-zwei-x">'),
        ({"auto_ids": False}, '<h1 data-line="1">'),
    ],
)
def test_ids_of_headings_follow_the_options(options: dict[str, object], tag: str) -> None:
    assert Kramdown.of({"kramdown": options}).to_html("# Grüße *zwei* {x}\n").startswith(tag)


def test_accents_may_be_written_without() -> None:
    options = {"input": "kramdown", "transliterated_header_ids": True}
    assert 'id="cafe"' in Kramdown.of({"kramdown": options}).to_html("# Café\n")


def test_a_text_may_set_options_for_what_follows() -> None:
    html = Kramdown().to_html("{::options header_offset='2' /}\n\n# Title\n")
    assert "<h3" in html
