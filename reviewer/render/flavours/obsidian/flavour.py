"""Obsidian: CommonMark with tables and tasks, wikilinks, callouts and its other marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mdit_py_plugins.dollarmath import dollarmath_plugin

from reviewer.render.flavours.commonmark import parser_with
from reviewer.render.flavours.features import Features
from reviewer.render.flavours.heading_ids import heading_ids
from reviewer.render.flavours.obsidian.callouts import callouts
from reviewer.render.flavours.obsidian.marks import marks
from reviewer.render.flavours.obsidian.wikilinks import wikilinks
from reviewer.render.flavours.paired_marks import paired_marks
from reviewer.render.flavours.piecewise import PiecewiseParser
from reviewer.render.flavours.token_lines import source_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@dataclass(frozen=True, slots=True)
class Obsidian(PiecewiseParser):
    """Notes as Obsidian shows them; without ``strict_breaks`` each line end breaks the line."""

    strict_breaks: bool = False
    name: str = "obsidian"
    label: str = "Obsidian"

    @property
    def notes(self) -> tuple[str, ...]:
        """What the vault's settings say."""
        return ("Strict line breaks",) if self.strict_breaks else ()

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        return str(self.parser().render(text))

    def parser(self) -> MarkdownIt:
        """The parser, made once."""
        return _parser(self.strict_breaks)

    def is_piecewise(self, text: str) -> bool:
        """Whether nothing reaches over; a comment may hold blank lines."""
        return "%%" not in text and PiecewiseParser.is_piecewise(self, text)


@cache
def _parser(strict_breaks: bool) -> MarkdownIt:
    parser = parser_with(Features(breaks=not strict_breaks))
    parser.use(dollarmath_plugin, allow_space=False, double_inline=True)
    parser.use(wikilinks).use(paired_marks).use(marks).use(callouts)
    return parser.use(heading_ids).use(source_lines)
