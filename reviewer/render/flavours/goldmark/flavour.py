"""goldmark with what Hugo turns on, and what the site's configuration says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from reviewer.render.flavours.commonmark import keep_addresses, struck_out
from reviewer.render.flavours.emoji import emoji
from reviewer.render.flavours.footnotes import FootnoteHtml
from reviewer.render.flavours.goldmark.block_attributes import block_attributes
from reviewer.render.flavours.goldmark.definitions import definitions
from reviewer.render.flavours.goldmark.linkify import linkify
from reviewer.render.flavours.goldmark.lone_images import lone_images
from reviewer.render.flavours.goldmark.passthrough import passthrough
from reviewer.render.flavours.goldmark.settings import Marks, Settings
from reviewer.render.flavours.goldmark.typographer import typographer
from reviewer.render.flavours.heading_attributes import heading_attributes
from reviewer.render.flavours.heading_ids import heading_ids
from reviewer.render.flavours.paired_marks import paired_marks
from reviewer.render.flavours.piecewise import PiecewiseParser, is_piecewise
from reviewer.render.flavours.tasks import tasks
from reviewer.render.flavours.token_lines import source_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

FOOTNOTES = FootnoteHtml(
    sup="",
    link=' class="footnote-ref" role="doc-noteref"',
    note="",
    back=' class="footnote-backref" role="doc-backlink"',
    rule="<hr>\n",
    numbered=True,
    arrow="↩\ufe0e",
)
_DANGEROUS = re.compile(r"javascript:|vbscript:|file:|data:(?!image/(?:png|gif|jpeg|webp);)", re.I)


@dataclass(frozen=True, slots=True)
class Goldmark(PiecewiseParser):
    """goldmark as Hugo uses it."""

    settings: Settings = Settings()  # noqa: RUF009 - frozen
    name: str = "goldmark"
    label: str = "goldmark"

    @property
    def notes(self) -> tuple[str, ...]:
        """What the site sets otherwise than Hugo does."""
        return self.settings.notes

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        return str(self.parser().render(text))

    def is_piecewise(self, text: str) -> bool:
        """Whether nothing reaches over; a formula may hold blank lines."""
        formulas = self.settings.block_passthrough + self.settings.inline_passthrough
        return not any(opening in text for opening, _ in formulas) and is_piecewise(text)

    def parser(self) -> MarkdownIt:
        """The parser, made once."""
        return _parser(self.settings)


@cache
def _parser(settings: Settings) -> MarkdownIt:
    parser = keep_addresses(MarkdownIt("commonmark", {"breaks": settings.hard_wraps}))
    if settings.tables:
        parser.enable("table")
    if settings.strikethrough:
        parser.enable("strikethrough").use(struck_out)
    for plugin in _plugins(settings):
        parser.use(plugin)
    parser.use(source_lines)
    if not settings.unsafe:
        _make_safe(parser)
    return parser


def _plugins(settings: Settings) -> Iterator[Callable[[MarkdownIt], None]]:
    """In this order: the typographer comes when nothing else wants its characters."""
    wanted: tuple[tuple[object, Callable[[MarkdownIt], None]], ...] = (
        (settings.footnotes, partial(footnote_plugin, inline=False)),
        (settings.footnotes, FOOTNOTES.plugin),
        (settings.definitions, definitions),
        (settings.tasks, partial(tasks, bare=True)),
        (settings.emoji, emoji),
        (settings.subscript, sub_plugin),
        (settings.superscript, superscript_plugin),
        (settings.mark, paired_marks),
        (settings.insert, partial(paired_marks, sign="+", tag="ins")),
        (settings.linkify, partial(linkify, protocol=settings.linkify_protocol)),
        (settings.typographer, partial(typographer, marks=settings.typographer or Marks())),
        (settings.inline_passthrough or settings.block_passthrough, _formulas(settings)),
        (settings.block_attributes, block_attributes),
        (not settings.images_in_paragraphs, lone_images),
        (settings.heading_attributes, heading_attributes),
        (settings.heading_ids, heading_ids),
    )
    return (plugin for is_on, plugin in wanted if is_on)


def _formulas(settings: Settings) -> Callable[[MarkdownIt], None]:
    return partial(
        passthrough, inline=settings.inline_passthrough, block=settings.block_passthrough
    )


def _make_safe(parser: MarkdownIt) -> None:
    """No HTML as it is written, no addresses that act."""
    encoded = parser.normalizeLink
    parser.normalizeLink = lambda url: "" if _DANGEROUS.match(url) else encoded(url)  # type: ignore[method-assign]
    for kind in ("html_block", "html_inline"):
        parser.add_render_rule(kind, _omitted)


def _omitted(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    line = self.renderAttrs(tokens[idx]) if tokens[idx].type == "html_block" else ""
    return f"<!-- raw HTML omitted{line} -->"
