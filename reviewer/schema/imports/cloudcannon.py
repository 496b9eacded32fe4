"""CloudCannon: ``cloudcannon.config.yml`` with its collections, inputs and structures.

Source: configuration-types f22e1d8. Inputs describe keys wherever they stand;
no post needs to have any of them, so that they count as hints.
"""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.schema.content_type import ContentType
from reviewer.schema.imports import files
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.cloudcannon_inputs import read_inputs
from reviewer.schema.imports.cloudcannon_structures import Setting
from reviewer.schema.imports.report import Report, Source, origin
from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from reviewer.schema.field import Field
    from reviewer.schema.imports.node import Node

FORMAT = "cloudcannon"
NAMES = ("cloudcannon.config.yml", "cloudcannon.config.yaml", "cloudcannon.config.json")
CODE = ("cloudcannon.config.cjs", "cloudcannon.config.js", "cloudcannon.config.mjs")
_OWN = ("_inputs", "_structures", "_select_data", "paths")
_LOOK = "It is about how the other tool shows things."
_TOOL = "It is about how the other tool builds and shows the site."
_NEW = "It is about how new files are made and named."
_SNIPPETS = "What stands in the text is not checked."
_TOP = {
    **dict.fromkeys(("collection_groups", "collections_config_override", "data_config"), _LOOK),
    **dict.fromkeys(("source", "output", "source_editor", "base_url", "generator", "icon"), _TOOL),
    **dict.fromkeys(("editor", "_enabled_editors", "_array_structures", "_editables"), _LOOK),
    **dict.fromkeys(("_snippets", "_snippets_imports", "_snippets_templates"), _SNIPPETS),
    **dict.fromkeys(("_snippets_definitions", "_inputs_from_glob"), _SNIPPETS),
    **dict.fromkeys(("commit_templates", "commit_template_path", "upstream"), _TOOL),
    **dict.fromkeys(("version", "$schema", "markdown", "file_config", "build", "paths"), _TOOL),
    "timezone": "The zone of a time is told by the site's engine.",
}
_COLLECTION = {
    **dict.fromkeys(("name", "description", "icon", "documentation", "preview", "sort"), _LOOK),
    **dict.fromkeys(("sort_options", "singular_name", "singular_key", "text", "image"), _LOOK),
    **dict.fromkeys(("_enabled_editors", "_editables", "editor", "thumbnail", "subtext"), _LOOK),
    **dict.fromkeys(("output", "url", "base_url", "parser", "parse_branch_index"), _TOOL),
    **dict.fromkeys(("filter", "glob", "disable_url", "disable_file_actions"), _TOOL),
    **dict.fromkeys(("disable_add", "disable_add_folder", "add_options", "create"), _NEW),
    **dict.fromkeys(("schemas", "schema_key", "new_preview_url", "_snippets"), _NEW),
}


def find(root: Path) -> Iterator[Source]:
    """The configuration in the folder's root, be it data or code."""
    found = [name for name in (*NAMES, *CODE) if files.exists(root, name)]
    yield from (Source(FORMAT, name, root) for name in found[:1])


def load(source: Source, report: Report) -> None:
    """Read the configuration into ``report``."""
    if source.file in CODE:
        report.problem_at(source.file, 1, "This configuration is program code, which is never run.")
        return
    node = files.read(report, source.file)
    if node is None:
        return
    with Attributes(node, report) as top:
        setting = _setting(top, Setting(report))
        collections = top.group("collections_config")
        top.ignore(_TOP)
        if collections is None:
            _type(top.origin, "posts", "", None, setting, read_inputs(setting))
            _unused(top, setting)
            return
        with collections:
            shared = read_inputs(setting)
            for name in collections.names():
                each = collections.group(name)
                if each is not None:
                    _collection(each, name, setting, shared)
        _unused(top, setting)


def _unused(owner: Attributes, setting: Setting) -> None:
    for name in ("_structures", "_select_data"):
        owner.unused(name, setting.used)


def _collection(each: Attributes, name: str, setting: Setting, shared: tuple[Field, ...]) -> None:
    """A collection; without inputs of its own it has those of all."""
    with each:
        label = str(each.peek("name") or name)
        path = each.text("path")
        has_own = any(part in each for part in _OWN)
        setting = _setting(each, setting)
        each.ignore(_COLLECTION)
    # Without a path, the collection lies where the site's engine keeps those of its name.
    place = Match(folders=(path,)) if path else Match(globs=(f"**/{{{name},_{name}}}/**",))
    fields = read_inputs(setting) if has_own else shared
    _type(each.origin, name, label, place, setting, fields)
    _unused(each, setting)


def _type(
    node: Node,
    name: str,
    label: str,
    match: Match | None,
    setting: Setting,
    fields: tuple[Field, ...],
) -> None:
    found = ContentType(name, fields, "", label=label, match=match, hints=True, origin=origin(node))
    setting.report.types.append(found)


def _setting(owner: Attributes, setting: Setting) -> Setting:
    """With the inputs, structures and values that the owner adds; the nearer ones count."""
    uploads = owner.group("paths")
    folder = setting.uploads
    if uploads is not None:
        with uploads:
            folder = uploads.text("uploads") or folder
            for name in uploads.names():
                uploads.ignore({name: "Where things lie is told by the site's engine."})
    return replace(
        setting,
        inputs={**setting.inputs, **_named(owner, "_inputs")},
        structures={**setting.structures, **_named(owner, "_structures")},
        data={**setting.data, **_named(owner, "_select_data")},
        uploads=posixpath.normpath(folder) if folder else "",
    )


def _named(owner: Attributes, name: str) -> Mapping[str, Node]:
    group = owner.node(name)
    if group is not None and not group.is_group:
        owner.wrong(name, "a group")
        return {}
    return group.value if group is not None else {}
