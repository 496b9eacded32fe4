"""Texts cut to the room they have, word by word, as search engines and networks cut them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.render.cards.widths import TextWidth

ELLIPSIS = " …"
LONGEST = 2_000
"""Characters that are looked at: no room is larger."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: pixels of its size, and whether it is bold."""

    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """So many lines of ``width`` pixels, and at most ``limit`` pixels in all (0: what fits)."""

    width: float
    lines: int = 1
    limit: float = 0


@dataclass(frozen=True, slots=True)
class Fitted:
    """The lines that are shown; ``width`` is that of the whole text on one line."""

    lines: tuple[str, ...] = ()
    cut: bool = False
    width: float = 0
    room: float = 0


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures and cuts texts of one type."""

    measure: TextWidth
    type: Type

    def width(self, text: str) -> float:
        """The width of a text in pixels."""
        return self.measure(text, self.type.size, bold=self.type.bold)

    def fit(self, text: str, room: Room) -> Fitted:
        """``text`` in the lines of ``room``; what does not fit is cut off with an ellipsis."""
        whole = " ".join(text.split())
        width, most = self.width(whole[:LONGEST]), room.limit or room.width * room.lines
        shown = self._within(whole, room.limit) if room.limit else whole
        fitted = self._wrapped(shown, room)
        cut = fitted.cut or shown != whole
        return replace(fitted, cut=cut, width=width, room=most)

    def _within(self, text: str, limit: float) -> str:
        if len(text) <= LONGEST and self.width(text) <= limit:
            return text
        return self._ended(text[:LONGEST], limit)

    def _ended(self, text: str, limit: float) -> str:
        """The beginning of ``text`` with an ellipsis, cut between words where there are any."""
        low = self._most(text, ELLIPSIS, limit)
        kept = text[:low]
        if low < len(text) and not text[low].isspace() and " " in kept:
            kept = kept.rpartition(" ")[0]
        return kept.rstrip(" ,;:–-") + ELLIPSIS

    def shortened(self, text: str, width: float) -> str:
        """``text`` on one line, cut wherever the room ends."""
        if self.width(text) <= width:
            return text
        return f"{text[: self._most(text, '…', width)].rstrip()}…"

    def _most(self, text: str, ending: str, limit: float) -> int:
        """So many characters that there is room for the ending behind them."""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.width(text[:middle].rstrip() + ending) <= limit
            low, high = (middle, high) if fits else (low, middle - 1)
        return low

    def _wrapped(self, text: str, room: Room) -> Fitted:
        lines: list[str] = []
        words = list(self._words(text[:LONGEST], room.width))
        place = 0
        while place < len(words) and len(lines) < room.lines:
            line, place = self._line(words, place, room.width)
            lines.append(line)
        if place == len(words):
            return Fitted(tuple(lines))
        rest = " ".join((lines[-1], *words[place:]))
        return Fitted((*lines[:-1], self._ended(rest, room.width)), cut=True)

    def _line(self, words: list[str], place: int, width: float) -> tuple[str, int]:
        line = words[place]
        place += 1
        while place < len(words) and self.width(f"{line} {words[place]}") <= width:
            line = f"{line} {words[place]}"
            place += 1
        return line, place

    def _words(self, text: str, width: float) -> Iterator[str]:
        """The words, those too long for a line in pieces."""
        for word in text.split():
            rest = word
            while self.width(rest) > width and len(rest) > 1:
                piece = self._piece(rest, width)
                yield piece
                rest = rest[len(piece) :]
            yield rest

    def _piece(self, word: str, width: float) -> str:
        count = 1
        while count < len(word) and self.width(word[: count + 1]) <= width:
            count += 1
        return word[:count]
