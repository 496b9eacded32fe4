"""What stands out among a folder's posts, field by field, and what to make of it.

For each outlier an editor says either "make this a rule" (then it counts as an
error, also in new posts) or "this is fine" (then nobody hears of it again).
Both are changes of ``reviewer.yml``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.document.operations import EditRefused, look_up, spelled
from reviewer.schema.declared import editing, writing
from reviewer.schema.field import Option
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted
from reviewer.schema.origin import INFERRED
from reviewer.schema.scalar_text import show_scalar
from reviewer.schema.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reviewer.document.operations import Path
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.schema.schema import Schema

SHOWN = 20
"""Posts of one outlier that are named."""


@dataclass(frozen=True, slots=True)
class Change:
    """One attribute of one field that ``reviewer.yml`` is to state."""

    field: editing.FieldPath
    attribute: str
    value: Any


@dataclass(frozen=True, slots=True)
class Drift:
    """An outlier: in which field, what is odd, in how many posts, in which.

    ``as_rule`` and ``as_fine`` are what the two answers change; ``suggestion``
    is the label of the fix that mends the posts, if there is one.
    """

    content_type: ContentType
    path: editing.FieldPath
    source: str
    message: str
    value: str = ""
    suggestion: str = ""
    count: int = 0
    paths: tuple[str, ...] = ()
    as_rule: tuple[Change, ...] = field(default=())
    as_fine: tuple[Change, ...] = field(default=())

    def line(self) -> str:
        """The outlier in one line."""
        posts = "1 post" if self.count == 1 else f"{self.count:,} posts"
        shown = f" {quoted(self.value)}" if self.value else ""
        mend = f" ({self.suggestion})" if self.suggestion else ""
        where = f"{self.content_type.name}: {spelled(self.path)}"
        return f"{where}:{shown} in {posts}: {self.message}{mend}"

    def plain(self) -> dict[str, Any]:
        """The same for ``--format json``."""
        return {
            "type": self.content_type.name,
            "field": spelled(self.path),
            "rule": self.source,
            "message": self.message,
            "value": self.value,
            "suggestion": self.suggestion,
            "posts": self.count,
            "paths": list(self.paths),
        }


def drift(
    schema: Schema, posts: Iterable[tuple[str, Any]], dialect: Dialect = Dialect.YAML_1_1
) -> list[Drift]:
    """The outliers of all posts (path and data), those of few posts first in each field."""
    found: dict[tuple[Any, ...], Drift] = {}
    for path, data in posts:
        content_type = schema.type_for(path, data)
        for each in validate(data, content_type, dialect=dialect):
            if each.path and _is_learnt(each, content_type):
                _add(found, path, each, content_type, data)
    places = {id(each): index for index, each in enumerate(found.values())}
    return sorted(
        found.values(),
        key=lambda each: (each.content_type.name, spelled(each.path), each.count, places[id(each)]),
    )


def _is_learnt(finding: Finding, content_type: ContentType) -> bool:
    known = content_type.field(finding.path)
    return known is None or known.origin.kind == INFERRED


def _add(
    found: dict[tuple[Any, ...], Drift],
    path: str,
    finding: Finding,
    content_type: ContentType,
    data: Any,
) -> None:
    value = _value(data, finding.path)
    place = tuple(0 if isinstance(key, int) else str(key) for key in finding.path)
    shown = "" if value is None or isinstance(value, list | dict) else show_scalar(value)
    key = (content_type.name, place, finding.source, shown)
    if key not in found:
        known = content_type.field(finding.path)
        changes = (_changes(place, known, finding.source, value)) if known else ((), ())
        suggestion = finding.fixes[0].label if finding.fixes else ""
        found[key] = Drift(
            content_type,
            place,
            finding.source,
            finding.message,
            shown,
            suggestion,
            as_rule=changes[0],
            as_fine=changes[1],
        )
    one = found[key]
    paths = one.paths if len(one.paths) >= SHOWN else (*one.paths, path)
    found[key] = replace(one, count=one.count + 1, paths=paths)


def _value(data: Any, path: Path) -> Any:
    try:
        return look_up(data, path)
    except EditRefused:
        return None


Changes = tuple[tuple[Change, ...], tuple[Change, ...]]


def _changes(place: editing.FieldPath, known: Field, source: str, value: Any) -> Changes:
    """What makes a rule of the outlier, and what makes it fine."""
    make = _MAKERS.get(source)
    if make is None:
        return ((Change(place, "severity", Severity.ERROR),), ())
    rule, fine = make(known, value)
    return (
        tuple(Change(place, name, it) for name, it in rule.items()),
        tuple(Change(place, name, it) for name, it in fine.items()),
    )


def _missing(_known: Field, _value: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    return {"required": Severity.ERROR}, {"required": None}


def _empty(_known: Field, _value: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    return {"filled": Severity.ERROR}, {"filled": None}


def _unusual(known: Field, value: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    options = tuple(replace(each, count=0) for each in known.options)
    shared = {"kind": known.kind, "open_options": known.open_options}
    rule = {"options": options, **shared, "open_options": False, "severity": Severity.ERROR}
    return rule, {"options": (*options, Option(value)), **shared}


def _out_of_range(known: Field, value: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    if known.maximum is not None and value > known.maximum:
        return {"maximum": known.maximum, "severity": Severity.ERROR}, {"maximum": value}
    return {"minimum": known.minimum, "severity": Severity.ERROR}, {"minimum": value}


def _odd_length(known: Field, value: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    low, high = known.usual_length or (0, len(value))
    rule = {"min_length": low, "max_length": high, "severity": Severity.ERROR}
    return rule, {"min_length": min(low, len(value)), "max_length": max(high, len(value))}


def _wrong_type(known: Field, value: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    rule = {"kind": known.kind, "severity": Severity.ERROR}
    also = tuple(dict.fromkeys((*known.also, _kind_of(value))))
    return rule, {"kind": known.kind, "also": also}


def _kind_of(value: Any) -> str:
    kinds = ((bool, "bool"), (int, "int"), (float, "float"), (str, "text"), (list, "list"))
    found = next((name for each, name in kinds if isinstance(value, each)), "")
    return found or ("object" if isinstance(value, dict) else "datetime")


_MAKERS: dict[str, Callable[[Field, Any], tuple[dict[str, Any], dict[str, Any]]]] = {
    "missing-field": _missing,
    "empty-field": _empty,
    "unusual-value": _unusual,
    "out-of-range": _out_of_range,
    "unusual-length": _odd_length,
    "wrong-type": _wrong_type,
    "misleading-text": _wrong_type,
}


def adopt(text: str, content_type: ContentType, changes: Iterable[Change]) -> str:
    """``reviewer.yml`` with these changes; raises ``EditRefused``.

    A learnt type that the file does not have yet is begun with what it is for.
    """
    match = content_type.match
    name = content_type.name if match else ""
    if match is not None and not editing.has_type(text, name):
        text = editing.set_match(text, name, writing.match_settings(match))
    for each in changes:
        text = editing.set_attribute(text, name, each.field, each.attribute, each.value)
    return text
