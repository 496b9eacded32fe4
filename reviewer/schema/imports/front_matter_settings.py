"""Where Front Matter CMS keeps its settings, and which of several outweighs the others.

``extends``, then ``.frontmatter/config``, then ``frontmatter.json``, then
VS Code's settings of the folder; lists are joined by the names of their items.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from reviewer.schema.imports import files, jsonc
from reviewer.schema.imports.attributes import UNKNOWN, Attributes, as_number
from reviewer.schema.imports.node import Node, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.imports.report import Report

PREFIX = "frontMatter."
MAIN, WORKSPACE, SPLIT = "frontmatter.json", ".vscode/settings.json", ".frontmatter/config"
_NAMES = ("name", "id", "title", "path")
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)

_LOOK = "It is about how the other tool shows things."
_NEW = "It is about how new files are made and named."
_CODE = "It is code, which is never run."
_WRITING = "Each post is written as it is written already."
_REASONS = {
    "content.": _LOOK,
    "content.sorting": _LOOK,
    "content.autoUpdateDate": "Reviewer never changes a field by itself.",
    "content.i18n": "Languages are not told apart; each post is read as it stands.",
    "content.supportedFileTypes": "Which files are posts is told by the site's engine.",
    "content.placeholders": "Placeholders are not filled in.",
    "custom.": _CODE,
    "extensibility.": _CODE,
    "config.": _CODE,
    "data.": "It is about files of data, which are no posts.",
    "templates.": _NEW,
    "taxonomy.slug": _NEW,
    "taxonomy.alignFilename": _NEW,
    "taxonomy.frontMatterType": _WRITING,
    "taxonomy.indentArrays": _WRITING,
    "taxonomy.quoteStringValues": _WRITING,
    "taxonomy.noPropertyValueQuotes": _WRITING,
    "taxonomy.seo": "Only the lengths of title, description and slug are checked.",
    "taxonomy.": _LOOK,
    "global.timezone": "The zone of a time is told by the site's engine.",
    "global.": _LOOK,
    "framework.": "The site's engine is told by its own files.",
    "preview.": _LOOK,
    "site.": _LOOK,
    "dashboard.": _LOOK,
    "panel.": _LOOK,
    "media.": _LOOK,
    "file.": _LOOK,
    "git.": _LOOK,
    "snippets.": _LOOK,
    "sponsors.": _LOOK,
    "telemetry.": _LOOK,
    "copilot.": _LOOK,
    "logging": _LOOK,
    "website.": _LOOK,
    "projects": "Only the settings of the folder itself are read.",
    "validation.": "Reviewer checks posts by its own settings.",
    "extends": "",
}
"""Why settings have no effect, by the longest beginning of their names."""
_SPLIT_NAMES = {
    "taxonomy/contenttypes": "taxonomy.contentTypes",
    "taxonomy/fieldgroups": "taxonomy.fieldGroups",
    "taxonomy/customtaxonomy": "taxonomy.customTaxonomy",
    "content/pagefolders": "content.pageFolders",
    "content/placeholders": "content.placeholders",
    "content/sorting": "content.sorting",
    "content/filters": "content.filters",
    "content/grouping": "content.grouping",
    "content/i18n": "content.i18n",
    "content/snippets": "content.snippets",
    "content/draftfield": "content.draftField",
    "data/types": "data.types",
    "data/files": "data.files",
    "data/folders": "data.folders",
    "custom/scripts": "custom.scripts",
    "global/modes": "global.modes",
    "modes": "global.modes",
    "projects": "projects",
}


class Settings:
    """All settings, each under its name without ``frontMatter.``."""

    def __init__(self, report: Report) -> None:
        self.root = Node({}, 1, report.source.file)
        self._report = report
        self._found: dict[str, Node] = {}
        self._used: set[str] = set()

    def add(self, name: str, node: Node) -> None:
        """A setting that outweighs what was found before; lists are joined."""
        old = self._found.get(name)
        if old is not None and old.is_list and node.is_list:
            node = whole(_joined(old.value, node.value), node.line, node.file)
        elif old is not None:
            self._report.ignore(old, f"{PREFIX}{name}", f"What {node.file} says outweighs it.")
        self._found[name] = node

    def node(self, name: str) -> Node | None:
        """A setting as it stands."""
        self._used.add(name)
        found = self._found.get(name)
        return None if found is None or found.value is None else found

    def text(self, name: str) -> str:
        """A text, "" without one."""
        with self._alone(name) as found:
            return found.text(name) or ""

    def number(self, name: str) -> float | None:
        """A number."""
        node = self.node(name)
        found = None if node is None else as_number(node.value)
        if node is not None and found is None:
            self._report.problem(node, name, "A number is expected here.")
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        with self._alone(name) as found:
            return found.texts(name)

    def groups(self, name: str) -> Iterator[Attributes]:
        """A list of groups, each to be read by a ``with`` of its own."""
        with self._alone(name) as found:
            yield from found.groups(name)

    def by_id(self, name: str, content: str) -> dict[str, Attributes]:
        """A list of groups by their ids; ``content`` is read by who uses one of them."""
        found: dict[str, Attributes] = {}
        for each in self.groups(name):
            key = each.text("id")
            if key is None or content not in each:
                each.refuse("id", f"An id and “{content}” are expected here.")
                continue
            each.ignore({"labelField": _LOOK})
            others = (name for name in each.names() if name not in ("id", "labelField", content))
            each.ignore(dict.fromkeys(others, UNKNOWN))
            found[key] = each
        return found

    def finish(self) -> None:
        """Report all settings that nobody asked for."""
        for name, node in self._found.items():
            if name in self._used:
                continue
            starts = [start for start in _REASONS if name.startswith(start)]
            why = _REASONS[max(starts, key=len)] if starts else UNKNOWN
            if why:
                self._report.ignore(node, f"{PREFIX}{name}", why)

    def _alone(self, name: str) -> Attributes:
        node = self.node(name)
        group = Node({} if node is None else {name: node}, 1, self.root.file)
        return Attributes(group, self._report)


def _joined(old: list[Node], new: list[Node]) -> list[Node]:
    """Both lists; an item of the old one gives way to one of the same name."""
    names = {_name(node) for node in new if node.is_group}
    kept = [node for node in old if not node.is_group or _name(node) not in names]
    plain = [node.value for node in new if node.is_scalar]
    return [node for node in kept if not node.is_scalar or node.value not in plain] + new


def _name(node: Node) -> str:
    found = next((node.value[key] for key in _NAMES if key in node.value), None)
    return str(found.value) if found is not None and found.is_scalar else f"line {node.line}"


def gather(report: Report) -> Settings:
    """The settings of the folder, from all places, the weightiest last."""
    settings = Settings(report)
    root = report.source.root
    main = report.source.file if report.source.file.endswith(MAIN) else MAIN
    base = files.read(report, main) if files.exists(root, main) else None
    if base is not None:
        _extend(settings, report, base, (main,))
    for file in files.below(root, SPLIT, (".json",)):
        _split(settings, report, file)
    if base is not None:
        _add_all(settings, report, base)
    if files.exists(root, WORKSPACE):
        workspace = files.read(report, WORKSPACE, jsonc.read)
        for name, node in (workspace.value if workspace and workspace.is_group else {}).items():
            if name.startswith(PREFIX):
                settings.add(name.removeprefix(PREFIX), node)
    return settings


def _extend(settings: Settings, report: Report, node: Node, trail: tuple[str, ...]) -> None:
    """What a file extends, before the file itself."""
    extends = node.value.get(f"{PREFIX}extends") if node.is_group else None
    if extends is None:
        return
    for one in extends.value if extends.is_list else [extends]:
        if not isinstance(one.value, str):
            report.problem(one, "extends", "The path of a file is expected here.")
        elif _REMOTE.match(one.value):
            report.problem(one, "extends", f"{one.value} is not fetched; files here are.")
        else:
            _extend_by(settings, report, one, trail)


def _extend_by(settings: Settings, report: Report, one: Node, trail: tuple[str, ...]) -> None:
    root = report.source.root
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(trail[-1]), one.value))
    file = beside if files.exists(root, beside) else posixpath.normpath(one.value)
    if files.inside(root, file) is None:
        report.problem(one, "extends", f"{one.value} leads out of the folder; it is not read.")
        return
    if file in trail:
        report.problem(one, "extends", f"{file} extends itself in a circle.")
        return
    node = files.read(report, file)
    if node is not None:
        _extend(settings, report, node, (*trail, file))
        _add_all(settings, report, node)


def _add_all(settings: Settings, report: Report, node: Node) -> None:
    if not node.is_group:
        report.problem(node, "", "A group of settings is expected here.")
        return
    for name, value in node.value.items():
        if name.startswith(PREFIX):
            settings.add(name.removeprefix(PREFIX), value)
        else:
            why = "It is for editors of JSON." if name == "$schema" else UNKNOWN
            report.ignore(value, name, why)


def _split(settings: Settings, report: Report, file: str) -> None:
    """One file of split settings: an item of a list, or a whole setting."""
    node = files.read(report, file)
    if node is None:
        return
    inner = posixpath.splitext(file.removeprefix(f"{SPLIT}/"))[0].lower()
    parts = inner.split("/")
    for length in range(len(parts), 0, -1):
        name = _SPLIT_NAMES.get("/".join(parts[:length]))
        if name is None:
            continue
        is_item = length < len(parts) or (node.is_group and name != "content.draftField")
        settings.add(name, whole([node], node.line, file) if is_item and not node.is_list else node)
        return
    report.ignore(node, inner, UNKNOWN)
