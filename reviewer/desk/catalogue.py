"""The rows of all posts of a folder, in so little room that a hundred thousand fit.

One object for each post would cost the window kilobytes a post, so each fact
has a column of its own and a post's id is its place in it. A ``Row`` is put
together only when somebody looks at that post. What the queues count is kept
up to date with each change, since counting anew would walk through all posts.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from reviewer.site.index.messages import Row
from reviewer.site.reviews.decisions import APPROVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reviewer.site.index.messages import Checked

KNOWN, DRAFT, IS_CHECKED, FAULTY, IS_APPROVED = 1, 2, 4, 8, 16
MOST = 0xFFFF
"""A count of findings that says: so many, or more."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many posts there are, with errors or warnings, as drafts, approved, and neither."""

    posts: int = 0
    faulty: int = 0
    drafts: int = 0
    approved: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings a post has, by their weight."""

    errors: int = 0
    warnings: int = 0
    hints: int = 0


class Catalogue:
    """Rows by id; an id that is not known has a row without a path."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._paths: list[str] = []
        self._titles: list[str] = []
        self._dates: list[str] = []
        self._categories: list[str] = []
        self._problems: dict[int, str] = {}
        self._reviews: dict[int, str] = {}
        self._flags = bytearray()
        self._errors = array("H")
        self._warnings = array("H")
        self._hints = array("H")
        self._faulty = 0
        self._drafts = 0
        self._approved = 0
        self._waiting = 0

    # What can be asked

    def __len__(self) -> int:
        """How many posts are known."""
        return len(self._ids)

    def __contains__(self, path: object) -> bool:
        """Whether there is a post at ``path``."""
        return path in self._ids

    def __iter__(self) -> Iterator[Row]:
        """The rows in the order in which their posts became known."""
        return map(self.row, tuple(self._ids.values()))

    @property
    def totals(self) -> Totals:
        """What the queues count."""
        counts = (self._faulty, self._drafts, self._approved, self._waiting)
        return Totals(len(self._ids), *counts)

    def id_of(self, path: str) -> int | None:
        """The id of the post at ``path``."""
        return self._ids.get(path)

    def path(self, post: int) -> str:
        """Where a post lies; "" for one that is not known."""
        return self._paths[post] if self.knows(post) else ""

    def title(self, post: int) -> str:
        """What a post is called; "" for one that is not known."""
        return self._titles[post] if self.knows(post) else ""

    def knows(self, post: int) -> bool:
        """Whether there is a post with this id."""
        return post < len(self._flags) and bool(self._flags[post])

    def row(self, post: int) -> Row:
        """All that is known of a post."""
        if not self.knows(post):
            return Row(post, "")
        flags = self._flags[post]
        return Row(
            post,
            self._paths[post],
            self._titles[post],
            self._dates[post],
            self._categories[post],
            bool(flags & DRAFT),
            self._problems.get(post, ""),
            self._errors[post],
            self._warnings[post],
            self._hints[post],
            bool(flags & IS_CHECKED),
            self._reviews.get(post),
        )

    def starting_with(self, text: str, posts: Sequence[int]) -> int:
        """The place in ``posts`` of the first title that begins so, in any case; -1 for none."""
        wanted = text.casefold()
        title = self.title
        starts = (n for n, post in enumerate(posts) if title(post).casefold().startswith(wanted))
        return next(starts, -1)

    # What can change

    def put(self, rows: Iterable[Row]) -> array[int]:
        """Take these rows over; returns the ids of posts that were not known before."""
        fresh = array("I")
        for row in rows:
            if self._place(row.id, row.path):
                fresh.append(row.id)
            self._fill(row)
        return fresh

    def drop(self, posts: Iterable[int]) -> None:
        """Forget these posts."""
        for post in posts:
            if self.knows(post):
                del self._ids[self._paths[post]]
                self._paths[post] = self._titles[post] = self._dates[post] = ""
                self._problems.pop(post, None)
                self._reviews.pop(post, None)
                self._mark(post, 0)

    def move(self, post: int, path: str) -> None:
        """A post lies at ``path`` now."""
        if self.knows(post):
            del self._ids[self._paths[post]]
            self._paths[post] = path
            self._ids[path] = post

    def count(self, post: int, counts: Counts, *, checked: bool) -> None:
        """Take over the findings of one post."""
        if self.knows(post):
            self._count(post, counts.errors, counts.warnings, counts.hints, checked=checked)

    def counts(self, checked: Checked) -> None:
        """Take over the findings of many posts."""
        columns = (checked.ids, checked.errors, checked.warnings, checked.hints)
        for post, errors, warnings, hints in zip(*columns, strict=True):
            if self.knows(post):
                self._count(post, errors, warnings, hints, checked=True)

    def review(self, post: int, state: str) -> None:
        """What was decided about a post as its file stands; "" for nothing."""
        if self.knows(post):
            self._review(post, state)

    # Behind the scenes

    def _place(self, post: int, path: str) -> bool:
        """Make room for a post; whether it was not known before."""
        if post >= len(self._flags):
            self._grow(post + 1 - len(self._flags))
        known = self._ids.get(path)
        if known == post:
            return False
        if known is not None:
            self.drop([known])
        if self._flags[post]:
            self.move(post, path)
            return False
        self._ids[path] = post
        self._paths[post] = path
        return True

    def _grow(self, more: int) -> None:
        for texts in (self._paths, self._titles, self._dates, self._categories):
            texts.extend([""] * more)
        self._flags.extend(bytes(more))
        for column in (self._errors, self._warnings, self._hints):
            column.frombytes(bytes(more * column.itemsize))

    def _fill(self, row: Row) -> None:
        post = row.id
        self._titles[post] = row.title
        self._dates[post] = row.date
        self._categories[post] = intern(row.category)
        if row.problem:
            self._problems[post] = row.problem
        elif post in self._problems:
            del self._problems[post]
        kept = self._flags[post] & (FAULTY | IS_APPROVED)
        self._mark(post, kept | (DRAFT * row.draft) | KNOWN)
        if row.review is not None:
            self._review(post, row.review)
        self._count(post, row.errors, row.warnings, row.hints, checked=row.checked)

    def _count(self, post: int, errors: int, warnings: int, hints: int, *, checked: bool) -> None:
        self._errors[post] = min(errors, MOST)
        self._warnings[post] = min(warnings, MOST)
        self._hints[post] = min(hints, MOST)
        faulty = FAULTY if errors or warnings or post in self._problems else 0
        kept = self._flags[post] & (DRAFT | IS_APPROVED)
        self._mark(post, KNOWN | kept | (IS_CHECKED if checked else 0) | faulty)

    def _review(self, post: int, state: str) -> None:
        if state:
            self._reviews[post] = intern(state)
        else:
            self._reviews.pop(post, None)
        approved = IS_APPROVED if state == APPROVED else 0
        self._mark(post, (self._flags[post] & ~IS_APPROVED) | approved)

    def _mark(self, post: int, flags: int) -> None:
        """Set the flags of a post; the totals follow."""
        before = self._flags[post]
        self._flags[post] = flags
        self._faulty += bool(flags & FAULTY) - bool(before & FAULTY)
        self._drafts += bool(flags & DRAFT) - bool(before & DRAFT)
        self._approved += bool(flags & IS_APPROVED) - bool(before & IS_APPROVED)
        self._waiting += _waits(flags) - _waits(before)


def _waits(flags: int) -> bool:
    """Whether a post is there, no draft and not approved."""
    return flags & (KNOWN | DRAFT | IS_APPROVED) == KNOWN
