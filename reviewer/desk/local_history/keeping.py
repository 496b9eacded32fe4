"""Keeps the text that each save replaces, and finds the versions of a post again.

Whatever goes wrong here never disturbs a save: it is written to the log, and
``trouble`` says it once for whoever shows notices.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from platformdirs import user_state_path

from reviewer.desk.local_history.limits import chosen_limits
from reviewer.desk.local_history.lineage import lineage
from reviewer.desk.local_history.record import Version
from reviewer.desk.local_history.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reviewer.desk.local_history.limits import Limits

_log = logging.getLogger(__name__)
NEWEST = 200
"""Versions of a post that are listed."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A text that a save has replaced; ``written`` is 0 where nobody looked."""

    path: str
    data: bytes
    digest: str
    after: str
    written: float = 0.0

    def version(self, now: float) -> Version:
        """What is kept of it."""
        return Version(self.path, self.digest, self.after, self.written, now, len(self.data))


class LocalHistory:
    """The history of the content folder at ``root``; nothing is read or written at first."""

    def __init__(
        self, root: Path, *, state: Path | None = None, limits: Limits | None = None
    ) -> None:
        base = state if state is not None else user_state_path("reviewer", appauthor=False)
        self._root = root
        self._segments = Segments(base / "history" / sha256(bytes(root)).hexdigest()[:24])
        self._limits = limits
        self._lock = Lock()
        self._trouble = ""
        self._told = False

    def keep(self, replaced: Iterable[Replaced]) -> None:
        """Keep texts; never raises for the disk's sake."""
        limits = self._limits or chosen_limits()
        if not limits.seconds:
            return
        now = time.time()
        try:
            self._segments.append(
                (
                    Version(one.path, one.digest, one.after, one.written, now, len(one.data)),
                    one.data,
                )
                for one in replaced
                if one.digest != one.after
            )
            self._segments.tidy(limits)
        except OSError as error:
            _log.warning("the local history of %s was not kept: %s", self._root, error)
            self._note(error)

    def trouble(self) -> str:
        """Why a text was not kept, told once; else nothing."""
        with self._lock:
            told, self._trouble = self._trouble, ""
            return told

    def versions(self, path: str, digest: str | None) -> list[Version]:
        """The kept versions of a post, the newest first, those under former names too.

        ``digest`` names the text that the file has now.
        """
        found = lineage(self._segments.versions(), path, digest, self._is_there)
        return _without_repeats(found)[:NEWEST]

    def content(self, version: Version) -> bytes | None:
        """The text of a version, or ``None`` where it is damaged or gone."""
        return self.contents([version]).get(version.digest)

    def contents(self, versions: Sequence[Version]) -> dict[str, bytes]:
        """The texts of several versions by digest; damaged ones are left out."""
        return self._segments.contents(version.digest for version in versions)

    def _is_there(self, path: str) -> bool:
        return (self._root / path).exists()

    def _note(self, error: OSError) -> None:
        with self._lock:
            if not self._told:
                self._trouble, self._told = str(error), True


def _without_repeats(versions: Sequence[Version]) -> list[Version]:
    """One of each run of the same text: an undone bulk edit leaves such."""
    return [
        version
        for version, newer in zip(versions, [None, *versions], strict=False)
        if newer is None or newer.digest != version.digest
    ]
