"""How many items of a long list are on the screen.

Cards take long to make: a few are made at once, the others of the portion as
soon as the window has drawn those, the rest when they are asked for.
"""

from __future__ import annotations

LINES, CARDS = 100, 24
"""Lines of text, or cards, that are shown at first and with each asking for more."""
CARDS_AT_ONCE = 4


class Portions:
    """Counts what is shown, and how much of that has been laid out by now."""

    def __init__(self) -> None:
        self._portion = self._at_once = LINES
        self.shown = 0
        self.laid_out = 0

    def reset(self) -> None:
        """Another list: begin anew."""
        self.shown = self.laid_out = 0

    def begin(self, *, cards: bool, ready: int) -> None:
        """Show at least the first portion of a list of this sort; ``ready`` items cost nothing."""
        self._portion, self._at_once = (CARDS, CARDS_AT_ONCE) if cards else (LINES, LINES)
        self.shown = max(self.shown, self._portion)
        self.laid_out = min(max(self.laid_out, self._at_once, ready), self.shown)

    def go_on(self) -> None:
        """Lay out some more of what is shown."""
        self.laid_out = min(self.laid_out + self._at_once, self.shown)

    def show_more(self) -> None:
        """Show another portion."""
        self.shown += self._portion
        self.go_on()

    def reach(self, index: int) -> None:
        """Lay out everything up to the item at ``index``."""
        self.laid_out = max(self.laid_out, index + 1)
        self.shown = max(self.shown, self.laid_out)
