"""What the Schema view shows, line by line, made from the rules and the draft. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.desk.declaring import State
from reviewer.schema.declared.attributes import BY_ATTRIBUTE
from reviewer.schema.origin import DECLARED
from reviewer.ui.panels.schema import attributes, words
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.declared.editing import FieldPath
    from reviewer.schema.field import Field
    from reviewer.schema.imports.report import Notice
    from reviewer.schema.origin import Origin
    from reviewer.ui.panels.schema.attributes import Attribute, Input
    from reviewer.ui.panels.schema.draft import Draft

PERCENT = 100


@dataclass(frozen=True, slots=True)
class TypeLine:
    """One content type."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field; ``depth`` says inside how many others it lies."""

    path: FieldPath
    depth: int
    label: str
    key: str
    kind: str
    required: str
    share: str
    origin: str
    declared: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class AttributeLine:
    """One attribute in the inspector; ``text`` is what is typed, or the key of a choice."""

    name: str
    label: str
    input: Input
    text: str
    origin: str
    declared: bool
    changed: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A field with all that can be said of it."""

    title: str
    key: str
    says: str
    lines: tuple[AttributeLine, ...]
    declared: bool


@dataclass(frozen=True, slots=True)
class NoticeGroup:
    """Notices of one file that say the same."""

    why: str
    file: str
    places: tuple[str, ...]
    problem: bool


def type_lines(
    types: Mapping[str, ContentType], holders: Mapping[str, Mapping[FieldPath, int]]
) -> list[TypeLine]:
    """The content types, those of most posts first."""
    lines = [
        TypeLine(name, each.label or name, holders.get(name, {}).get((), each.count))
        for name, each in types.items()
    ]
    return sorted(lines, key=lambda line: -line.count)


def field_lines(
    content_type: ContentType, holders: Mapping[FieldPath, int], draft: Draft
) -> list[FieldLine]:
    """The fields of a type, each followed by those inside it."""
    total = holders.get((), 0)
    return [
        _field_line(content_type, path, field, share(holders.get(path, 0), total), draft)
        for path, field in _walk(content_type.fields, ())
    ]


def _walk(fields: Iterable[Field], above: FieldPath) -> Iterator[tuple[FieldPath, Field]]:
    for each in fields:
        path = (*above, each.name)
        yield path, each
        yield from _inside(each, path)


def _inside(field: Field, path: FieldPath) -> Iterator[tuple[FieldPath, Field]]:
    if field.item is not None:
        yield (*path, 0), field.item
        yield from _inside(field.item, (*path, 0))
    yield from _walk(field.fields, path)


def _field_line(
    content_type: ContentType, path: FieldPath, field: Field, part: str, draft: Draft
) -> FieldLine:
    is_item = path[-1] == 0
    return FieldLine(
        path=path,
        depth=len(path) - 1,
        label=tr("Each item") if is_item else field.label or field.name,
        key="" if is_item else field.name,
        kind=words.kind(field.kind),
        required=tr("Yes") if field.required else "",
        share=part,
        origin=words.origin(_leading(field)),
        declared=is_declared(field),
        changed=draft.touches(content_type.name, path),
    )


def _leading(field: Field) -> Origin:
    """The origin that says most of a field: a declared attribute, else that of its kind."""
    declared = (each for each in field.origins.values() if each.kind == DECLARED)
    return next(declared, field.origin_of("kind"))


def is_declared(field: Field) -> bool:
    """Whether ``reviewer.yml`` says anything of the field itself."""
    return any(each.kind == DECLARED for each in (field.origin, *field.origins.values()))


def share(count: int, total: int) -> str:
    """``94 %``, and never 0 % or 100 % of what is only nearly none or all."""
    if not total or count in (0, total):
        return "100 %" if total and count else "–"
    rounded = min(max(round(PERCENT * count / total), 1), PERCENT - 1)
    return f"{rounded} %"


def inspected(
    content_type: ContentType,
    path: FieldPath,
    field: Field,
    draft: Draft,
    problems: Mapping[str, str],
    *,
    every: bool,
) -> Inspected:
    """What the inspector shows of a field."""
    lines = (
        _attribute_line(content_type, path, field, each, draft, problems.get(each.name, ""))
        for each in attributes.fitting(field, every=every)
    )
    is_item = path[-1] == 0
    return Inspected(
        title=tr("Each item") if is_item else field.label or field.name,
        key=".".join("[]" if part == 0 else str(part) for part in path),
        says=_such_as(field.example),
        lines=tuple(lines),
        declared=is_declared(field),
    )


def _such_as(example: str) -> str:
    """The first line of a typical value, without the sign of a list."""
    first = example.strip().partition("\n")[0].removeprefix("- ")
    return tr("Such as {example}", example=first) if first else ""


def _attribute_line(
    content_type: ContentType,
    path: FieldPath,
    field: Field,
    attribute: Attribute,
    draft: Draft,
    problem: str,
) -> AttributeLine:
    name = attribute.name
    origin = field.origin_of(name)
    is_stated = name == "kind" or field.states(name)
    text = attributes.shown(name, getattr(field, name)) if is_stated else ""
    step = draft.of(content_type.name, path, name)
    if isinstance(step, State):
        text, says = attributes.shown(name, step.value), tr("will be declared")
    elif step is not None:
        says = tr("will not be declared")
    else:
        says = words.origin(origin) if is_stated else ""
    return AttributeLine(
        name,
        tr(attribute.label),
        attribute.input,
        text,
        says,
        declared=is_stated and origin.kind == DECLARED and step is None,
        changed=step is not None,
        problem=problem,
    )


def help_of(attribute: str) -> str:
    """What an attribute is for."""
    return tr(BY_ATTRIBUTE[attribute].help)


def notice_groups(problems: Iterable[Notice], ignored: Iterable[Notice]) -> tuple[NoticeGroup, ...]:
    """What is wrong first, then what has no effect; by reason and file."""
    return (*_grouped(problems, problem=True), *_grouped(ignored, problem=False))


def _grouped(notices: Iterable[Notice], *, problem: bool) -> Iterator[NoticeGroup]:
    found: dict[tuple[str, str], list[str]] = {}
    for each in notices:
        found.setdefault((each.why, each.file), []).append(words.notice(each))
    for (why, file), places in found.items():
        yield NoticeGroup(why, file, tuple(filter(None, places)), problem)
