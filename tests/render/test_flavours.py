"""Each engine has its flavour."""

from __future__ import annotations

import pytest

from reviewer.render.flavours.registry import FLAVOURS, flavour_for


@pytest.mark.parametrize(
    ("engine", "name"),
    [
        ("astro", "commonmark"),
        ("eleventy", "commonmark"),
        ("zola", "commonmark"),
        ("obsidian", "obsidian"),
        ("docusaurus", "commonmark"),
        ("", "commonmark"),
        ("hugo", "goldmark"),
        ("jekyll", "kramdown"),
        ("mkdocs", "python-markdown"),
        ("pelican", "python-markdown"),
    ],
)
def test_an_engine_reads_its_flavour(engine: str, name: str) -> None:
    assert flavour_for(engine, {}).name == name


@pytest.mark.parametrize("name", FLAVOURS)
def test_a_flavour_is_called_by_its_name(name: str) -> None:
    flavour = FLAVOURS[name]({})
    assert flavour.name == name
    assert "data-line" in flavour.to_html("text")
