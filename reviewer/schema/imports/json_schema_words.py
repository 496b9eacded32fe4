"""The words of JSON Schema: its types, its formats, and what has no effect here."""

from __future__ import annotations

KINDS = {
    "string": "string",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "array": "list",
    "object": "object",
}
FORMATS = {
    "date": "date",
    "date-time": "datetime",
    "time": "time",
    "email": "email",
    "idn-email": "email",
    "uri": "url",
    "iri": "url",
    "url": "url",
    "color": "colour",
    "color-hex": "colour",
    "markdown": "text",
    "textarea": "text",
    "slug": "slug",
}
SILENT = ("$schema", "$id", "id", "$comment", "$anchor", "$vocabulary", "definitions", "$defs")
"""What says nothing of values. Definitions are told of where nothing refers to them."""
_TIES = "What ties fields to one another is not imported."
_KEYS = "Rules for the names and the number of keys are not imported."
_ITEMS = "Items are checked alike, not each by a schema of its own."
_TELLS = "It tells of the field and sets no rule."
IGNORED = {
    **dict.fromkeys(("if", "then", "else", "not", "dependencies"), _TIES),
    **dict.fromkeys(("dependentRequired", "dependentSchemas"), _TIES),
    **dict.fromkeys(("patternProperties", "propertyNames", "minProperties"), _KEYS),
    **dict.fromkeys(("maxProperties", "additionalProperties", "unevaluatedProperties"), _KEYS),
    **dict.fromkeys(("prefixItems", "additionalItems", "unevaluatedItems", "contains"), _ITEMS),
    **dict.fromkeys(("minContains", "maxContains"), _ITEMS),
    **dict.fromkeys(("examples", "example", "deprecated", "writeOnly", "enumDescriptions"), _TELLS),
    **dict.fromkeys(("contentMediaType", "contentEncoding", "contentSchema"), _TELLS),
    **dict.fromkeys(("defaultSnippets", "errorMessage", "deprecationMessage"), _TELLS),
    **dict.fromkeys(("$dynamicRef", "$dynamicAnchor", "$recursiveRef"), "It is not followed."),
    "$recursiveAnchor": "It is not followed.",
    "required": "It names properties that the schema does not have.",
}
