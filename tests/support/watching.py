"""A listener that remembers, and waiting for what it should hear."""

from __future__ import annotations

from threading import Condition
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PATIENCE = 30.0
"""Seconds until a test fails that waits for what never comes."""


class Ears:
    """Hears what a watcher says; every wait begins where the last one ended."""

    def __init__(self) -> None:
        self._heard: list[tuple[str, object]] = []
        self._news = Condition()

    def standing(self) -> None:
        self._note("standing", None)

    def changed(self, places: Sequence[str] | None) -> None:
        self._note("changed", places)

    def reconfigured(self) -> None:
        self._note("reconfigured", None)

    def away(self, message: str) -> None:
        self._note("away", message)

    def back(self) -> None:
        self._note("back", None)

    def slow(self, reason: str) -> None:
        self._note("slow", reason)

    @property
    def heard(self) -> list[tuple[str, object]]:
        """All that was said so far."""
        with self._news:
            return list(self._heard)

    def places(self) -> set[str]:
        """All places that were said to have changed so far."""
        told = [what for kind, what in self.heard if kind == "changed" and what is not None]
        return {place for places in told for place in places}

    def looks(self) -> int:
        """How often everything was to be looked at so far."""
        return self.heard.count(("changed", None))

    def await_place(self, place: str) -> None:
        """Until this place was said to have changed."""
        self.until(lambda: place in self.places(), f"a change of {place}")

    def await_word(self, kind: str) -> object:
        """Until something of this kind was said; returns the last of it."""
        self.until(lambda: any(each == kind for each, _ in self.heard), kind)
        return [what for each, what in self.heard if each == kind][-1]

    def forget(self) -> None:
        """Begin anew."""
        with self._news:
            self._heard.clear()

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until ``condition`` holds."""
        with self._news:
            if not self._news.wait_for(condition, PATIENCE):
                raise AssertionError(f"not heard: {what}; heard: {self._heard}")

    def _note(self, kind: str, what: object) -> None:
        with self._news:
            self._heard.append((kind, what))
            self._news.notify_all()
