"""JSON Schemas: of ``reviewer.yml`` itself, and of posts as other validators check them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.schema.declared import codecs
from reviewer.schema.declared.attributes import SETTINGS
from reviewer.schema.declared.conditions import DEFINITION
from reviewer.schema.declared.reading import VERSION
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _group_of(name: str) -> dict[str, Any]:
    return {"type": ["object", "null"], "additionalProperties": _reference(name)}


def _strict(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def of_file() -> dict[str, Any]:
    """The schema of ``reviewer.yml``, for editors such as VS Code."""
    shared = {"fields": _group_of("field"), "rules": _group_of("rule")}
    top = {
        "version": {"const": VERSION},
        "severity": codecs.SEVERITY.schema
        | {"description": "How bad broken rules are unless a field says otherwise."},
        **shared,
        "types": _group_of("type"),
        "checks": {"type": "object", "description": "Which checks run, by their names."},
        "preview": {"type": "object", "description": "How the preview looks, such as its css."},
    }
    return {
        "$schema": DIALECT,
        "title": "reviewer.yml",
        "description": "What holds for the posts of a folder, beside what is learnt from them.",
        **_strict(top),
        "$defs": {
            "field": _field_definition(),
            "type": _type_definition(shared),
            "rule": _rule_definition(),
            "conditions": DEFINITION,
        },
    }


def _field_definition() -> dict[str, Any]:
    properties = {each.key: {**each.codec.schema, "description": each.help} for each in SETTINGS}
    nested = {
        "item": _reference("field"),
        "fields": _group_of("field"),
        "variants": _group_of("field"),
    }
    return {**_strict(properties | nested), "type": ["object", "null"]}


def _type_definition(shared: dict[str, Any]) -> dict[str, Any]:
    texts = codecs.TEXTS.schema
    match = {
        "folder": texts,
        "deep": codecs.FLAG.schema,
        "glob": texts,
        "exclude": texts,
        "layout": texts,
        "type": texts,
        "where": {"type": "object"},
    }
    properties = {
        "label": codecs.TEXT.schema,
        "match": {**_strict(match), "description": "Which posts are of this type."},
        "title": {"type": "string", "description": "The field that names a post."},
        "slug": {"type": "string", "description": "How the file of a new post is called."},
        "closed": {"type": "boolean", "description": "Whether other keys are wrong."},
        **shared,
    }
    return {**_strict(properties), "type": ["object", "null"]}


def _rule_definition() -> dict[str, Any]:
    properties = {
        "when": _reference("conditions"),
        "then": _reference("conditions"),
        "field": codecs.TEXT.schema,
        "message": codecs.TEXT.schema,
        "severity": codecs.SEVERITY.schema,
    }
    return {**_strict(properties), "required": ["then"]}


def of_posts(types: Mapping[str, ContentType]) -> dict[str, Any]:
    """The schemas of posts, one definition for each type; a post must fit one of them."""
    definitions = {name: of_type(each) for name, each in types.items()}
    return {
        "$schema": DIALECT,
        "title": "Front matter of this folder's posts",
        "anyOf": [{"$ref": f"#/$defs/{_pointer(name)}"} for name in definitions],
        "$defs": definitions,
    }


def _pointer(name: str) -> str:
    """A name as a part of a JSON pointer in a URI."""
    plain = name.replace("~", "~0").replace("/", "~1")
    return "".join(each if each.isalnum() and each.isascii() else _escaped(each) for each in plain)


def _escaped(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def of_type(content_type: ContentType) -> dict[str, Any]:
    """The schema of one type's front matter: rules that are more than hints."""
    found = _of_group(content_type.fields)
    if content_type.closed:
        found["additionalProperties"] = False
    return {"title": content_type.label or content_type.name, **found}


def _of_group(fields: Sequence[Field]) -> dict[str, Any]:
    needed = [
        each.name
        for each in fields
        if (each.required or Severity.HINT) > Severity.HINT and not each.when
    ]
    found: dict[str, Any] = {"type": "object"}
    found["properties"] = {each.name: of_field(each) for each in fields}
    return found | ({"required": needed} if needed else {})


def of_field(field: Field) -> dict[str, Any]:
    """The schema of one field's values."""
    kinds = [_OF_KIND.get(name, _anything)(field) for name in field.accepts]
    if not field.filled:
        kinds += [{"type": "null"}, {"const": ""}]
    elif field.nullable:
        kinds.append({"type": "null"})
    found = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    words = {"title": field.label, "description": field.help}
    return {**{key: value for key, value in words.items() if value}, **found}


def _bounded(kind: str, field: Field, **bounds: str) -> dict[str, Any]:
    found: dict[str, Any] = {"type": kind}
    for key, attribute in bounds.items():
        if getattr(field, attribute) is not None:
            found[key] = getattr(field, attribute)
    return found


def _text(field: Field) -> dict[str, Any]:
    return _bounded("string", field, minLength="min_length", maxLength="max_length")


def _number(field: Field) -> dict[str, Any]:
    kind = "integer" if field.kind == "int" else "number"
    bounds = {"minimum": "minimum", "maximum": "maximum", "multipleOf": "step"}
    return _bounded(kind, field, **bounds)


def _choice(field: Field) -> dict[str, Any]:
    if field.open_options or not field.options:
        return {"type": ["string", "number", "boolean"]}
    return {"enum": [each.value for each in field.options]}


def _list(field: Field) -> dict[str, Any]:
    found = _bounded("array", field, minItems="min_items", maxItems="max_items")
    if field.unique == "list":
        found["uniqueItems"] = True
    return found | ({"items": of_field(field.item)} if field.item else {})


def _switch(_field: Field) -> dict[str, Any]:
    return {"type": "boolean"}


def _moment(_field: Field) -> dict[str, Any]:
    return {"type": "string"}


def _object(field: Field) -> dict[str, Any]:
    return _of_group(field.fields)


def _anything(_field: Field) -> dict[str, Any]:
    return {}


_TEXTS = ("string", "text", "url", "email", "image", "file", "slug", "colour", "body")
_OF_KIND: dict[str, Callable[[Field], dict[str, Any]]] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(("int", "float"), _number),
    **dict.fromkeys(("date", "datetime", "time"), _moment),
    **dict.fromkeys(("list", "tags"), _list),
    "enum": _choice,
    "bool": _switch,
    "object": _object,
}
