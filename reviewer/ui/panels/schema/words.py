"""How the Schema view says things: kinds, severities and origins in plain words. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.schema.origin import DECLARED, ENGINE, IMPORTED, INFERRED
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from reviewer.schema.imports.report import Notice
    from reviewer.schema.origin import Origin

KINDS = {
    "string": "Text, one line",
    "text": "Text, several lines",
    "int": "Whole number",
    "float": "Number",
    "bool": "Yes or no",
    "date": "Date",
    "datetime": "Date and time",
    "time": "Time",
    "enum": "Choice",
    "tags": "Tags",
    "list": "List",
    "object": "Group of fields",
    "variant": "Group of several shapes",
    "reference": "Reference to a post",
    "url": "Web address",
    "email": "E-mail address",
    "image": "Picture",
    "file": "File",
    "slug": "Slug",
    "colour": "Colour",
    "body": "Body of the post",
    "hidden": "Not shown",
    "opaque": "Anything (YAML)",
}
SEVERITIES = {
    "never": "No",
    "hint": "Yes: only a hint",
    "warning": "Yes: else a warning",
    "error": "Yes: else an error",
}
_PLACES = {IMPORTED: "from {place}", DECLARED: "declared in {place}", ENGINE: "given by {place}"}


def kind(name: str) -> str:
    """What a kind is called."""
    return tr(KINDS.get(name, name))


def posts(count: int) -> str:
    """``312 posts``."""
    return tr_count("{count} post", "{count} posts", count)


def origin(found: Origin) -> str:
    """``from 312 posts``, ``declared in reviewer.yml, line 7``; "" where nobody claims it."""
    if found.kind == INFERRED:
        return tr("from {posts}", posts=posts(found.posts)) if found.posts else ""
    return tr(_PLACES.get(found.kind, "{place}"), place=place(found.file, found.line) or found.kind)


def place(file: str, line: int) -> str:
    """``admin/config.yml, line 41``."""
    return tr("{file}, line {line}", file=file, line=line) if line else file


def notice(found: Notice) -> str:
    """One place that a notice is about: ``line 41: collections[0].create``."""
    parts = (tr("line {line}", line=found.line) if found.line else "", found.attribute)
    return ": ".join(part for part in parts if part)
