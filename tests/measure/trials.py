"""Tries every edit on every key of a post, and checks the contract from outside.

The checks share nothing with the engine but the meaning of an operation: the
body and every line outside the named entry must stay byte for byte, and the
data read again must be the old data with exactly the change.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.document.edits import Span, difference
from reviewer.document.operations import (
    EditRefused,
    InsertItem,
    MoveItem,
    Operation,
    RemoveItem,
    Rename,
    SetValue,
    Unset,
    carry_out,
    same,
)
from reviewer.document.post import Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.dialect import Dialect
    from reviewer.document.operations import Path

MAX_ITEMS = 4
"""Of longer lists and maps the first two and the last two elements are tried."""


@dataclass
class Tally:
    """Counts over many posts."""

    name: str
    posts: int = 0
    unread: int = 0
    keys: int = 0
    edits: int = 0
    rewritten: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


def try_post(tally: Tally, label: str, data: bytes, dialect: Dialect) -> None:
    """Every edit on every key of one post."""
    tally.posts += 1
    post = Post.from_bytes(data, dialect=dialect)
    if post.to_bytes() != data:
        tally.violations.append(f"{label}: writing back gives other bytes")
    if post.format is None or post.problem or post.read_only:
        tally.unread += 1
        return
    for path in paths(post.data):
        tally.keys += 1
        for operation in trials(post.data, path):
            _try(tally, label, post, operation)


def _try(tally: Tally, label: str, post: Post, operation: Operation) -> None:
    tally.edits += 1
    what = f"{label}: {type(operation).__name__} {operation}"[:300]
    try:
        new = post.apply(operation)
    except EditRefused as refusal:
        tally.refused[f"{post.format} {type(operation).__name__}: {_reason(refusal)}"] += 1
        tally.refusals.append(f"{what}\n      {refusal}")
        return
    except Exception as error:  # noqa: BLE001 - the point is to find them all
        tally.violations.append(f"{what}: {error!r}")
        return
    for fault in faults(post, new, operation):
        tally.violations.append(f"{what}: {fault}")


def faults(old: Post, new: Post, operation: Operation) -> Iterator[str]:
    """What the edit did that it must not do."""
    if new.body != old.body:
        yield "the body changed"
    again = Post.from_bytes(new.to_bytes(), dialect=old.dialect)
    if again.problem or not same(again.data, carry_out(old.data, operation)):
        yield f"other data: {again.problem or again.data!r}"[:200]
    if not _only_there(old, new, operation):
        yield "lines outside the entry changed"


def _only_there(old: Post, new: Post, operation: Operation) -> bool:
    """Whether nothing but the named entry's lines changed, or text only came in or went."""
    changed = difference(old.text, new.text)
    if not changed or not changed[0].span or not changed[0].text:
        return True
    paths = [operation.path]
    if isinstance(operation, Unset) and len(_look_up(old.data, operation.path[:-1])) == 1:
        paths.append(operation.path[:-1])  # its holder becomes {} or []
    if old.place(operation.path) is None and operation.path[:-1]:
        paths.append(operation.path[:-1])  # a key comes into a copy of what an alias stands for
    places = [place for path in paths if (place := old.place(path)) is not None]
    lines = [_whole_lines(old.text, place.entry) for place in places]
    return any(span.covers(changed[0].span) for span in lines) or _duplicated(old, operation)


def _whole_lines(text: str, span: Span) -> Span:
    end = text.find("\n", max(span.end - 1, span.start))
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end + 1)


def _look_up(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data


def _duplicated(post: Post, operation: Operation) -> bool:
    return any(
        note.code == "duplicate-key" and note.path[:1] == operation.path[:1] for note in post.notes
    )


def _reason(refusal: EditRefused) -> str:
    words = str(refusal.what).split()
    return " ".join(word if word.isalpha() else "…" for word in words)[:90]


# What to try


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of all values, of long collections a few."""
    if isinstance(data, dict):
        children = list(data.items())
    elif isinstance(data, list):
        children = list(enumerate(data))
    else:
        return
    for key, value in _some(children) if path else children:
        yield (*path, key)
        yield from paths(value, (*path, key))


def _some(elements: list[Any]) -> list[Any]:
    return elements if len(elements) <= MAX_ITEMS else elements[:2] + elements[-2:]


def trials(data: Any, path: Path) -> Iterator[Operation]:
    """The edits to try on the value at ``path``."""
    holder, value = data, data
    for key in path:
        holder, value = value, value[key]
    yield SetValue(path, value)
    for other in others(value):
        yield SetValue(path, other)
    yield Unset(path)
    if isinstance(holder, dict):
        yield Rename(path, "renamed_key")
        yield SetValue((*path[:-1], "a_new_key"), "new: value")
    if isinstance(value, list):
        yield from _list_trials(path, value)


def _list_trials(path: Path, value: list[Any]) -> Iterator[Operation]:
    new = {"fresh": "a", "key": 1} if value and isinstance(value[0], dict) else "fresh, text"
    for index in sorted({0, len(value) // 2, len(value)}):
        yield InsertItem(path, index, new)
    if value:
        yield RemoveItem(path, 0)
        yield RemoveItem(path, len(value) - 1)
        yield SetValue(path, [*value[1:], "turned"])
    if len(value) > 1:
        yield MoveItem(path, 0, len(value) - 1)
        yield MoveItem(path, len(value) - 1, 0)
        yield SetValue(path, value[::-1])


def others(value: Any) -> Iterator[Any]:
    """Values to put in the place of ``value``."""
    match value:
        case str():
            yield value + " and more"
            yield "yes"
            yield "several\nlines: of\n\n  # text\n"
        case bool():
            yield not value
        case int() | float():
            yield value + 1
            yield "text"
        case dt.datetime():
            yield value + dt.timedelta(days=1)
        case dt.date():
            yield value + dt.timedelta(days=1)
        case None:
            yield "text"
            yield ["a list"]
        case list():
            yield []
        case dict():
            yield {}
            yield {**value, "one more": "value"}
    yield None
    yield ""
    yield {"a": ["b", {"c": "d"}]}
