"""What the sidebar narrows the list to: a queue, a folder, a value of a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.ui.listing.folders import is_within

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from reviewer.site.entries import Entry

QUEUE = "queue"
FOLDER = "folder"
FIELD = "field"

ALL = "all"
PROBLEMS = "problems"
CHANGED = "changed"
DRAFTS = "drafts"

ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Scope:
    """``kind`` is one of the constants above.

    ``value`` is a field's value; of a folder, ``ALONE`` leaves out what lies further down.
    """

    kind: str = QUEUE
    name: str = ALL
    value: str = ""


EVERYTHING = Scope()
PROBLEM_QUEUE = Scope(QUEUE, PROBLEMS)


def within(scope: Scope, entry: Entry, changed: Collection[str]) -> bool:
    """Whether ``entry`` belongs to ``scope``; ``changed`` are the paths with unsaved edits."""
    if scope.kind == FOLDER:
        folder = folder_of(entry)
        return folder == scope.name if scope.value == ALONE else is_within(folder, scope.name)
    if scope.kind == FIELD:
        return scope.value in values_of(entry, scope.name)
    return _QUEUES[scope.name](entry, changed)


def folder_of(entry: Entry) -> str:
    """The folder that the post lies right in; "" for the root."""
    return entry.path.rpartition("/")[0]


def values_of(entry: Entry, name: str) -> tuple[str, ...]:
    """The values that a post gives a field, as text: several where it is a list."""
    return texts_of(entry.data.get(name))


def texts_of(value: Any) -> tuple[str, ...]:
    """A value as text: one for each item of a list, none for what has fields of its own."""
    if value is None or isinstance(value, dict):
        return ()
    items = value if isinstance(value, list) else [value]
    return tuple(as_text(item) for item in items if not isinstance(item, dict | list))


def as_text(value: Any) -> str:
    """A plain value as facets and filters write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def has_problems(entry: Entry) -> bool:
    """Whether there is anything to mend; hints do not count."""
    return bool(entry.errors or entry.warnings or entry.problem)


_QUEUES: dict[str, Callable[[Entry, Collection[str]], bool]] = {
    ALL: lambda _entry, _changed: True,
    PROBLEMS: lambda entry, _changed: has_problems(entry),
    CHANGED: lambda entry, changed: entry.path in changed,
    DRAFTS: lambda entry, _changed: entry.draft,
}
