"""Paints Markdown's tokens in the theme's colours."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from reviewer.ui.panels.body.mapping import utf16_length
from reviewer.ui.panels.body.markdown_tokens import NORMAL, Token, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from reviewer.ui.theme.theme import Theme

COLOURS = {
    "heading": "ink",
    "quote": "mute",
    "marker": "accent",
    "rule": "faint",
    "code": "ok",
    "comment": "faint",
    "html": "mute",
    "link": "accent",
    "url": "faint",
    "template": "warn",
    "strike": "mute",
}
BOLD = frozenset({"heading", "strong", "marker"})
SLANTED = frozenset({"emphasis", "comment"})


class MarkdownHighlighter(QSyntaxHighlighter):
    """Colours one line at a time; the state of a line is the tokeniser's."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._formats: dict[frozenset[str], QTextCharFormat] = {}
        theme.changed.connect(lambda _theme: self._dress())

    def highlightBlock(self, text: str) -> None:
        """Format the tokens of one line; where they overlap, their looks add up."""
        found, state = tokens(text, max(self.previousBlockState(), NORMAL))
        self.setCurrentBlockState(state)
        for start, end, kinds in _layers(found):
            at = utf16_length(text[:start])
            self.setFormat(at, utf16_length(text[start:end]), self._format(kinds))

    def _dress(self) -> None:
        self._formats.clear()
        self.rehighlight()

    def _format(self, kinds: frozenset[str]) -> QTextCharFormat:
        if kinds not in self._formats:
            self._formats[kinds] = self._made(kinds)
        return self._formats[kinds]

    def _made(self, kinds: frozenset[str]) -> QTextCharFormat:
        look = QTextCharFormat()
        for kind in COLOURS:
            if kind in kinds:
                look.setForeground(self._theme.colour(COLOURS[kind]))
        if kinds & BOLD:
            look.setFontWeight(QFont.Weight.Bold)
        if kinds & SLANTED:
            look.setFontItalic(True)
        if "strike" in kinds:
            look.setFontStrikeOut(True)
        return look


def _layers(found: list[Token]) -> list[tuple[int, int, frozenset[str]]]:
    """The line cut where tokens begin and end, with all that hold in each part."""
    cuts = sorted({edge for token in found for edge in (token.start, token.end)})
    return [
        (start, end, frozenset(t.kind for t in found if t.start <= start and end <= t.end))
        for start, end in pairwise(cuts)
    ]
