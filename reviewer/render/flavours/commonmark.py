"""CommonMark with GitHub's additions, as the engines written in JavaScript and Rust have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

import mdurl
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from reviewer.render.flavours.components import components
from reviewer.render.flavours.containers import containers
from reviewer.render.flavours.features import GITHUB, Features
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

_PRIVATE = re.compile("([\U000f0000-\U0010fffd]+)")


@dataclass(frozen=True, slots=True)
class CommonMark(PiecewiseParser):
    """CommonMark with what an engine adds to it."""

    features: Features = GITHUB
    name: str = "commonmark"
    label: str = "CommonMark"

    @property
    def notes(self) -> tuple[str, ...]:
        """What is on, in words."""
        words = ", ".join(self.features.words)
        return (f"With {words}",) if words else ()

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        return str(self.parser().render(text))

    def parser(self) -> MarkdownIt:
        """The parser, made once."""
        return _parser(self.features)


@cache
def _parser(features: Features) -> MarkdownIt:
    return parser_with(features).use(heading_ids).use(source_lines)


def parser_with(features: Features) -> MarkdownIt:
    """A new parser with these features, which knows neither ids nor lines yet."""
    options = {"breaks": features.breaks, "alerts": features.alerts}
    parser = keep_addresses(MarkdownIt("commonmark", options).enable("strikethrough"))
    if features.struck_out == "del":
        parser.use(struck_out)
    if features.tables:
        parser.enable("table")
    if not features.indented_code:
        parser.disable("code")
    plugins = (
        (features.footnotes, footnote_plugin),
        (features.tasks, partial(tasks, list_class="task-list")),
        (features.definitions, deflist_plugin),
        (features.bare_links, gfm_autolink_plugin),
        (features.attributes, heading_attributes),
        (features.components, components),
        (features.containers, containers),
    )
    for wanted, plugin in plugins:
        if wanted:
            parser.use(plugin)
    return parser.use(typographer, marks=features.marks) if features.marks else parser


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
