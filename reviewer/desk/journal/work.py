"""Unsaved work of a post, as records hold it: the text it began with, and what became of it.

What became of a text is kept as the part in which it differs, so that typing
into a long post costs a few bytes a second. Each such record stands on the
first text alone, not on the records before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from reviewer.desk.journal.frames import Record
from reviewer.document.source import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

BASE, TEXT, GONE, KEPT = "base", "text", "gone", "kept"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A post: the folder that is open, and its path there."""

    root: str
    path: str


@dataclass(frozen=True, slots=True)
class Work:
    """What was not saved of a post.

    ``base`` is the file that it began with, ``None`` where its record is lost;
    ``digest`` names it all the same. ``time`` is seconds since the epoch.
    """

    place: Place
    base: bytes | None
    digest: str
    text: str
    time: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """All that a journal holds; ``kept``: the editor asked to find it again next time."""

    works: tuple[Work, ...]
    kept: bool = False


def digest_of(base: bytes) -> str:
    """The name of a text that work began with, the same that a file's content has."""
    return sha256(base).hexdigest()


def base_record(place: Place, base: bytes) -> Record:
    """The text with which work began."""
    return Record(_facts(BASE, place) | {"digest": digest_of(base)}, base)


def text_record(work: Work, base: bytes) -> Record:
    """What the text has become."""
    before, now = _plain(base), _bytes(work.text)
    head = _common(before, now)
    tail = _common(before[head:][::-1], now[head:][::-1])
    facts = {
        "base": work.digest,
        "head": head,
        "tail": tail,
        "time": work.time,
        "title": work.title,
        "whole": digest_of(now),
    }
    return Record(_facts(TEXT, work.place) | facts, now[head : len(now) - tail])


def gone_record(place: Place) -> Record:
    """Nothing is unsaved any more."""
    return Record(_facts(GONE, place))


def kept_record() -> Record:
    """The editor asked to find all this again."""
    return Record({"kind": KEPT})


def left_by(records: Iterable[Record], lost: Callable[[Place, str], bytes | None]) -> Left:
    """What stands at the end of a journal; ``lost`` finds a base of which no record is whole."""
    bases: dict[str, bytes] = {}
    texts: dict[Place, list[Record]] = {}
    kept = False
    for record in records:
        kind = record.facts.get("kind")
        if kind == BASE:
            bases[str(record.facts["digest"])] = record.data
        elif kind == TEXT:
            texts.setdefault(_place(record.facts), []).append(record)
        elif kind == GONE:
            texts.pop(_place(record.facts), None)
        elif kind == KEPT:
            kept = True
    found = (_newest(place, each, bases, lost) for place, each in texts.items())
    return Left(tuple(work for work in found if work is not None), kept)


def _newest(
    place: Place,
    records: list[Record],
    bases: dict[str, bytes],
    lost: Callable[[Place, str], bytes | None],
) -> Work | None:
    """The last text that can be put together again."""
    for record in reversed(records):
        facts = record.facts
        digest = str(facts["base"])
        base = bases.get(digest)
        if base is None and (base := lost(place, digest)) is not None:
            bases[digest] = base
        now = _whole(record, b"" if base is None else _plain(base))
        if now is not None:
            text = now.decode("utf-8", "surrogatepass")
            title = str(facts["title"])
            return Work(place, base, digest, text, float(facts["time"]), title)
    return None


def _whole(record: Record, before: bytes) -> bytes | None:
    head, tail = int(record.facts["head"]), int(record.facts["tail"])
    now = before[:head] + record.data + before[len(before) - tail :]
    return now if digest_of(now) == record.facts["whole"] else None


def _common(one: bytes, two: bytes) -> int:
    """How many bytes both begin with, by halving: a loop over bytes would take its time."""
    low, high = 0, min(len(one), len(two))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == two[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _plain(base: bytes) -> bytes:
    return _bytes(decode(base).text)


def _bytes(text: str) -> bytes:
    # A half of a pair or a stray byte, which files may hold, must not stop anything here.
    return text.encode("utf-8", "surrogatepass")


def _facts(kind: str, place: Place) -> dict[str, Any]:
    return {"kind": kind, "root": place.root, "path": place.path}


def _place(facts: Mapping[str, Any]) -> Place:
    return Place(str(facts["root"]), str(facts["path"]))
