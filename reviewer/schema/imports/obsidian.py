"""Obsidian's ``.obsidian/types.json``: one kind for each property, all over the vault.

A file of hints: nothing is required, and no post needs to have any of these.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from reviewer.schema.content_type import ContentType
from reviewer.schema.imports import files
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.report import Report, Source, origin
from reviewer.schema.imports.shapes import Stated, made
from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.schema.field import Field

FORMAT = "obsidian"
FILE = ".obsidian/types.json"
DEEPEST = 4
"""Levels below the folder at which a vault may lie."""


KINDS: dict[str, Stated] = {
    "text": {"kind": "string", "also": ("text",)},
    "multitext": {"kind": "list"},
    "number": {"kind": "float"},
    "checkbox": {"kind": "bool"},
    "date": {"kind": "date"},
    "datetime": {"kind": "datetime", "also": ("date",)},
    "tags": {"kind": "tags"},
    "aliases": {"kind": "tags"},
}


def find(root: Path) -> Iterator[Source]:
    """The vault that the folder is, and vaults in it."""
    for folder in files.folders_with(root, ".obsidian", DEEPEST):
        file = posixpath.join(folder, FILE)
        if files.exists(root, file):
            yield Source(FORMAT, file, root)


def load(source: Source, report: Report) -> None:
    """Read the properties into ``report``."""
    node = files.read(report, source.file)
    if node is None:
        return
    vault = source.file.removesuffix(FILE).strip("/")
    with Attributes(node, report) as top:
        types = top.group("types")
        fields = () if types is None else _fields(types)
    match = Match(folders=(vault,)) if vault else None
    name = vault.rpartition("/")[2] or "vault"
    report.types.append(ContentType(name, fields, "", match=match, hints=True, origin=origin(node)))


def _fields(types: Attributes) -> tuple[Field, ...]:
    found: list[Field] = []
    with types:
        for name in types.names():
            sort, node = types.text(name), types.node(name)
            stated = KINDS.get(sort or "")
            if stated is None or node is None:
                types.refuse(name, f"“{sort}” is no kind of property.")
                continue
            found.append(made(name, node, {**stated, "nullable": True}))
    return tuple(found)
