"""What flavours on markdown-it share to render a text piece by piece."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from reviewer.render.flavours.flavour import OPEN_ID
from reviewer.render.flavours.heading_ids import numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt

# Footnotes, abbreviations, kramdown's named attribute lists, switches and tables of contents,
# containers, comments of Obsidian, imports and comments of MDX.
_REACHES_OVER = re.compile(
    r"\[\^|\^\[|\*\[[^\]\n]+\]:|\{::|\{:/|\{:[\w-]+:|\{:[^}\n]*\btoc\b|%%|\{/\*|"
    rf"^[ \t>]*:::|^(?:import|export)\s|{OPEN_ID}",
    re.MULTILINE,
)


_SIGNS = ("[^", "^[", "*[", "{:", "%%", "{/*", ":::", "\nimport", "\nexport", OPEN_ID)
"""One of them stands in whatever the pattern finds; to look for them takes no time."""


def is_piecewise(text: str) -> bool:
    """Whether nothing in ``text`` reaches from one piece to another."""
    signs = any(sign in text for sign in _SIGNS) or text.startswith(("import", "export"))
    return not signs or _REACHES_OVER.search(text) is None


class PiecewiseParser(ABC):
    """The part of ``Piecewise`` that only needs a parser; it has no fields of its own."""

    __slots__ = ()

    @abstractmethod
    def parser(self) -> MarkdownIt:
        """The parser, made once."""

    def is_piecewise(self, text: str) -> bool:
        """Whether nothing in ``text``, like a footnote, reaches from one piece to another."""
        return is_piecewise(text)

    def piece(self, text: str) -> str:
        """The HTML of a piece; ids made of words begin with ``OPEN_ID``."""
        return str(self.parser().render(text, {"piece": True}))

    def ids(self, words: Sequence[str]) -> Sequence[str]:
        """The ids of all headings, in their order."""
        return numbered(words)
