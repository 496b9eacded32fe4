"""Rules that look at more than one field of a post.

``sentiment_label`` must be Optimistic when ``sentiment_score`` is 7 or more;
an event ends after it starts. They are declared in ``reviewer.yml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.schema.finding import Severity
from reviewer.schema.origin import BY_HAND

if TYPE_CHECKING:
    from reviewer.schema.condition import Condition
    from reviewer.schema.origin import Origin


@dataclass(frozen=True, slots=True)
class Rule:
    """Where all of ``when`` hold, all of ``then`` must.

    A finding is told at ``field`` ("" for the field that the first broken
    condition speaks of); ``name`` is what waivers and reports call the rule.
    """

    name: str
    then: tuple[Condition, ...]
    when: tuple[Condition, ...] = ()
    field: str = ""
    message: str = ""
    severity: Severity = Severity.ERROR
    origin: Origin = BY_HAND

    def fields(self) -> frozenset[str]:
        """All fields that it looks at."""
        return frozenset(name for each in (*self.when, *self.then) for name in each.fields())
