"""What every kind of value can do: be recognised, parsed, shown and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.document.dialect import Dialect
from reviewer.document.operations import SetValue
from reviewer.errors import ReviewerError
from reviewer.schema.finding import Finding, Fix, Severity
from reviewer.schema.origin import DECLARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.document.operations import Path
    from reviewer.schema.field import Field


class Unreadable(ReviewerError):
    """Typed text that is no value of the kind; ``what`` says why."""


def nothing_written(_path: Path) -> str:
    """For values that stand in no text."""
    return ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands: its path, the dialect, and how it is written there."""

    path: Path
    dialect: Dialect = Dialect.YAML_1_1
    written: Callable[[Path], str] = nothing_written

    @property
    def text(self) -> str:
        """The raw text of the value, "" if unknown."""
        return self.written(self.path)

    @property
    def is_quoted(self) -> bool:
        """Whether the value is written in quotes."""
        return self.text.lstrip()[:1] in ("'", '"')

    def inside(self, key: Any) -> Spot:
        """The place of an item or of a nested key."""
        return Spot((*self.path, key), self.dialect, self.written)

    def finding(self, code: str, severity: Severity, message: str, *fixes: Fix) -> Finding:
        """A finding about this value."""
        return Finding(code, severity, message, self.path, 0, fixes)

    def set_fix(self, label: str, value: Any) -> Fix:
        """A fix that gives the place another value."""
        return Fix(label, (SetValue(self.path, value),))


class Kind(Protocol):
    """One kind of value; stateless."""

    @property
    def name(self) -> str:
        """The name in ``Field.kind``."""
        ...

    @property
    def label(self) -> str:
        """What messages call a value of this kind, with its article: "a number"."""
        ...

    def recognises(self, value: Any) -> bool:
        """Whether ``value`` is one of this kind: right type and right shape."""
        ...

    def parse(self, text: str) -> Any:
        """The value that typed text stands for; raises ``Unreadable``."""
        ...

    def show(self, value: Any) -> str:
        """The value as an editor types it."""
        ...

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """What is wrong with a value that is neither absent nor empty."""
        ...


def guess(field: Field, attribute: str = "") -> Severity:
    """How bad it is to break a rule of this field: learnt and imported ones only warn.

    ``attribute`` names the one that the rule stands in.
    """
    if field.severity is not None:
        return field.severity
    declared = field.origin_of(attribute).kind == DECLARED
    return Severity.ERROR if declared else Severity.WARNING
