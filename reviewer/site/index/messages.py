"""What the index is asked and what it answers: plain values that can cross to another process.

Posts are known by their ``id``, a small number that the index gives out and
never gives to another post while it is open. Ids of posts that are gone stay
unused, so that whoever keeps columns can use the id as the place in them.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.checks.sieve import Sieve
from reviewer.site.index.news import Away as Away
from reviewer.site.index.news import Gone as Gone
from reviewer.site.index.news import Moved as Moved
from reviewer.site.index.news import Read as Read
from reviewer.site.index.news import Row as Row
from reviewer.site.index.news import Rows as Rows

if TYPE_CHECKING:
    from reviewer.schema.inference import Schema
    from reviewer.site.folder import Folder

QUEUE, FOLDER, FIELD, YEAR, STATE = "queue", "folder", "field", "year", "state"
"""The kinds of a scope."""
ALL, PROBLEMS, CHANGED, DRAFTS = "all", "problems", "changed", "drafts"
WAITING, APPROVED = "waiting", "approved"
"""The queues."""
ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the list is narrowed to; ``kind`` is one of the constants above.

    ``value`` is a field's value; of a folder, ``ALONE`` leaves out what lies further down.
    ``name`` is a year in four digits, or a state of ``reviewer.site.query.fields.STATES``.
    """

    kind: str = QUEUE
    name: str = ALL
    value: str = ""


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Search:
    """Which posts, in what order; ``changed`` are the ids of posts with unsaved edits.

    Orders: "newest", "oldest", "title", "problems", "need", "path", and "best", which puts
    first the posts whose titles and paths are most like the words of the query.
    ``literal``: look for nothing else instead of words that occur nowhere.
    """

    query: str = ""
    scope: Scope = EVERYTHING
    order: str = "newest"
    changed: frozenset[int] = frozenset()
    literal: bool = False


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """What is wrong with a query: plain words, and where in its text (code points)."""

    message: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The ids that fit, in order (``array("I")``); with a ``problem`` none are given.

    ``pending`` posts could not be looked into yet, since their fields or texts
    are still being gathered; asking again later may find more. ``similar`` are
    pairs of a typed word that no title and no path has and a word that some do
    have and that was looked for instead.
    """

    ids: array[int] = field(default_factory=lambda: array("I"))
    problem: QueryProblem | None = None
    pending: int = 0
    similar: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that can be picked, and how many posts have it.

    ``label`` is what the site itself calls it, of a state its name in English.
    """

    scope: Scope
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and its choices, the largest first."""

    label: str
    choices: tuple[Choice, ...]


# What the index tells while it works, in this order for a folder that is opened; what it
# tells of files (``Rows``, ``Gone``, ``Moved``, ``Away``, ``Read``) is in ``news``.


@dataclass(frozen=True, slots=True)
class Opened:
    """The folder is known: its engine and root."""

    folder: Folder


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the posts have in common, and which findings are not told."""

    schema: Schema
    sieve: Sieve = field(default_factory=Sieve)


@dataclass(frozen=True, slots=True)
class Checked:
    """Counts of findings: column by column, one item for each id."""

    ids: array[int]
    errors: array[int]
    warnings: array[int]
    hints: array[int]


@dataclass(frozen=True, slots=True)
class Examined:
    """So many of the posts whose whole text is to be judged have been; their counts came before."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Posts that are something else by now, by id: what was decided about them as they stand."""

    standings: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything asked for has been done: rows, schema, checks.

    Comes once more when whole texts have been judged as well.
    """


@dataclass(frozen=True, slots=True)
class Touched:
    """What some program changed, made or removed: relative paths of files and folders.

    None at all stands for the whole folder. What was saved here is told as well.
    """

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slow:
    """Changes on disk are only looked for now and then, for this reason; "" once no longer so."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Something went wrong that the user should hear of."""

    error: Exception


News = (
    Opened
    | Rows
    | Gone
    | Moved
    | Read
    | Learnt
    | Checked
    | Examined
    | Reviewed
    | Ready
    | Touched
    | Away
    | Slow
    | Failed
)
"""What arrives unasked, in the order in which it happened."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; ``ticket`` is the one that asking returned."""

    ticket: int
    value: Any
    error: Exception | None = None
