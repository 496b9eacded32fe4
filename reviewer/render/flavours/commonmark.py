"""CommonMark with GitHub's additions, as the engines written in JavaScript and Rust have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import mdurl
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from reviewer.render.flavours.heading_ids import heading_ids
from reviewer.render.flavours.piecewise import PiecewiseParser
from reviewer.render.flavours.token_lines import source_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_PRIVATE = re.compile("([\U000f0000-\U0010fffd]+)")


@dataclass(frozen=True, slots=True)
class CommonMark(PiecewiseParser):
    """CommonMark with tables, footnotes, task lists and strikethrough.

    With ``bare_links`` an address in the text is a link even without brackets.
    """

    bare_links: bool = True
    name: str = "commonmark"
    label: str = "CommonMark"

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        return str(self.parser().render(text))

    def parser(self) -> MarkdownIt:
        """The parser, made once."""
        return _parser(self.bare_links)


@cache
def _parser(bare_links: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(tasklists_plugin)
    if bare_links:
        parser.use(gfm_autolink_plugin)
    return keep_addresses(parser).use(heading_ids).use(source_lines)


def keep_addresses(parser: MarkdownIt) -> MarkdownIt:
    """Leave it to the sanitiser which addresses are harmless, and template tags as they are."""
    parser.validateLink = _any_address  # type: ignore[method-assign]
    parser.normalizeLink = _encoded  # type: ignore[method-assign]
    return parser


def struck_out(parser: MarkdownIt) -> None:
    """A plugin: text between tildes was deleted; ``<s>`` would say that it is no longer right."""
    for kind in ("s_open", "s_close"):
        parser.add_render_rule(kind, _deleted)


def _deleted(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    tokens[idx].tag = "del"
    return self.renderToken(tokens, idx, options, env)


def _any_address(url: str) -> bool:
    return True


def _encoded(url: str) -> str:
    parts = _PRIVATE.split(url)
    return "".join(part if index % 2 else mdurl.encode(part) for index, part in enumerate(parts))
