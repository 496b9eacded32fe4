"""What the index tells of files; apart from ``messages``, since a plain list needs no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from array import array


class Row(NamedTuple):
    """One line of the list; a tuple, since a hundred thousand of them are made and sent.

    ``date`` is ISO text that sorts as it reads, "" when there is none.
    ``problem`` says in plain words why the post could not be read. ``checked``
    says that the counts of findings are those of the file as it stands. ``review``
    is what was decided about it (``reviews/decisions.py``), ``None`` where that is
    still to be found out.
    """

    id: int
    path: str
    title: str = ""
    date: str = ""
    category: str = ""
    draft: bool = False
    problem: str = ""
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    checked: bool = False
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that are new or different; ``done`` of ``total`` files have been read."""

    rows: tuple[Row, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Gone:
    """Posts whose files are no more."""

    ids: array[int]


@dataclass(frozen=True, slots=True)
class Moved:
    """A post that lies elsewhere now, with its id kept."""

    id: int
    path: str


@dataclass(frozen=True, slots=True)
class Read:
    """All files have been read; ``complete`` is False where that was cancelled."""

    complete: bool = True


@dataclass(frozen=True, slots=True)
class Away:
    """The folder cannot be reached (unmounted, deleted); ``back`` once it can again."""

    message: str
    back: bool = False
