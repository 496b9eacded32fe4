"""Writes decisions beside the posts, and keeps the texts that they were made about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.site import storage
from reviewer.site.reviews.decisions import APPROVED, Decision, decisions, file_of

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.desk.reviews.texts import SignedTexts

ATTEMPTS = 20
"""How often to begin anew where others write to the same file at the same time."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who decides, in which folder, and where signed texts are kept."""

    root: Path
    author: str
    texts: SignedTexts

    def decide(self, path: str, state: str, text: storage.Stored, note: str = "") -> Decision:
        """Put a decision about this text of a post on record; raises ``ReviewerError``."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        decision = Decision(state, text.digest, self.author, now, note)
        if state == APPROVED:
            self.texts.keep(text.data)
        _append(self.root / file_of(path), decision.line())
        return decision


def known(root: Path, path: str) -> tuple[Decision, ...]:
    """All decisions about a post, the oldest first; raises ``ReviewerError``."""
    file = root / file_of(path)
    return decisions(storage.read(file).data) if file.exists() else ()


def _append(file: Path, line: str) -> None:
    """Add a line; another writer's line in the meantime stays."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage.explained(error, file) from error
    for attempt in range(ATTEMPTS):
        before = storage.read(file) if file.exists() else None
        old = before.data if before else b""
        joint = b"" if not old or old.endswith(b"\n") else b"\n"
        try:
            storage.save(file, old + joint + line.encode(), before.digest if before else None)
        except storage.ChangedOnDisk:
            if attempt == ATTEMPTS - 1:
                raise
        else:
            return
