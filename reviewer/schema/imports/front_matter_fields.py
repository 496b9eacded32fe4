"""The fields of Front Matter CMS, of all its types."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reviewer.schema.condition import ALL, ANY, Condition
from reviewer.schema.field import Reference
from reviewer.schema.imports import json_schema
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.shapes import (
    Stated,
    chosen,
    demanded,
    made,
    read_options,
    several,
    tagged,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewer.schema.field import Field, Option
    from reviewer.schema.imports.node import Node
    from reviewer.schema.imports.report import Report

_LOOK = "It is about how the other tool shows things."
_CODE = "It is code, which is never run."
_OPERATORS = {
    **{name: name for name in ("eq", "neq", "contains", "notContains", "startsWith", "endsWith")},
    **{name: name for name in ("gt", "gte", "lt", "lte")},
    **{"minimum": "gte", "maximum": "lte", "exclusiveMaximum": "lt"},
    **dict.fromkeys(("exlusiveMinimum", "exclusiveMinimum"), "gt"),
}
"""Its operators in the model's; "exlusive" is how the tool itself writes it."""
DEEPEST = 8
"""Levels of field groups within field groups, which may name each other in circles."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What fields must know of the settings around them."""

    report: Report
    groups: Mapping[str, Attributes] = field(default_factory=dict)
    data_types: Mapping[str, Attributes] = field(default_factory=dict)
    terms: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    draft: Node | None = None
    media: str = ""
    date_format: str = ""
    comma_separated: frozenset[str] = frozenset()
    lengths: Mapping[str, int] = field(default_factory=dict)
    slug: str = ""
    trail: tuple[str, ...] = ()


def read_fields(owner: Attributes, name: str, setting: Setting) -> tuple[Field, ...]:
    """The fields that the list ``name`` of ``owner`` holds."""
    found: list[Field] = []
    for each in owner.groups(name):
        found += _field(each, setting)
    by_name = {each.name: each for each in found}
    return tuple(_with_context(each, by_name) for each in found)


def _field(each: Attributes, setting: Setting) -> list[Field]:
    """One field; none for what only shows something, several for a collection of them."""
    with each:
        name, kind = each.text("name"), each.text("type") or ""
        stated = _common(each)
        if kind in ("divider", "heading"):
            each.ignore({"type": "It only shows something; the post has no such field."})
            each.report.ignore(each.origin, each.at, f"A {kind} holds no value.")
            return []
        if name is None:
            each.refuse("name", "A field needs a name.")
        if kind == "fieldCollection":
            return [part for group in _groups(each, setting) for part in group[1]]
        read = TYPES.get(kind)
        if read is None:
            each.refuse("type", f"There is no type “{kind}”; any value is accepted.")
            return [made(name or "", each.origin, {**stated, "kind": "opaque"})]
        stated |= read(each, setting)
        return [made(name or "", each.origin, _by_name(name or "", stated, setting))]


def _by_name(name: str, stated: Stated, setting: Setting) -> Stated:
    """With what settings beside the type say of a field of this name."""
    if name in setting.lengths and stated["kind"] in ("string", "text", "slug"):
        stated["max_length"] = setting.lengths[name]
    if name in setting.comma_separated:
        stated["also"] = (*stated.get("also", ()), "string")
    return stated


def _common(each: Attributes) -> Stated:
    found = each.take(
        {
            "title": ("label", Attributes.text),
            "description": ("help", Attributes.text),
            "hidden": ("hidden", Attributes.flag),
        }
    )
    found |= demanded(each.flag("required"))
    if "default" in each:
        found["default"] = each.plain("default")
    each.ignore({"actions": _CODE})
    condition = _when(each)
    return found | ({"when": (condition,)} if condition else {})


