"""Writes content types as ``reviewer.yml`` and as JSON, with or without their origins."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.schema import labels
from reviewer.schema.declared import conditions
from reviewer.schema.declared.attributes import SETTINGS
from reviewer.schema.declared.reading import VERSION
from reviewer.schema.origin import INFERRED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.declared.attributes import Setting
    from reviewer.schema.field import Field
    from reviewer.schema.matching import Match
    from reviewer.schema.rule import Rule

WIDTH = 1_000_000
"""Columns before a value is broken: never, each stands on the line of its key."""
MOST_SUGGESTIONS = 30
SCHEMA_FILE = ".reviewer/reviewer.schema.json"
"""Where ``init`` lays the JSON Schema, relative to ``reviewer.yml``: no network is needed."""
_HEAD = """\
# What holds for the posts of this folder, beside what Reviewer learns from them.
# Written from the posts as they are now: rules warn until you say severity: error.
version: {version}
severity: warning
types:
"""
_LEARNT_ANEW = frozenset({"timezone", "order", "nullable"})
"""What ``init`` leaves to learning, since it follows the posts and the site."""


def settings_of(field: Field) -> dict[str, Any]:
    """What is known of a field as its settings, nested fields included."""
    found: dict[str, Any] = {setting.key: value for setting, value in _stated(field)}
    if field.item is not None:
        found["item"] = settings_of(field.item)
    for key, inner in (("fields", field.fields), ("variants", field.variants)):
        if inner:
            found[key] = {each.name: settings_of(each) for each in inner}
    return found


def _stated(field: Field) -> Iterator[tuple[Setting, Any]]:
    for setting in SETTINGS:
        value = getattr(field, setting.attribute)
        if setting.attribute == "kind" or field.states(setting.attribute):
            yield setting, setting.codec.write(value)


def worth_declaring(field: Field) -> Iterator[tuple[str, Any]]:
    """The attributes of a field, with values, that ``init`` would declare."""
    for setting, _written in _stated(field):
        if _is_shown(setting.key, field, origins=False):
            yield setting.attribute, getattr(field, setting.attribute)


def as_json(types: Mapping[str, ContentType]) -> dict[str, Any]:
    """All types with the origin of each setting, for ``--format json``."""
    return {"types": {name: _type_as_json(each) for name, each in types.items()}}


def _type_as_json(content_type: ContentType) -> dict[str, Any]:
    found = _type_settings(content_type) | {"posts": content_type.count}
    found["fields"] = {each.name: _field_as_json(each) for each in content_type.fields}
    return found


def _field_as_json(field: Field) -> dict[str, Any]:
    found = settings_of(replace(field, item=None, fields=(), variants=()))
    origins = {
        setting.key: field.origin_of(setting.attribute).text for setting, _value in _stated(field)
    }
    found["origins"] = {key: text for key, text in origins.items() if text}
    if field.item is not None:
        found["item"] = _field_as_json(field.item)
    for key, inner in (("fields", field.fields), ("variants", field.variants)):
        if inner:
            found[key] = {each.name: _field_as_json(each) for each in inner}
    return found


def _type_settings(content_type: ContentType) -> dict[str, Any]:
    found: dict[str, Any] = {
        "label": content_type.label,
        "match": match_settings(content_type.match) if content_type.match else None,
        "title": content_type.title_field,
        "slug": content_type.slug_template,
        "closed": content_type.closed,
        "rules": {each.name: _rule_settings(each) for each in content_type.rules},
    }
    return {key: value for key, value in found.items() if value}


def match_settings(match: Match) -> dict[str, Any]:
    """What ``match`` says in ``reviewer.yml``."""
    found: dict[str, Any] = {
        "folder": list(match.folders),
        "glob": list(match.globs),
        "exclude": list(match.excluded),
        "where": {key: list(values) for key, values in match.values},
    }
    if match.folders and not match.deep:
        found["deep"] = False
    return {key: value for key, value in found.items() if value or value is False}


def _rule_settings(rule: Rule) -> dict[str, Any]:
    found: dict[str, Any] = {
        "when": conditions.write(rule.when),
        "then": conditions.write(rule.then),
        "field": rule.field,
        "message": rule.message,
        "severity": rule.severity.label,
    }
    return {key: value for key, value in found.items() if value}


def as_yaml(types: Mapping[str, ContentType]) -> str:
    """All types as YAML, with a comment that says where each setting comes from."""
    lines = [f"version: {VERSION}", "types:"]
    for name, each in types.items():
        lines.append(f"  {_flow(name)}:  # {_posts(each.count)}")
        lines += [f"    {_flow(key)}: {_flow(it)}" for key, it in _type_settings(each).items()]
        lines.append("    fields:" if each.fields else "    fields: {}")
        for field in each.fields:
            lines += _field_lines(field, "      ", origins=True)
    return "\n".join(lines) + "\n"


def beginning(types: Mapping[str, ContentType]) -> str:
    """A first ``reviewer.yml`` that declares what the posts of each type show."""
    lines = [f"# yaml-language-server: $schema={SCHEMA_FILE}"]
    lines += _HEAD.format(version=VERSION).splitlines()
    for name, each in types.items():
        lines.append(f"  {_flow(name)}:")
        shown = {key: value for key, value in _type_settings(each).items() if key != "rules"}
        lines += [f"    {_flow(key)}: {_flow(value)}" for key, value in shown.items()]
        lines.append("    fields:" if each.fields else "    fields: {}")
        for field in each.fields:
            lines += _field_lines(field, "      ", origins=False)
    return "\n".join(lines) + "\n"


def _field_lines(field: Field, indent: str, *, origins: bool, name: str = "") -> list[str]:
    lines = [f"{indent}{name or _flow(field.name)}:"]
    inner = f"{indent}  "
    for setting, value in _stated(field):
        if _is_shown(setting.key, field, origins=origins):
            origin = field.origin_of(setting.attribute).text if origins else ""
            lines.append(f"{inner}{setting.key}: {_flow(value)}" + (f"  # {origin}" * bool(origin)))
    if field.item is not None:
        lines += _field_lines(field.item, inner, origins=origins, name="item")
    for key, fields in (("fields", field.fields), ("variants", field.variants)):
        lines += [f"{inner}{key}:"] if fields else []
        for each in fields:
            lines += _field_lines(each, f"{inner}  ", origins=origins)
    return lines


def _is_shown(key: str, field: Field, *, origins: bool) -> bool:
    """Suggestions by the hundred help nobody; ``init`` leaves out what is learnt anyway."""
    if key == "options":
        return not field.open_options or (origins and len(field.options) <= MOST_SUGGESTIONS)
    if origins or field.origin_of(key).kind != INFERRED:
        return True
    derived = key == "label" and field.label in (labels.label(field.name), "")
    return not derived and key not in _LEARNT_ANEW


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count:,} posts"


def _flow(value: Any) -> str:
    """A value on one line; YAML ends a plain document with a line of dots."""
    text: str = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=WIDTH, sort_keys=False
    )
    text = text.removesuffix("...\n").strip()
    return json.dumps(value, ensure_ascii=False, default=str) if "\n" in text else text
