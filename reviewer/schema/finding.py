"""What validation or a rule found in a post: where, how bad, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewer.document.edits import Span, TextEdit
    from reviewer.document.operations import Operation


class Severity(IntEnum):
    """How bad a finding is; the larger, the worse."""

    HINT = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name in lower case, as reports print it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fix:
    """One click that mends a finding: operations on the front matter, or edits of the text.

    ``edits`` speak of the text in which the finding was made; ``text`` is its
    mark (``edits.mark_of``), so that they are not made in another, or "" where
    the fix is used at once. A ``safe`` fix leaves the meaning of the post as it
    is and may be made without looking; any other is a proposal.
    """

    label: str
    operations: tuple[Operation, ...] = ()
    edits: tuple[TextEdit, ...] = ()
    safe: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the editor.

    ``path`` names the field (empty: the whole post); ``line`` counts from 1 in
    the file (0: unknown, ask the post for the path's place); ``source`` is the
    stable code of the rule, for instance ``wrong-type``. ``span`` are the
    characters of the file that it is about, ``quote`` the words by which it is
    known again when they stand elsewhere; both are for findings in the text.
    """

    source: str
    severity: Severity
    message: str
    path: tuple[Any, ...] = ()
    line: int = 0
    fixes: tuple[Fix, ...] = field(default=())
    span: Span | None = None
    quote: str = ""
