"""CommonMark with GitHub's additions, as the engines written in JavaScript and Rust have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import mdurl
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from reviewer.render.flavours.heading_ids import heading_ids
from reviewer.render.flavours.token_lines import source_lines

_PRIVATE = re.compile("([\U000f0000-\U0010fffd]+)")


@dataclass(frozen=True, slots=True)
class CommonMark:
    """CommonMark with tables, footnotes, task lists and strikethrough.

    With ``bare_links`` an address in the text is a link even without brackets.
    """

    bare_links: bool = True
    name: str = "commonmark"
    label: str = "CommonMark"

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        return str(_parser(self.bare_links).render(text))


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


def _any_address(url: str) -> bool:
    return True


def _encoded(url: str) -> str:
    parts = _PRIVATE.split(url)
    return "".join(part if index % 2 else mdurl.encode(part) for index, part in enumerate(parts))
