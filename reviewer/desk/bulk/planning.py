"""What a bulk edit would do to each post, found out without writing anything.

A plan holds no contents of files: for each post it keeps what changes as a
patch, with the digest of the content that the patch is for. Whoever shows or
carries out the plan reads the file again and can tell whether it still fits.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import Field, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

from reviewer.desk.bulk.intentions import LeftAlone
from reviewer.desk.bulk.patch import Patch
from reviewer.document.diff import Diff, diff
from reviewer.document.operations import EditRefused, Rename, Unset, has
from reviewer.document.post import Post
from reviewer.document.source import decode
from reviewer.errors import ReviewerError
from reviewer.site import storage
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reviewer.desk.bulk.intentions import Intention
    from reviewer.document.block import StyleGuide
    from reviewer.document.operations import Operation
    from reviewer.site.folder import Folder

CHANGED, UNCHANGED, REFUSED = "changed", "unchanged", "refused"
UNSAVED = "It has changes that are not saved yet."


class Guides(Protocol):
    """Knows how the posts of a folder write their front matter."""

    def guide(self, path: str, data: object) -> StyleGuide | None:
        """The style of the posts that the one at ``path`` is like."""
        ...


class Planned(NamedTuple):
    """What becomes of one post; ``says`` is why nothing does, in plain words.

    ``digest`` is that of the content that was read, which ``patch`` is for;
    ``line`` and ``column`` are where in the file it is refused, if that is known.
    """

    path: str
    outcome: str
    says: str = ""
    digest: str = ""
    patch: Patch | None = None
    line: int = 0
    column: int = 0


class Edit(Protocol):
    """What is wanted of which posts; a dataclass, of which parts are planned elsewhere."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def paths(self) -> Sequence[str]:
        """Relative to the folder."""
        ...

    @property
    def unsaved(self) -> frozenset[str]:
        """Posts that are being edited and therefore left out."""
        ...

    def carried_out(self, post: Post, path: str, guides: Guides | None) -> tuple[Post, list[str]]:
        """The post as it is wanted, and what there is to say of it; raises ``EditRefused``."""
        ...


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """Which posts (relative paths), and what is wanted of them, in that order.

    ``unsaved`` are posts that are being edited and therefore left out. With
    ``begins`` a file without front matter gets some, instead of being left alone.
    """

    paths: Sequence[str]
    intentions: tuple[Intention, ...]
    unsaved: frozenset[str] = frozenset()
    begins: bool = False

    def carried_out(self, post: Post, path: str, guides: Guides | None) -> tuple[Post, list[str]]:
        """The post with all intentions that fit it, and why others do not."""
        _refuse_unreadable(post)
        reasons: list[str] = []
        if post.format is None and not self.begins:
            return post, ["It has no front matter."]
        for intention in self.intentions:
            try:
                operations = intention.operations(post)
            except LeftAlone as reason:
                reasons.append(str(reason))
                continue
            for operation in operations:
                post = guided(post, operation, path, guides).apply(operation)
        return post, reasons


@dataclass(slots=True)
class Plan:
    """All that has been planned so far."""

    posts: list[Planned] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, batch: Iterable[Planned]) -> None:
        """Take in what was planned next."""
        for planned in batch:
            self.posts.append(planned)
            self.counts[planned.outcome] += 1

    def changes(self) -> list[Planned]:
        """The posts that change."""
        return [planned for planned in self.posts if planned.outcome == CHANGED]


class Planner:
    """Plans one bulk edit in a folder, post by post."""

    def __init__(self, folder: Folder, edit: Edit, guides: Guides | None = None) -> None:
        self._root = str(folder.root)
        self._dialect = folder.engine.dialect
        self._edit = edit
        self._guides = guides

    def plan(self, cancelled: Callable[[], bool] = never) -> Iterator[Planned]:
        """What becomes of each post, in the order of the paths, until cancelled."""
        for path in self._edit.paths:
            if cancelled():
                return
            yield self.plan_one(path)

    def plan_one(self, path: str) -> Planned:
        """What becomes of one post; nothing is raised, a refusal is an outcome."""
        if path in self._edit.unsaved:
            return Planned(path, REFUSED, UNSAVED)
        try:
            file = Path(os.path.join(self._root, path))
            stored = storage.read(file)
            if not os.access(file, os.W_OK):
                return Planned(path, REFUSED, "The file is read-only.")
            return self._planned(path, stored)
        except ReviewerError as error:
            says = f"{error.what} {error.remedy}".strip()
            return Planned(path, REFUSED, says, line=error.where.line, column=error.where.column)

    def _planned(self, path: str, stored: storage.Stored) -> Planned:
        before = Post.from_bytes(stored.data, dialect=self._dialect)
        after, reasons = self._edit.carried_out(before, path, self._guides)
        data = stored.data if after is before else after.to_bytes()
        if data == stored.data:
            return Planned(path, UNCHANGED, " ".join(dict.fromkeys(reasons)), stored.digest)
        patch = Patch.between(stored.data, data)
        return Planned(path, CHANGED, " ".join(dict.fromkeys(reasons)), stored.digest, patch)


def guided(post: Post, operation: Operation, path: str, guides: Guides | None) -> Post:
    """The post with its neighbours' style at hand, where a new field needs it."""
    is_there = isinstance(operation, (Rename, Unset)) or has(post.data, operation.path[:1])
    if is_there or guides is None:
        return post
    return post.with_guide(guides.guide(path, post.data))


def _refuse_unreadable(post: Post) -> None:
    if post.read_only:
        raise EditRefused(post.read_only)
    if post.problem is not None:
        raise EditRefused(
            f"The front matter is broken: {post.problem.what}",
            where=post.problem.where,
            remedy="Mend it as text first.",
        )


def shown(folder: Folder, planned: Planned) -> Diff | None:
    """What changes in a post, line by line; ``None`` where the plan no longer fits the file.

    Raises ``ReviewerError`` where the file cannot be read.
    """
    texts = before_and_after(folder, planned)
    return texts and diff(*texts)


def before_and_after(folder: Folder, planned: Planned) -> tuple[str, str] | None:
    """The text of a post before and after; ``None`` where the plan no longer fits the file."""
    stored = storage.read(folder.root / planned.path)
    if planned.patch is None or stored.digest != planned.digest:
        return None
    return decode(stored.data).text, decode(planned.patch.apply(stored.data)).text
