"""What a journal offers, how it stands to the files, and how it gets back onto the desk."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.desk.journal.finding import Found, claim
from reviewer.document.edits import difference
from reviewer.document.merge import merge
from reviewer.document.post import Post
from reviewer.document.source import decode
from reviewer.errors import ReviewerError
from reviewer.site import storage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.desk.journal.work import Work
    from reviewer.desk.workspace import Loaded, Workspace


class Standing(Enum):
    """What became of the file since the work on it began."""

    SAME = "as it was"
    CHANGED = "changed by others"
    GONE = "gone"
    UNREADABLE = "cannot be read"


@dataclass(frozen=True, slots=True)
class Offer:
    """Unsaved work that can be had again, and the text that its file has now."""

    work: Work
    found: Found
    standing: Standing
    on_disk: str

    @property
    def kept(self) -> bool:
        """Whether the editor asked to find it open again."""
        return self.found.kept


@dataclass(frozen=True, slots=True)
class Ready:
    """A post as it was read, the text that work on it began with, and what it became."""

    loaded: Loaded
    base: Post
    mine: Post


def offers_in(journals: Path) -> list[Offer]:
    """All that dead processes have left in a folder of journals, the newest first."""
    offers = [offer for found in claim(journals) for offer in _offers_of(found)]
    return sorted(offers, key=lambda offer: -offer.work.time)


def made_ready(workspace: Workspace, work: Work) -> Ready:
    """Read the file of ``work``, or take the text that it had where it is gone.

    Raises ``ReviewerError`` where there is no telling what the file holds.
    """
    path = work.place.path
    if work.base is None or workspace.is_there(path):
        loaded = workspace.load(path)
        base = loaded.post if work.base is None else _like(loaded.post, work.base)
    else:
        loaded = workspace.read(path, work.base)
        base = loaded.post
    return Ready(loaded, base, base.with_edits(difference(base.text, work.text)))


def joined(ready: Ready, typed: Post) -> str:
    """The work together with what was typed into the post since; the work where both differ."""
    return merge(ready.base, ready.mine, typed).post.text


def _like(post: Post, data: bytes) -> Post:
    return Post.from_bytes(data, dialect=post.dialect)


def _offers_of(found: Found) -> Iterator[Offer]:
    for folder in {_file(work).parent for work in found.works}:
        storage.remove_left_over(folder)
    offers = [Offer(work, found, *_standing(work)) for work in found.works]
    # Saved, and stopped before the journal heard of it.
    needless = [each.work.place for each in offers if _is_needless(each)]
    if needless:
        with suppress(OSError):  # else it is found to be needless once more the next time
            found.settle(needless)
    return (each for each in offers if not _is_needless(each))


def _is_needless(offer: Offer) -> bool:
    return offer.on_disk == offer.work.text and offer.standing is not Standing.GONE


def _standing(work: Work) -> tuple[Standing, str]:
    file = _file(work)
    try:
        stored = storage.read(file)
    except ReviewerError:
        gone = not file.exists()
        return Standing.GONE if gone else Standing.UNREADABLE, ""
    same = stored.digest == work.digest
    return Standing.SAME if same else Standing.CHANGED, decode(stored.data).text


def _file(work: Work) -> Path:
    return Path(work.place.root) / work.place.path
