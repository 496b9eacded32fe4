"""Footnotes in the elements in which an engine writes them into the page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict


@dataclass(frozen=True, slots=True)
class FootnoteHtml:
    """The attributes that differ between engines; ``rule`` stands above the notes.

    Notes go by their names or, ``numbered``, by their numbers.
    """

    sup: str
    link: str
    note: str
    back: str
    rule: str = ""
    numbered: bool = False
    arrow: str = "↩"

    def plugin(self, parser: MarkdownIt) -> None:
        """A plugin: these elements for what the footnote plugin found."""
        for kind, rule in (
            ("footnote_ref", self._reference),
            ("footnote_block_open", self._begin),
            ("footnote_block_close", self._end),
            ("footnote_open", self._open),
            ("footnote_anchor", self._back),
        ):
            # A function of the renderer's, where these are methods of their own object.
            parser.add_render_rule(kind, lambda _renderer, *given, rule=rule: rule(*given))

    def _name(self, token: Token) -> str:
        number = int(token.meta["id"]) + 1
        return str(number) if self.numbered else escape(str(token.meta.get("label", number)))

    def _place(self, token: Token, name: str) -> str:
        again = int(token.meta.get("subId", 0))
        return f"fnref{again}:{name}" if again and self.numbered else f"fnref:{name}"

    def _reference(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        name = self._name(tokens[idx])
        number = int(tokens[idx].meta["id"]) + 1
        link = f'<a href="#fn:{name}"{self.link}>{number}</a>'
        return f'<sup id="{self._place(tokens[idx], name)}"{self.sup}>{link}</sup>'

    def _begin(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f'<div class="footnotes" role="doc-endnotes">\n{self.rule}<ol>\n'

    def _end(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</ol>\n</div>\n"

    def _open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f'<li id="fn:{self._name(tokens[idx])}"{self.note}>'

    def _back(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        place = self._place(tokens[idx], self._name(tokens[idx]))
        link = f'<a href="#{place}"{self.back}>'
        again = int(tokens[idx].meta["subId"])
        number = f"<sup>{again + 1}</sup>" if again and not self.numbered else ""
        return f"\u00a0{link}{self.arrow}{number}</a>"
