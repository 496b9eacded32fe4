"""goldmark with what Hugo turns on, and what the site's configuration says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from reviewer.render.flavours.commonmark import keep_addresses, struck_out
from reviewer.render.flavours.footnotes import FootnoteHtml
from reviewer.render.flavours.goldmark.typographer import typographer
from reviewer.render.flavours.heading_attributes import heading_attributes
from reviewer.render.flavours.heading_ids import heading_ids
from reviewer.render.flavours.piecewise import PiecewiseParser
from reviewer.render.flavours.tasks import tasks
from reviewer.render.flavours.token_lines import source_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site can turn on and off."""

    unsafe: bool = False
    hard_wraps: bool = False
    typographer: bool = True
    linkify: bool = True

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Settings:
        """The settings in a site's configuration, whose keys may be in any case."""
        goldmark = _inner(_inner(config, "markup"), "goldmark")
        renderer, extensions = _inner(goldmark, "renderer"), _inner(goldmark, "extensions")
        return cls(
            unsafe=_value(renderer, "unsafe") is True,
            hard_wraps=_value(renderer, "hardwraps") is True,
            typographer=not _is_off(_value(extensions, "typographer")),
            linkify=not _is_off(_value(extensions, "linkify")),
        )


def _value(config: Mapping[str, Any], name: str) -> Any:
    return next((value for key, value in config.items() if str(key).lower() == name), None)


def _inner(config: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = _value(config, name)
    return value if isinstance(value, Mapping) else {}


def _is_off(value: Any) -> bool:
    return value is False or (isinstance(value, Mapping) and _value(value, "disable") is True)


@dataclass(frozen=True, slots=True)
class Goldmark(PiecewiseParser):
    """goldmark as Hugo uses it."""

    settings: Settings = Settings()
    name: str = "goldmark"
    label: str = "goldmark"

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        return str(self.parser().render(text))

    def parser(self) -> MarkdownIt:
        """The parser, made once."""
        return _parser(self.settings)


@cache
def _parser(settings: Settings) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"breaks": settings.hard_wraps})
    keep_addresses(parser.enable(["table", "strikethrough"]))
    parser.use(footnote_plugin, inline=False).use(deflist_plugin).use(tasks).use(struck_out)
    parser.use(FOOTNOTES.plugin)
    if settings.linkify:
        parser.use(gfm_autolink_plugin)
    if settings.typographer:
        parser.use(typographer)
    parser.use(heading_attributes).use(heading_ids).use(source_lines)
    if not settings.unsafe:
        for kind in ("html_block", "html_inline"):
            parser.add_render_rule(kind, _omitted)
    return parser


def _omitted(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    return "<!-- raw HTML omitted -->"
