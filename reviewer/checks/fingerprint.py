"""By what a finding is known again: its rule, its field, and the value that it speaks of.

Not by its line, which moves when somebody writes above it, nor by its words,
which count other posts; another value at the same place is another finding.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from reviewer.document.operations import EditRefused, look_up, spelled

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.schema.finding import Finding

DIGITS = 16


def place_of(finding: Finding) -> str:
    """The field as people write it; items of a list are alike wherever they stand."""
    return spelled(tuple("[]" if type(key) is int else key for key in finding.path))


def fingerprint(finding: Finding, data: Any) -> str:
    """Short text by which the finding is known again; ``data`` is the post's front matter."""
    parts = [finding.source, place_of(finding), shown(data, finding.path)]
    if finding.quote:
        parts.append(finding.quote)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def shown(data: Any, path: Path) -> str:
    """The value at a path as text that is the same for the same value; "" where there is none."""
    try:
        value = look_up(data, path) if path else None
    except EditRefused:
        return ""
    return "" if value is None else json.dumps(value, default=repr, sort_keys=True, skipkeys=True)
