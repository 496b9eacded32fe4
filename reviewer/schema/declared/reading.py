"""Reads ``reviewer.yml``: whatever is wrong in it costs a notice, and the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reviewer.schema.content_type import ContentType
from reviewer.schema.declared import codecs, conditions
from reviewer.schema.declared.attributes import BY_KEY, NESTED
from reviewer.schema.declared.codecs import Wrong, did_you_mean
from reviewer.schema.field import Field
from reviewer.schema.finding import Severity
from reviewer.schema.imports import files, yaml_source
from reviewer.schema.imports.node import Unreadable
from reviewer.schema.imports.report import Notice, Report, Source
from reviewer.schema.matching import Match
from reviewer.schema.origin import DECLARED, Origin
from reviewer.schema.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from reviewer.schema.condition import Condition
    from reviewer.schema.imports.node import Node

FILE = "reviewer.yml"
VERSION = 1
TYPE_KEYS = ("label", "match", "title", "slug", "closed", "fields", "rules")
TOP_KEYS = ("version", "severity", "fields", "rules", "types", "checks", "preview")
RULE_KEYS = ("when", "then", "field", "message", "severity")
_WHERE = ("layout", "type")
MATCH_KEYS = ("folder", "deep", "glob", "exclude", "layout", "type", "where")


@dataclass(frozen=True, slots=True)
class Declared:
    """What a folder declares.

    ``settings`` is what the file says besides fields and rules, by section:
    which checks run, and which style sheets the preview loads.
    """

    types: tuple[ContentType, ...] = ()
    notices: tuple[Notice, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


def load(root: Path) -> Declared:
    """What ``reviewer.yml`` in the folder says; empty where there is none."""
    report = Report(Source("reviewer", FILE, root))
    if not files.exists(root, FILE):
        return Declared()
    node = files.read(report, FILE, yaml_source.read)
    return _declared(node, report)


def read(text: str, root: Path) -> Declared:
    """The same for the text of such a file, as an editor holds it."""
    report = Report(Source("reviewer", FILE, root))
    try:
        node = yaml_source.read(text, FILE, report.twice)
    except Unreadable as error:
        report.problem_at(FILE, error.line, error.what)
        return _declared(None, report)
    return _declared(node, report)


def _declared(node: Node | None, report: Report) -> Declared:
    reader = _Reader(report)
    if node is None or node.value is None:
        return Declared(notices=report.imported().problems)
    types: tuple[ContentType, ...] = ()
    settings: dict[str, Any] = {}
    with_group = reader.group(node, "The file", TOP_KEYS)
    if with_group:
        types = tuple(reader.types(with_group, node))
        sections = ("checks", "preview")
        settings = {key: with_group[key].plain() for key in sections if key in with_group}
    return Declared(types, report.imported().problems, settings)


class _Reader:
    """Reads part by part, telling a report of what cannot be used."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._severity: Severity | None = None

    def types(self, top: dict[str, Node], node: Node) -> Iterator[ContentType]:
        """The type of all posts, then each named one."""
        self._check_version(top.get("version"))
        self._severity = self._value(top.get("severity"), "severity", codecs.SEVERITY.read, None)
        if "fields" in top or "rules" in top:
            yield self._type("all posts", {key: top[key] for key in top if key in TYPE_KEYS}, node)
        for name, each in self.group(top.get("types"), "types").items():
            parts = self.group(each, name, TYPE_KEYS)
            match = self._value(parts.get("match"), "match", self._match, Match((name,)))
            yield replace(self._type(name, parts, each), match=match)

    def _check_version(self, node: Node | None) -> None:
        if node is not None and node.value != VERSION:
            why = f"This Reviewer knows version {VERSION} of this file; it is read all the same."
            self._report.problem(node, "version", why)

    def _type(self, name: str, parts: dict[str, Node], node: Node) -> ContentType:
        return ContentType(
            name,
            tuple(self._fields(parts.get("fields"))),
            title_field=self._value(parts.get("title"), "title", codecs.TEXT.read, ""),
            label=self._value(parts.get("label"), "label", codecs.TEXT.read, ""),
            slug_template=self._value(parts.get("slug"), "slug", codecs.TEXT.read, ""),
            closed=self._value(parts.get("closed"), "closed", codecs.FLAG.read, False),
            rules=tuple(self._rules(parts.get("rules"))),
            origin=_origin(node),
        )

    def _match(self, node: Node) -> Match:
        parts = self.group(node, "match", MATCH_KEYS)
        texts = {
            key: codecs.TEXTS.read(parts[key])
            for key in ("folder", "glob", "exclude")
            if key in parts
        }
        where: dict[str, Node] = {key: parts[key] for key in _WHERE if key in parts}
        where |= self.group(parts.get("where"), "where")
        return Match(
            folders=texts.get("folder", ()),
            deep=codecs.FLAG.read(parts["deep"]) if "deep" in parts else True,
            globs=texts.get("glob", ()),
            excluded=texts.get("exclude", ()),
            values=tuple((key, _values(each)) for key, each in where.items()),
        )

    def _fields(self, node: Node | None) -> Iterator[Field]:
        for name, each in self.group(node, "fields").items():
            yield self._field(name, each)

    def _field(self, name: str, node: Node) -> Field:
        parts = self.group(node, name, (*BY_KEY, *NESTED))
        stated: dict[str, Any] = {}
        origins: dict[str, Origin] = {}
        for key, each in parts.items():
            attribute, value = self._attribute(key, each)
            if attribute:
                stated[attribute] = value
                origins[attribute] = _origin(each)
        if "options" in stated and "open_options" not in stated:
            stated["open_options"], origins["open_options"] = False, origins["options"]
            if "kind" not in stated:
                stated["kind"], origins["kind"] = "enum", origins["options"]
        if self._severity is not None:
            stated.setdefault("severity", self._severity)
        return Field(name, origin=_origin(node), origins=origins, **stated)

    def _attribute(self, key: str, node: Node) -> tuple[str, Any]:
        """The attribute and its value; "" where it cannot be used."""
        if key == "item":
            return key, self._field("", node)
        if key in NESTED:
            return key, tuple(self._fields(node))
        setting = BY_KEY[key]
        missing = object()
        value = self._value(node, key, setting.codec.read, missing)
        return ("", None) if value is missing else (setting.attribute, value)

    def _rules(self, node: Node | None) -> Iterator[Rule]:
        for name, each in self.group(node, "rules").items():
            parts = self.group(each, name, RULE_KEYS)
            then = self._conditions(parts.get("then"), "then")
            if "then" not in parts:
                self._report.problem(each, name, "A rule needs “then”: what must hold.")
            when = self._conditions(parts.get("when"), "when")
            if then and not ("when" in parts and not when):
                yield self._rule(name, parts, then, when, each)

    def _rule(
        self,
        name: str,
        parts: dict[str, Node],
        then: tuple[Condition, ...],
        when: tuple[Condition, ...],
        node: Node,
    ) -> Rule:
        usual = self._severity or Severity.ERROR
        return Rule(
            name,
            then,
            when,
            field=self._value(parts.get("field"), "field", codecs.TEXT.read, ""),
            message=self._value(parts.get("message"), "message", codecs.TEXT.read, ""),
            severity=self._value(parts.get("severity"), "severity", codecs.SEVERITY.read, usual)
            or usual,
            origin=_origin(node),
        )

    def _conditions(self, node: Node | None, name: str) -> tuple[Condition, ...]:
        found: tuple[Condition, ...] = self._value(node, name, conditions.read, ())
        return found

    def group(self, node: Node | None, name: str, known: tuple[str, ...] = ()) -> dict[str, Node]:
        """The entries of a group; anything else is told of and counts as empty."""
        if node is None or node.value is None:
            return {}
        if not node.is_group:
            self._report.problem(node, name, "This should be a group of settings.")
            return {}
        entries: dict[str, Node] = node.value
        if not known:
            return entries
        for key in entries:
            if key not in known:
                why = f"There is no such setting. {did_you_mean(key, known)}".strip()
                self._report.problem(entries[key], key, why)
        return {key: each for key, each in entries.items() if key in known}

    def _value(
        self, node: Node | None, name: str, read_node: Callable[[Node], Any], usual: Any
    ) -> Any:
        if node is None:
            return usual
        try:
            return read_node(node)
        except Wrong as error:
            self._report.problem(error.node, name, f"{error.what} {error.remedy}".strip())
            return usual


def _origin(node: Node) -> Origin:
    return Origin(DECLARED, node.file, node.line)


def _values(node: Node) -> tuple[Any, ...]:
    items = node.value if node.is_list else [node]
    return tuple(item.plain() for item in items)