def _when(each: Attributes) -> Condition | None:
    part = each.group("when")
    if part is None:
        return None
    with part:
        name, operator = part.text("fieldRef"), part.text("operator") or ""
        value, case = part.plain("value"), part.flag("caseSensitive")
        if name is None or operator not in _OPERATORS:
            part.refuse("operator", "A field and a known operator are expected here.")
            return None
    return Condition(name, _OPERATORS[operator], value, case_sensitive=case is not False)


def _with_context(each: Field, others: Mapping[str, Field]) -> Field:
    """Shown only where the field that it depends on is; one that is absent has its default."""
    if not each.when:
        return each
    conditions: list[Condition] = []
    waiting, seen = [each], {each.name}
    while waiting:
        for condition in waiting.pop().when:
            other = others.get(condition.field)
            conditions.append(_with_default(condition, other))
            if other is not None and other.name not in seen:
                seen.add(other.name)
                waiting.append(other)
    return replace(each, when=tuple(conditions))


def _with_default(condition: Condition, other: Field | None) -> Condition:
    if other is None or other.default is None:
        return condition
    by_default = condition.holds({condition.field: other.default})
    if by_default == condition.holds({}):
        return condition
    absent = Condition(condition.field, "absent" if by_default else "present")
    return Condition(operator=ANY if by_default else ALL, parts=(condition, absent))


def _string(each: Attributes, _setting: Setting) -> Stated:
    single = each.flag("single")
    each.ignore({"wysiwyg": _LOOK, "encodeEmoji": "Text is kept as it is written."})
    return {"kind": "string" if single else "text"}


def _number(each: Attributes, _setting: Setting) -> Stated:
    options = each.group("numberOptions")
    if options is None:
        return {"kind": "int", "also": ("float",)}
    with options:
        decimal = options.flag("isDecimal")
        bounds = options.take(
            {
                "min": ("minimum", Attributes.number),
                "max": ("maximum", Attributes.number),
                "step": ("step", Attributes.number),
            }
        )
    return {"kind": "float" if decimal else "int", **bounds}


def _moment(each: Attributes, setting: Setting) -> Stated:
    written = each.text("dateFormat") or setting.date_format
    why = "Which date counts as which is told by the site's engine."
    each.ignore({"isPublishDate": why, "isModifiedDate": why})
    timed = not written or any(letter in written for letter in "hHkKpPtT")
    found: Stated = {"kind": "datetime" if timed else "date"}
    return found | ({"format": written} if written else {})


def _boolean(_each: Attributes, _setting: Setting) -> Stated:
    return {"kind": "bool"}


def _image(each: Attributes, setting: Setting) -> Stated:
    each.ignore({"isPreviewImage": _LOOK})
    return _several_if(each, {"kind": "image"} | _media(setting))


def _file(each: Attributes, setting: Setting) -> Stated:
    endings = tuple(text.lstrip(".") for text in each.texts("fileExtensions"))
    stated: Stated = {"kind": "file"} | _media(setting)
    return _several_if(each, stated | ({"extensions": endings} if endings else {}))


def _media(setting: Setting) -> Stated:
    return {"folder": setting.media.strip("/")} if setting.media else {}


def _several_if(each: Attributes, stated: Stated) -> Stated:
    return several(each.origin, stated) if each.flag("multiple") else stated


def _choice(each: Attributes, _setting: Setting) -> Stated:
    options = read_options(each, "choices", "id", "title")
    if not options:
        each.refuse("choices", "A choice needs choices; any value is accepted.")
    return _several_if(each, chosen(options))


def _draft(_each: Attributes, setting: Setting) -> Stated:
    """As the setting ``content.draftField`` says; a switch without it."""
    if setting.draft is None:
        return {"kind": "bool"}
    with Attributes(setting.draft, setting.report, "frontMatter.content.draftField") as draft:
        sort = draft.text("type")
        options = read_options(draft, "choices")
        draft.ignore({"name": "The type's own field counts.", "invert": _LOOK})
    return chosen(options) if sort == "choice" else {"kind": "bool"}


