"""What an import yields as text, so that a test can state it and a reader can judge it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from reviewer.schema.condition import Condition
from reviewer.schema.field import Option
from reviewer.schema.finding import Severity
from reviewer.schema.imports.find import find, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field
    from reviewer.schema.imports.report import Imported

INNER = ("fields", "item", "variants")


def all_shown(root: Path) -> str:
    """All configurations of a folder."""
    return "\n".join(shown(load(source)) for source in find(root))


def shown(imported: Imported) -> str:
    """One configuration: types, suggestions, then all that was not understood."""
    lines = [f"{imported.source.format} {imported.source.file}"]
    for each in imported.types:
        lines += _type(each)
    for one in imported.suggestions:
        values = ", ".join(str(option.value) for option in one.options)
        lines.append(f"suggestion {one.field}: {values} ({one.origin.text})")
    lines += [f"problem {notice}" for notice in imported.problems]
    lines += [f"ignored {notice}" for notice in imported.ignored]
    return "\n".join(lines) + "\n"


def _type(each: ContentType) -> Iterator[str]:
    match = {
        part.name: getattr(each.match, part.name)
        for part in (fields(each.match) if each.match else ())
        if getattr(each.match, part.name) != part.default
    }
    told = {"label": each.label, "title": each.title_field, "slug": each.slug_template}
    told |= {"closed": each.closed, "hints": each.hints, "match": match}
    about = " ".join(f"{name}={value!r}" for name, value in told.items() if value)
    yield f"type {each.name} {about}"
    for field in each.fields:
        yield from _field(field, "  ")


def _field(field: Field, indent: str) -> Iterator[str]:
    told = " ".join(
        f"{name}={_value(getattr(field, name))}"
        for name in field.origins
        if name not in (*INNER, "kind")
    )
    kind = field.kind if "kind" in field.origins else "?"
    yield f"{indent}{field.name or '-'}: {kind} {told}".rstrip() + f" @{field.origin.line}"
    inner = ([field.item] if field.item else []) + [*field.fields, *field.variants]
    for each in inner:
        yield from _field(each, indent + "  ")


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_part(each) for each in value) + "]"
    return value.label if isinstance(value, Severity) else repr(value)


def _part(value: Any) -> str:
    if isinstance(value, Condition):
        return _condition(value)
    if isinstance(value, Option):
        return f"{value.value!r}" + (f" ({value.label})" if value.label else "")
    return repr(value)


def _condition(each: Condition) -> str:
    if each.parts:
        return f"{each.operator}({', '.join(map(_condition, each.parts))})"
    case = "" if each.case_sensitive else " in any case"
    return f"{each.field} {each.operator} {each.value!r}{case}"
