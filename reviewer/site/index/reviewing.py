"""What editors decided about posts, kept beside them: which are signed off as they stand.

The files of decisions are read where they are new or different, and a post's own
file where it or the decisions about it changed since: a post that nobody decided
about costs nothing, and neither does one that stayed the same. Reading a post anew
clears what it is, so that it is looked at here again.
"""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from reviewer.site.index import shelf
from reviewer.site.index.codec import text_in, text_out
from reviewer.site.reviews.decisions import (
    ENDING,
    FOLDER,
    OPEN,
    Decision,
    decisions,
    file_of,
    newest,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reviewer.site.index.store import Store

Stamp = tuple[int, int]
Standing = tuple[int, str]
"""The id of a post, and what it is: a state of ``decisions``, "" where nobody decided."""

_KNOWN = "SELECT path, size, mtime_ns FROM reviews"
_PUT = "INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?, ?, 1)"
_DUE = """
    SELECT posts.id, posts.path, reviews.state, reviews.digest
    FROM reviews CROSS JOIN posts USING (path) WHERE reviews.fresh OR posts.review = ''
"""
_LOST = "SELECT id FROM posts WHERE review != '' AND path NOT IN (SELECT path FROM reviews)"


def concerns(places: Sequence[str] | None) -> bool:
    """Whether decisions may be others by now where something changed at these places."""
    return not places or any(each.startswith(FOLDER.partition("/")[0]) for each in places)


def take_over(store: Store, root: Path) -> None:
    """Read the decisions that are new or different, and forget those that are gone."""
    found = dict(_stamps(root))
    with store.working() as db:
        known = {text_out(path): (size, time) for path, size, time in db.execute(_KNOWN)}
    gone = [path for path in known if path not in found]
    changed = [path for path, stamp in found.items() if known.get(path) != stamp]
    if not gone and not changed:
        return
    rows = [_row(path, found[path], _newest(root, path)) for path in changed]
    with store.writing() as db:
        db.executemany("DELETE FROM reviews WHERE path = ?", [(text_in(path),) for path in gone])
        db.executemany(_PUT, rows)


def settle(store: Store, root: Path) -> list[Standing]:
    """Work out what posts are that changed, or about which something was decided; tells those."""
    with store.working() as db:
        due = [(id, text_out(path), *rest) for id, path, *rest in db.execute(_DUE)]
        lost = [(id, "") for (id,) in db.execute(_LOST)]
    standings = [*lost, *((id, _standing(root, path, *rest)) for id, path, *rest in due)]
    if standings:
        with store.writing() as db:
            revision = shelf.next_revision(db)
            rows = [(state, revision, id) for id, state in standings]
            db.executemany("UPDATE posts SET review = ?, revision = ? WHERE id = ?", rows)
            db.execute("UPDATE reviews SET fresh = 0 WHERE fresh")
    return standings


def _standing(root: Path, path: str, state: str, digest: str) -> str:
    decision = Decision(state, digest, "", "")
    try:
        return decision.standing(sha256((root / path).read_bytes()).hexdigest())
    except OSError:  # it is gone, which will be told, or cannot be read
        return decision.standing("")


def _row(path: str, stamp: Stamp, decision: Decision | None) -> tuple[str | bytes | int, ...]:
    """A file without any decision is one as well, so that it is not read again and again."""
    said = (decision.state, decision.digest) if decision else (OPEN, "")
    return (text_in(path), *stamp, *map(text_in, said))


def _newest(root: Path, path: str) -> Decision | None:
    try:
        return newest(decisions((root / file_of(path)).read_bytes()))
    except OSError:
        return None


def _stamps(root: Path) -> Iterator[tuple[str, Stamp]]:
    """The posts that decisions are kept about, with size and time of change of their files."""
    top = os.path.join(root, *FOLDER.split("/"))
    waiting = [top]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                items = list(found)
        except OSError:
            continue
        for item in items:
            if item.is_dir(follow_symlinks=False):
                waiting.append(item.path)
            elif item.name.endswith(ENDING) and item.is_file():
                status = item.stat()
                path = item.path[len(top) + 1 : -len(ENDING)].replace(os.sep, "/")
                yield path, (status.st_size, status.st_mtime_ns)
