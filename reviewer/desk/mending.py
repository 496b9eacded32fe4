"""Mends what is safe to mend in many posts at once, as one bulk edit that undo takes back.

A ``MendEdit`` is planned and written like any other edit of many posts. Each
post is judged anew as it stands on disk, by itself: whether a fix is safe never
depends on other posts.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.checks.engine import check, in_order
from reviewer.checks.inspection import inspect
from reviewer.checks.mending import Mended, mend_all
from reviewer.checks.selection import ALL, Choice, select
from reviewer.checks.subject import Subject
from reviewer.schema.neighbours import Remembered
from reviewer.site.outlook import Outlook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reviewer.checks.selection import Selection
    from reviewer.checks.sieve import Sieve
    from reviewer.checks.subject import Site
    from reviewer.desk.bulk.planning import Guides
    from reviewer.document.post import Post
    from reviewer.schema.finding import Finding
    from reviewer.schema.schema import Schema
    from reviewer.site.folder import Folder

NOTHING_SAFE = "Nothing here can be mended safely."


@dataclass(frozen=True, slots=True)
class Mender:
    """Judges posts of one folder and mends them; crosses to other processes.

    What ``sieve`` sets aside stays as it is, and so do findings that are not in ``choice``.
    """

    site: Site
    schema: Schema
    selection: Selection
    sieve: Sieve
    choice: Choice = ALL

    @classmethod
    def of(cls, folder: Folder, schema: Schema, sieve: Sieve, choice: Choice = ALL) -> Mender:
        """With the rules that the folder chooses, as far as they are wanted."""
        selection = select(schema.settings.get("checks")).only(choice)
        return cls(Outlook(folder, dt.datetime.now(dt.UTC)), schema, selection, sieve, choice)

    def findings(self, path: str, post: Post) -> tuple[Finding, ...]:
        """What counts of the findings of a post, told without knowing the others."""
        content_type = self.schema.type_for(path, post.data)
        alone = Remembered()
        subject = Subject(path, post, self.site, alone, content_type)
        found = (*check(post, content_type, alone), *inspect(subject, self.selection))
        chosen = (each for each in found if self.choice.has(each.source))
        return self.sieve.sift(path, post.data, in_order(chosen)).told

    def mended(self, path: str, post: Post) -> Mended:
        """The post with all its safe fixes."""
        return mend_all(post, lambda each: self.findings(path, each))


@dataclass(frozen=True, slots=True)
class MendEdit:
    """All safe fixes in these posts (relative paths); ``unsaved`` ones are left out."""

    paths: Sequence[str]
    mender: Mender
    unsaved: frozenset[str] = frozenset()

    def carried_out(self, post: Post, path: str, guides: Guides | None) -> tuple[Post, list[str]]:
        """The mended post, and what was done to it."""
        if guides is not None:
            post = post.with_guide(guides.guide(path, post.data))
        mended = self.mender.mended(path, post)
        return mended.post, [_said(mended.applied) if mended.applied else NOTHING_SAFE]


def _said(applied: Iterable[Finding]) -> str:
    """``no-time-zone, trailing-spaces (4)``."""
    counts = Counter(each.source for each in applied)
    return ", ".join(code if count == 1 else f"{code} ({count})" for code, count in counts.items())
