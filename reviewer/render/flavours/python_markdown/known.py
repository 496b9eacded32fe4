"""The extensions that may be loaded: a folder names them, but never has code of its own run."""

from __future__ import annotations

_STANDARD = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br"),
        *("sane_lists", "smarty", "tables", "toc", "wikilinks"),
    )
)
_PYMDOWN = frozenset(
    f"pymdownx.{name}"
    for name in (
        *("arithmatex", "betterem", "blocks.admonition", "blocks.caption", "blocks.definition"),
        *("blocks.details", "blocks.html", "blocks.tab", "bracketspan", "caret", "critic"),
        *("details", "emoji", "escapeall", "extra", "fancylists", "highlight", "inlinehilite"),
        *("keys", "magiclink", "mark", "progressbar", "quotes", "saneheaders", "smartsymbols"),
        *("snippets", "striphtml", "superfences", "tabbed", "tasklist", "tilde"),
    )
)
"""All but those that put files into the page or count addresses anew."""


def canonical(name: str) -> str:
    """The short name of an extension, however a configuration writes it; "" if unknown."""
    short = name.partition(":")[0].removeprefix("markdown.extensions.")
    known = short in _STANDARD or short in _PYMDOWN
    return short if known else ""


def module(name: str) -> str:
    """The module of an extension by its short name."""
    return name if name.startswith("pymdownx.") else f"markdown.extensions.{name}"
