"""What was found out about addresses, kept in the user's cache folder until it is old."""

from __future__ import annotations

import json
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from reviewer.site.links.outcome import Outcome, State

if TYPE_CHECKING:
    from collections.abc import Callable

HOUR = 3600.0
DAY = 24 * HOUR
AGES = {
    State.FINE: 7 * DAY,
    State.MOVED: 7 * DAY,
    State.GONE: DAY,
    State.UNSURE: DAY,
    State.NOT_ASKED: DAY,
    State.FAILING: HOUR,
    State.UNREACHABLE: HOUR,
}
"""Seconds for which an outcome counts: what may have been a bad moment is asked again soon."""


class Memory:
    """Outcomes by address; ``save`` keeps them for other runs."""

    def __init__(self, file: Path | None = None, now: Callable[[], float] = time.time) -> None:
        self._file = file or user_cache_path("reviewer", appauthor=False) / "links.json"
        self._now = now
        self._known = self._read()

    def recall(self, address: str) -> Outcome | None:
        """What is known of an address and not too old."""
        found = self._known.get(address)
        if found is None or not 0 <= self._now() - found.at < AGES[found.state]:
            return None
        return found

    def keep(self, outcome: Outcome) -> Outcome:
        """Remember an outcome, as of now."""
        dated = Outcome(outcome.address, outcome.state, outcome.says, outcome.target, self._now())
        self._known[outcome.address] = dated
        return dated

    def forget(self) -> None:
        """Have everything asked again."""
        self._known.clear()

    def save(self) -> None:
        """Write all that is not too old, in one step."""
        fresh = [each for each in self._known.values() if self.recall(each.address)]
        rows = [[each.address, each.state, each.says, each.target, each.at] for each in fresh]
        self._file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._file.parent, prefix="links-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(rows, file)
            os.replace(name, self._file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _read(self) -> dict[str, Outcome]:
        """Nothing where there is no file yet, or one that somebody else wrote."""
        with suppress(OSError, ValueError, TypeError):
            rows = json.loads(self._file.read_text(encoding="utf-8"))
            found = (
                Outcome(address, State(state), says, target, at)
                for address, state, says, target, at in rows
            )
            return {each.address: each for each in found}
        return {}
