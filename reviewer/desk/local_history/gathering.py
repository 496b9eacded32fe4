"""The past of one post in one list: the texts that saves replaced, and those of Git's commits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.desk.local_history.difference import Difference, difference_of
from reviewer.document.post import Post
from reviewer.site.commits import commits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.desk.local_history.keeping import LocalHistory
    from reviewer.document.dialect import Dialect
    from reviewer.site.folder import Folder

ROOM = 30_000_000
"""Bytes of text that one list may hold; the newest versions come first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text that the post had from ``when`` on (seconds since 1970).

    ``difference`` is what it changed in the version before, ``None`` for the
    oldest. ``commit``, ``author`` and ``subject`` are empty for texts that a
    save replaced.
    """

    when: float
    post: Post
    difference: Difference | None
    commit: str = ""
    author: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class _Text:
    when: float
    data: bytes
    commit: str = ""
    author: str = ""
    subject: str = ""


def gather(past: LocalHistory, folder: Folder, path: str, digest: str | None) -> tuple[Entry, ...]:
    """The versions of a post, the newest first; damaged ones are left out.

    ``digest`` names the text on disk now. Reads the disk and asks Git: for a
    thread of its own.
    """
    texts = sorted([*_saved(past, path, digest), *_committed(folder, path)], key=_age)
    return tuple(_entries(list(_distinct(texts)), folder.engine.dialect))


def _age(text: _Text) -> float:
    return -text.when


def _saved(past: LocalHistory, path: str, digest: str | None) -> Iterator[_Text]:
    versions = past.versions(path, digest)
    contents = past.contents(versions)
    for version in versions:
        if version.digest in contents:
            yield _Text(version.when, contents[version.digest])


def _committed(folder: Folder, path: str) -> Iterator[_Text]:
    for commit in commits(folder.resolve(path)):
        yield _Text(commit.when, commit.data, commit.name, commit.author, commit.subject)


def _distinct(texts: Sequence[_Text]) -> Iterator[_Text]:
    """Without saved texts that a commit beside them holds as well; no more than fit."""
    room = ROOM
    for before, text, after in zip([None, *texts], texts, [*texts[1:], None], strict=False):
        neighbours = [each for each in (before, after) if each is not None]
        is_known = any(each.commit and each.data == text.data for each in neighbours)
        if text.commit or not is_known:
            room -= len(text.data)
            if room < 0:
                return
            yield text


def _entries(texts: Sequence[_Text], dialect: Dialect) -> Iterator[Entry]:
    posts = [Post.from_bytes(text.data, dialect=dialect) for text in texts]
    for text, post, older in zip(texts, posts, [*posts[1:], None], strict=False):
        difference = None if older is None else difference_of(older, post)
        yield Entry(text.when, post, difference, text.commit, text.author, text.subject)