def _words(taxonomy: str) -> Callable[[Attributes, Setting], Stated]:
    def read(each: Attributes, setting: Setting) -> Stated:
        name = taxonomy or each.text("taxonomyId") or ""
        stated = each.take({"taxonomyLimit": ("max_items", Attributes.count)})
        if stated.get("max_items") == 0:
            del stated["max_items"]
        if each.flag("singleValueAsString"):
            stated["also"] = ("string",)
        return tagged(stated, setting.terms.get(name, ()))

    return read


def _fields(each: Attributes, setting: Setting) -> Stated:
    return {"kind": "object", "fields": read_fields(each, "fields", setting)}


def _groups(each: Attributes, setting: Setting) -> list[tuple[str, tuple[Field, ...]]]:
    """The field groups that a field names, without those that lead in a circle."""
    found: list[tuple[str, tuple[Field, ...]]] = []
    for name in each.texts("fieldGroup"):
        group = setting.groups.get(name)
        if group is None:
            each.refuse("fieldGroup", f"There is no field group “{name}”.")
        elif name in setting.trail or len(setting.trail) >= DEEPEST:
            each.refuse("fieldGroup", f"The field group “{name}” holds itself.")
        else:
            inner = replace(setting, trail=(*setting.trail, name))
            found.append((name, read_fields(group, "fields", inner)))
    return found


def _block(each: Attributes, setting: Setting) -> Stated:
    groups = _groups(each, setting)
    if len(groups) == 1:
        return several(each.origin, {"kind": "object", "fields": groups[0][1]})
    variants = tuple(
        made(name, each.origin, {"kind": "object", "fields": fields}) for name, fields in groups
    )
    stated = {"kind": "variant", "variants": variants, "variant_key": "fieldGroup"}
    return several(each.origin, stated)


def _list(each: Attributes, _setting: Setting) -> Stated:
    return several(each.origin, {"kind": "string"})


def _json(each: Attributes, setting: Setting) -> Stated:
    names = each.texts("dataType")
    schemas = [setting.data_types.get(name) for name in names]
    for name, schema in zip(names, schemas, strict=True):
        if schema is None:
            each.refuse("dataType", f"There is no type of data “{name}”.")
    node = schemas[0].node("schema") if len(schemas) == 1 and schemas[0] else None
    if node is None:
        return {"kind": "object"}
    return json_schema.stated(node, setting.report)


def _data_file(each: Attributes, _setting: Setting) -> Stated:
    why = "Values of data files are not looked up; any text is accepted."
    each.ignore(dict.fromkeys(("dataFileId", "dataFileKey", "dataFileValue"), why))
    return _several_if(each, {"kind": "string"})


def _slug(each: Attributes, _setting: Setting) -> Stated:
    return {"kind": "slug"} | ({"read_only": True} if each.flag("editable") is False else {})


def _relationship(each: Attributes, _setting: Setting) -> Stated:
    target, value = each.text("contentTypeName") or "", each.text("contentTypeValue") or "path"
    each.ignore({"sameContentLocale": "Languages are not told apart."})
    if value not in ("path", "slug"):
        each.refuse("contentTypeValue", "“path” or “slug” is expected here.")
        value = "path"
    return _several_if(each, {"kind": "reference", "reference": Reference(target, value=value)})


def _custom(each: Attributes, _setting: Setting) -> Stated:
    each.ignore({"customType": "It is a field of its own code; any value is accepted."})
    return {"kind": "opaque"}


TYPES: dict[str, Callable[[Attributes, Setting], Stated]] = {
    "string": _string,
    "number": _number,
    "datetime": _moment,
    "boolean": _boolean,
    "image": _image,
    "file": _file,
    "choice": _choice,
    "taxonomy": _words(""),
    "tags": _words("tags"),
    "categories": _words("categories"),
    "draft": _draft,
    "fields": _fields,
    "json": _json,
    "block": _block,
    "list": _list,
    "dataFile": _data_file,
    "slug": _slug,
    "customField": _custom,
    "contentRelationship": _relationship,
}
