"""kramdown as Jekyll sets it up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from reviewer.render.flavours.commonmark import keep_addresses, struck_out
from reviewer.render.flavours.footnotes import FootnoteHtml
from reviewer.render.flavours.heading_ids import heading_ids
from reviewer.render.flavours.kramdown.attributes import attribute_lists
from reviewer.render.flavours.kramdown.emphasis import emphasis
from reviewer.render.flavours.kramdown.html_blocks import html_blocks
from reviewer.render.flavours.kramdown.links import links
from reviewer.render.flavours.kramdown.lists import tight_items
from reviewer.render.flavours.kramdown.spans import spans
from reviewer.render.flavours.kramdown.typography import typography
from reviewer.render.flavours.piecewise import PiecewiseParser
from reviewer.render.flavours.tasks import tasks
from reviewer.render.flavours.token_lines import source_lines

FOOTNOTES = FootnoteHtml(
    sup=' role="doc-noteref"',
    link=' class="footnote" rel="footnote"',
    note=' role="doc-endnote"',
    back=' class="reversefootnote" role="doc-backlink"',
)


@dataclass(frozen=True, slots=True)
class Kramdown(PiecewiseParser):
    """kramdown with the GFM parser."""

    name: str = "kramdown"
    label: str = "kramdown"

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        return str(self.parser().render(text))

    def parser(self) -> MarkdownIt:
        """The parser, made once."""
        return _parser()


@cache
def _parser() -> MarkdownIt:
    parser = keep_addresses(MarkdownIt("commonmark").enable(["table", "strikethrough"]))
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    parser.use(footnote_plugin, inline=False).use(deflist_plugin)
    parser.use(attribute_lists).use(html_blocks).use(spans).use(emphasis).use(links)
    parser.use(typography).use(tight_items).use(FOOTNOTES.plugin)
    parser.use(tasks, "task-list").use(struck_out)
    return parser.use(heading_ids).use(source_lines)


def _as_written(url: str) -> str:
    return url
