"""Writing a post to disk, apart from the desk, so that no window waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.site import storage

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.desk.open_post import OpenPost
    from reviewer.document.post import Post


@dataclass(frozen=True, slots=True)
class SaveJob:
    """A post at one revision, where it goes, and what is expected to be there.

    ``digest`` names the content that was read; ``None`` means that no file is
    expected. ``run`` may be called in any thread.
    """

    open_post: OpenPost
    target: Path
    post: Post
    digest: str | None

    def run(self, *, overwrite: bool = False) -> storage.Stored:
        """Write the file; raises ``ChangedOnDisk`` if somebody else has written it.

        ``overwrite`` replaces whatever stands there now, but nothing newer: if
        the file changes once more in between, the job stops again.
        """
        expected = self.digest
        if overwrite:
            expected = storage.read(self.target).digest if self.target.exists() else None
        return storage.save(self.target, self.post.to_bytes(), expected)

    def keep_both(self) -> Path:
        """Write this version beside the other one; returns its path."""
        return storage.keep_both(self.target, self.post.to_bytes())
