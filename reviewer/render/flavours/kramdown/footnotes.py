"""Footnotes as kramdown writes them into the page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict


def footnote_html(parser: MarkdownIt) -> None:
    """A plugin: kramdown's elements for what the footnote plugin found."""
    for kind, rule in (
        ("footnote_ref", _reference),
        ("footnote_block_open", _begin),
        ("footnote_block_close", _end),
        ("footnote_open", _open),
        ("footnote_anchor", _back),
    ):
        parser.add_render_rule(kind, rule)


def _label(token: Token) -> str:
    return escape(str(token.meta.get("label", token.meta["id"])))


def _reference(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    number = int(tokens[idx].meta["id"]) + 1
    label = _label(tokens[idx])
    return (
        f'<sup id="fnref:{label}" role="doc-noteref">'
        f'<a href="#fn:{label}" class="footnote" rel="footnote">{number}</a></sup>'
    )


def _begin(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    return '<div class="footnotes" role="doc-endnotes">\n<ol>\n'


def _end(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    return "</ol>\n</div>\n"


def _open(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    return f'<li id="fn:{_label(tokens[idx])}" role="doc-endnote">'


def _back(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    label = _label(tokens[idx])
    number = int(tokens[idx].meta["subId"])
    mark = f"↩<sup>{number + 1}</sup>" if number else "↩"
    return f'\u00a0<a href="#fnref:{label}" class="reversefootnote" role="doc-backlink">{mark}</a>'
