"""Quiqr's models: ``quiqr/model/base.yaml`` with its includes and partials.

Source: quiqr-desktop 73f34a3 and its documentation. A model has no rules: it
says which fields there are and of which kind.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from reviewer.schema.content_type import ContentType
from reviewer.schema.imports import files
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.node import Node, whole
from reviewer.schema.imports.quiqr_fields import read_fields
from reviewer.schema.imports.report import Report, Source, origin
from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = "quiqr"
FOLDER = "quiqr/model"
ENDINGS = (".yaml", ".yml", ".toml", ".json")
_LOOK = "It is about how the other tool shows things."
_TOOL = "It is about how the other tool builds and shows the site."
_NEW = "It is about how new files are made and named."
_DOCUMENT = {
    **dict.fromkeys(("itemtitle", "hideIndex", "previewUrlBase", "previewUrl", "sortkey"), _LOOK),
    **dict.fromkeys(("hidePreviewIcon", "hideExternalEditIcon", "hideSaveButton"), _LOOK),
    **dict.fromkeys(("buildActions", "description", "pullOuterRootKey", "folder"), _TOOL),
    "dataformat": "In which format front matter is written is seen in each post.",
}
_BASE = {
    **dict.fromkeys(("hugover", "ssgType", "ssgVersion", "serve", "build", "menu"), _TOOL),
    **dict.fromkeys(("dynamics", "mddb", "themes", "etalage"), _TOOL),
}


def find(root: Path) -> Iterator[Source]:
    """The base of the model."""
    names = [f"{FOLDER}/base{ending}" for ending in ENDINGS]
    found = [name for name in names if files.exists(root, name)]
    yield from (Source(FORMAT, name, root) for name in found[:1])


def load(source: Source, report: Report) -> None:
    """Read base and includes into ``report``."""
    node = files.read(report, source.file)
    parts = {} if node is None else _parts(node, report)
    for file in files.below(source.root, f"{FOLDER}/includes", ENDINGS):
        found = files.read(report, file)
        name = posixpath.splitext(posixpath.basename(file))[0]
        if found is not None:
            parts[name] = found.value[name] if found.is_group and name in found.value else found
    with Attributes(whole(parts, 1, source.file), report) as top:
        for each in top.groups("collections"):
            _collection(each)
        for each in top.groups("singles"):
            _single(each)
        top.ignore(_BASE)


def _parts(node: Node, report: Report) -> dict[str, Node]:
    if node.is_group:
        return dict(node.value)
    report.problem(node, "", "A group of attributes is expected here.")
    return {}


def _collection(source: Attributes) -> None:
    with _whole(source) as each:
        folder = each.text("folder")
        if folder is None:
            each.refuse("folder", "A collection needs its folder.")
            return
        ending = (each.text("extension") or "md").lstrip(".")
        _type(each, Match(folders=(folder,), globs=(f"**/*.{ending}",)))


def _single(source: Attributes) -> None:
    with _whole(source) as each:
        file = each.text("file")
        if file is None:
            each.refuse("file", "A single needs its file.")
            return
        _type(each, Match(globs=(file.lstrip("/"),)))


def _type(each: Attributes, match: Match) -> None:
    name = each.text("key") or "posts"
    label = each.text("title") or name
    fields = read_fields(each, "fields")
    each.ignore(_DOCUMENT)
    found = ContentType(name, fields, label=label, match=match, origin=origin(each.origin))
    each.report.types.append(found)


def _whole(source: Attributes) -> Attributes:
    """The description laid over the partial that it names."""
    name = source.text("_mergePartial")
    if name is None:
        return source
    own = {key: node for key, node in source.origin.value.items() if key != "_mergePartial"}
    partial = _partial(source, name)
    line, file = source.origin.line, source.origin.file
    return Attributes(whole({**partial, **own}, line, file), source.report, source.at)


def _partial(source: Attributes, name: str) -> dict[str, Node]:
    if ":" in name:
        source.refuse("_mergePartial", f"{name} is not fetched; only files of the model are read.")
        return {}
    names = [f"{FOLDER}/partials/{name}{ending}" for ending in ENDINGS]
    file = next((each for each in names if files.exists(source.report.source.root, each)), None)
    node = files.read(source.report, file) if file else None
    if node is not None and node.is_list and node.value:
        node = node.value[0]
    if node is None or not node.is_group:
        source.refuse("_mergePartial", f"There is no partial “{name}”.")
        return {}
    return dict(node.value)
