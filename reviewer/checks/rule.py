"""What a rule is: a name to be called by, the reason why it exists, and a function that looks.

Each rule is one module below ``checks/rules`` that ends in a ``RULE``; installed
packages add theirs through the entry-point group ``reviewer.rules``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewer.checks.subject import Subject
    from reviewer.document.edits import Span
    from reviewer.document.operations import Path
    from reviewer.schema.finding import Fix, Severity

Settings = Mapping[str, Any]
"""The values of a rule's options, by their names; all of them are there."""


class Group(StrEnum):
    """What a rule is about; groups are switched on and off like rules."""

    METADATA = "metadata"
    CONSISTENCY = "consistency"
    SOURCES = "sources"
    LEFTOVERS = "leftovers"
    MARKUP = "markup"
    PROSE = "prose"
    DUPLICATES = "duplicates"


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule has to say: in which field (``path``) or at which characters of the file.

    ``quote`` are the words that it is about, the text of the span where left
    empty. ``severity`` is the rule's own unless given.
    """

    message: str
    path: Path = ()
    span: Span | None = None
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """Two whole files: one in which the rule finds something, and the same mended."""

    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class Option:
    """Something about a rule that ``reviewer.yml`` can set; values have the default's type."""

    name: str
    default: Any
    what: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``code`` never changes; ``name`` is the title of its page.

    ``what`` says in a sentence what is found, ``why`` what harm it does.
    ``shares`` gives what a post has in common with others by this rule (titles,
    addresses): what it
    gives, ``Subject.others_with`` finds in other posts.
    """

    code: str
    name: str
    group: Group
    severity: Severity
    what: str
    why: str
    example: Example
    check: Callable[[Subject, Settings], Iterable[Said]]
    options: tuple[Option, ...] = ()
    shares: Callable[[Subject], Iterable[str]] | None = None
    is_on: bool = True
    """Whether it runs where nothing is said of it."""

    @property
    def defaults(self) -> dict[str, Any]:
        """The values of its options where nothing else is set."""
        return {option.name: option.default for option in self.options}
