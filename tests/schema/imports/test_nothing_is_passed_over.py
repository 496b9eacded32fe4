"""Whatever stands in a configuration has an effect or is reported.

Each attribute of each case is taken away, and replaced by what no tool expects:
one of the two must show. What is reported as a whole is not looked into.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.schema.imports import files
from reviewer.schema.imports.find import find, load
from reviewer.schema.imports.report import Report, Source
from tests.support.imports import all_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parents[2] / "cases" / "imports"
ODD = {"odd": ["value"]}
"""What no attribute expects."""
FILES = (
    "front_matter/frontmatter.json",
    "front_matter/.frontmatter/config/taxonomy/contenttypes/page.json",
    "front_matter/.frontmatter/database/taxonomyDb.json",
    "decap/static/admin/config.yml",
    "sveltia/public/admin/config.json",
    "obsidian/.obsidian/types.json",
    "pages_cms/.pages.yml",
    "cloudcannon/cloudcannon.config.yml",
    "quiqr/quiqr/model/base.yaml",
    "quiqr/quiqr/model/includes/singles.yml",
    "tina/tina/tina-lock.json",
    "json_schema/front-matter.schema.json",
)
TOLD_AS_A_WHOLE = {
    ("frontMatter.taxonomy.contentTypes", 0, "fields", 45, "when", "value"),
    ("collections", 0, "fields", 37, "condition", "value"),
    ("collections", 0, "fields", 39, "pattern", 1),
    ("collections", 0, "fields", 0, "required", 0),
    ("collections", 0, "fields", 0, "required", 1),
    ("_inputs", "inline", "options", "structures", "values", 0, "value"),
    ("_inputs", "inline", "options", "structures", "values", 1, "value"),
    ("_inputs", "wrong", 0),
    ("properties", "deep", "enum", 1),
    ("properties", "tuple", "items", 0),
    ("properties", "tuple", "items", 1),
}
"""Parts of what is reported as having no effect."""
EXAMPLES = {
    ("collections_config", "blog", "_structures"),
    ("_structures", "parts", "values", 0, "value", "cited", 0),
}
"""What says nothing: an empty group, an item of an example of a list."""
SILENT = {"$schema", "$id", "$comment", "lookup", "graphql"}
"""Names that say nothing of posts."""
Path_ = tuple[Any, ...]


class Case:
    """A copy of a case in which one file can be changed."""

    def __init__(self, name: str, folder: Path) -> None:
        case, _slash, file = name.partition("/")
        self.root = folder / case
        shutil.copytree(CASES / case, self.root)
        self.file = self.root / file
        node = files.read(Report(Source("", file, self.root)), file)
        assert node is not None
        self.data = node.plain()
        self.usual = self.told(self.data)

    def told(self, data: Any) -> str:
        self.file.write_text(json.dumps(data, default=str), "utf-8")
        return all_shown(self.root)

    def shows(self, path: Path_, *new: Any) -> bool:
        """Whether it shows when the value at ``path`` is replaced, or taken away."""
        return self.told(changed(self.data, path, *new)) != self.usual

    def unseen(self, path: Path_ = ()) -> Iterator[Path_]:
        """Places below ``path`` that can be changed without any effect."""
        value = at(self.data, path)
        if isinstance(value, dict) and not self.shows((*path, "unheard_of"), {"unheard": "of"}):
            yield (*path, "unheard_of")
        for key, each in list(value.items() if isinstance(value, dict) else enumerate(value)):
            here = (*path, key)
            if key in SILENT:
                continue
            is_read = self.shows(here, ODD)
            if not is_read and not self.shows(here):
                yield here
            if is_read and isinstance(each, dict | list) and key not in ("default", "const"):
                yield from self.unseen(here)


def at(value: Any, path: Path_) -> Any:
    for key in path:
        value = value[key]
    return value


def changed(value: Any, path: Path_, *new: Any) -> Any:
    """A copy with a new value at ``path``, or without any there."""
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(path) > 1:
        copy[path[0]] = changed(value[path[0]], path[1:], *new)
    elif new:
        copy[path[0]] = new[0]
    else:
        del copy[path[0]]
    return copy


@pytest.mark.parametrize("name", FILES)
def test_no_attribute_can_be_changed_unseen(name: str, tmp_path: Path) -> None:
    unseen = set(Case(name, tmp_path).unseen())
    assert unseen - TOLD_AS_A_WHOLE - EXAMPLES == set()


def test_notices_name_file_line_and_attribute() -> None:
    source = next(source for source in find(CASES / "decap") if source.format == "decap")
    found = load(source)
    lines = (CASES / "decap" / source.file).read_text("utf-8").splitlines()
    for notice in found.ignored:
        name = notice.attribute.rpartition(".")[2]
        assert notice.file == source.file
        assert name in lines[notice.line - 1]
