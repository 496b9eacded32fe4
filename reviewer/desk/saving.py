"""Writing a post to disk, apart from the desk, so that no window waits for it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.desk.local_history.keeping import LocalHistory, Replaced
from reviewer.site import storage

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.desk.open_post import OpenPost
    from reviewer.document.post import Post


@dataclass(frozen=True, slots=True)
class SaveJob:
    """A post at one revision, where it goes, and what is expected to be there.

    ``digest`` names the content that was read; ``None`` means that no file is
    expected. ``past`` keeps the text that the save replaces. ``run`` may be
    called in any thread.
    """

    open_post: OpenPost
    target: Path
    post: Post
    digest: str | None
    past: LocalHistory | None = None

    def run(self, *, overwrite: bool = False) -> storage.Stored:
        """Write the file; raises ``ChangedOnDisk`` if somebody else has written it.

        ``overwrite`` replaces whatever stands there now, but nothing newer: if
        the file changes once more in between, the job stops again.
        """
        expected = self.digest
        if overwrite:
            expected = storage.read(self.target).digest if self.target.exists() else None
        former = self._former(expected)
        stored = storage.save(self.target, self.post.to_bytes(), expected)
        if self.past is not None and former is not None:
            data, written = former
            path = self.open_post.path
            kept = Replaced(path, data.data, data.digest, stored.digest, written)
            self.past.keep([kept])
        return stored

    def keep_both(self) -> Path:
        """Write this version beside the other one; returns its path."""
        return storage.keep_both(self.target, self.post.to_bytes())

    def _former(self, expected: str | None) -> tuple[storage.Stored, float] | None:
        """The text that is about to be replaced, and when it was written."""
        if self.past is None or expected is None:
            return None
        with suppress(storage.StorageError, OSError):
            written = self.target.stat().st_mtime
            found = storage.read(self.target)
            # Another text than the one expected will not be replaced.
            return (found, written) if found.digest == expected else None
        return None
