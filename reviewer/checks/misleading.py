"""Numbers that are not what they look like: ``010`` is 8 and ``12:30`` is 750 to YAML 1.1.

A value that is already a number shows no trace of it, so this looks at the
text of the front matter itself, line by line, for the few spellings that mislead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.schema.finding import Finding, Severity
from reviewer.schema.labels import quoted
from reviewer.schema.plans import plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reviewer.schema.content_type import ContentType

CODE = "misleading-number"
_ODD = re.compile(r"[ \t]+([-+]?0[\d_]+|[-+]?\d+(?::[0-5]?\d)+)[ \t]*(?:#.*)?$", re.MULTILINE)


def check(
    head: str, data: Mapping[Any, Any], content_type: ContentType, dialect: Dialect
) -> Iterator[Finding]:
    """Hints at numbers of number fields; what should be text is told elsewhere.

    ``head`` is the text of the post down to the end of its front matter.
    """
    if dialect is Dialect.YAML_1_2:
        return
    for key in plan_of(content_type, dialect).numbers:
        value = data.get(key)
        place = head.find(f"\n{key}:") if _is_number(value) else -1
        found = _ODD.match(head, place + len(key) + 2) if place >= 0 else None
        if found and value != _as_it_looks(found[1]):
            message = f"The site reads {quoted(found[1])} as the number {value:g}."
            yield Finding(CODE, Severity.HINT, message, (key,))


def _as_it_looks(written: str) -> float | None:
    """The number in decimals; ``None`` where it looks like a time."""
    return None if ":" in written else float(written.replace("_", ""))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
