"""Which posts a JSON Schema in the folder is for.

Astro writes one for each content collection, remark's linter of front matter
is told of files by glob patterns, and a schema that lies about is taken for
the posts whose layout, type or folder bears its name.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from reviewer.schema.content_type import ContentType
from reviewer.schema.imports import files, json_schema, yaml_source
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.report import Report, Source, origin
from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.schema.imports.node import Node

FORMAT = "json-schema"
ASTRO = ".astro/collections"
REMARK = (".remarkrc", ".remarkrc.json", ".remarkrc.yml", ".remarkrc.yaml")
LINTER = "frontmatter-schema"
EVERY = ("frontmatter.schema.json", "front-matter.schema.json", "frontmatter-schema.json")
FOLDERS = ("", "schema/", "schemas/", ".schemas/", "_schemas/")
ENDING = ".schema.json"
EACH_POST = Match(globs=("**",))


def find(root: Path) -> Iterator[Source]:
    """Schemas in the usual places, and the settings that name some."""
    for name in REMARK:
        if files.exists(root, name) and LINTER in _text(root, name):
            yield Source(FORMAT, name, root)
    for file in files.below(root, ASTRO, (ENDING,)):
        yield Source(FORMAT, file, root)
    for folder in FOLDERS:
        for file in files.beside(root, folder, (ENDING, *EVERY)):
            yield Source(FORMAT, file, root)


def _text(root: Path, file: str) -> str:
    return files.read_text(Report(Source(FORMAT, file, root)), file) or ""


def load(source: Source, report: Report) -> None:
    """Read the schema, or all that the linter's settings name, into ``report``."""
    if source.file in REMARK:
        _linted(report)
        return
    node = files.read(report, source.file)
    if node is not None:
        name = posixpath.basename(source.file).removesuffix(ENDING).removesuffix(".json")
        for match in _matches(source.file, name):
            _type(report, node, name, match)


def _matches(file: str, name: str) -> Iterator[Match]:
    if posixpath.basename(file) in EVERY:
        yield EACH_POST
    elif file.startswith(f"{ASTRO}/"):
        yield Match(folders=(f"src/content/{name}",))
    else:
        yield Match(values=(("layout", (name,)),))
        yield Match(values=(("type", (name,)),))
        names = ",".join(f"{start}{name}{end}" for start in ("", "_") for end in ("", "s"))
        yield Match(globs=(f"**/{{{names}}}/**",))


def _type(report: Report, node: Node, name: str, match: Match) -> None:
    fields, closed = json_schema.of_object(node, report)
    found = ContentType(name, fields, match=match, closed=closed, origin=origin(node))
    report.types.append(found)


def _linted(report: Report) -> None:
    """The schemas that the settings of ``remark-lint-frontmatter-schema`` name."""
    file = report.source.file
    reader = None if file.endswith(".json") else yaml_source.read
    node = files.read(report, file, reader)
    settings = _plugin(node) if node is not None else None
    if settings is None:
        report.problem_at(file, 1, "Nothing is said here of schemas for front matter.")
        return
    with Attributes(settings, report, LINTER) as found:
        found.ignore({"embed": "Reviewer has a schema for each post by its path."})
        schemas = found.group("schemas")
        if schemas is None:
            return
        with schemas:
            for path in schemas.names():
                _named(report, schemas, path)


def _named(report: Report, schemas: Attributes, path: str) -> None:
    globs = tuple(glob.removeprefix("./") for glob in schemas.texts(path))
    node = files.read(report, path.removeprefix("./"))
    if node is not None:
        name = posixpath.splitext(posixpath.basename(path))[0].removesuffix(".schema")
        _type(report, node, name, Match(globs=globs))


def _plugin(node: Node) -> Node | None:
    """The settings of the linter: a plugin is a name, a group, or a list of name and settings."""
    plugins = node.value.get("plugins") if node.is_group else None
    for each in plugins.value if plugins is not None and plugins.is_list else []:
        parts = each.value if each.is_list else []
        if len(parts) > 1 and LINTER in str(parts[0].value) and parts[1].is_group:
            return parts[1]  # type: ignore[no-any-return]
    group = plugins.value if plugins is not None and plugins.is_group else {}
    return next((value for name, value in group.items() if LINTER in name), None)
