"""The shape of the package: who may import whom, and how large the parts may be."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from statistics import median

import pytest

from tests.support.source_tree import PACKAGE, Module, first_party, modules, resolve

# From the bottom up; a room may import its own modules and the rooms of lower levels.
LEVELS = (
    ("errors",),
    ("resources",),
    ("document",),
    ("schema",),
    ("checks",),
    ("site", "render"),
    ("desk",),
    ("ui", "cli"),
    ("__main__",),
)
LEVEL = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}

QT = ("PySide6", "shiboken6", "pytestqt")

# What is slow to load and seldom needed is reached when it is: (module, what it loads).
LAZY_IMPORTS = {
    ("reviewer.cli.window", "reviewer.ui.app"),
    ("reviewer.cli.screenshot", "reviewer.ui.automation.screenshot"),
    ("reviewer.cli.demo", "reviewer.ui.automation.demo"),
    ("reviewer.cli.list", "reviewer.cli.finding.find"),
    ("reviewer.cli.check", "reviewer.cli.fixing.fix_all"),
    ("reviewer.cli.check", "reviewer.cli.fixing.print_diffs"),
    ("reviewer.site.index.library", "reviewer.site.index.texts.Texts"),
    ("reviewer.site.index.library", "reviewer.site.outlook.Outlook"),
    ("reviewer.cli.list", "reviewer.site.index.library.Library"),
    ("reviewer.site.reading.head", "reviewer.site.reading.full"),
    ("reviewer.ui.panels.aside.panel", "reviewer.ui.panels.search_card.panel.SearchPanel"),
    ("reviewer.ui.panels.aside.panel", "reviewer.ui.panels.site.panel.SitePanel"),
    ("reviewer.ui.panels.aside.panel", "reviewer.ui.panels.social.panel.SocialPanel"),
}

LONGEST_FUNCTION = 50
LONGEST_FILE = 400
MEDIAN_FUNCTION = 10
MOST_METHODS = 30

every_module = pytest.mark.parametrize("module", modules().values(), ids=lambda m: m.name)


@every_module
def test_rooms_import_only_what_stands_below_them(module: Module) -> None:
    wrong = [
        f"line {found.line}: {found.module}"
        for found in module.imports
        if first_party(found)
        and (module.name, found.module) not in LAZY_IMPORTS
        and not _may_import(module.room, resolve(found.module).partition(".")[2].split(".")[0])
    ]
    assert not wrong


def _may_import(room: str, other: str) -> bool:
    if other in ("", room):
        return True
    return LEVEL[other] < LEVEL[room]


def test_every_room_has_a_level() -> None:
    rooms = {module.room for module in modules().values()} - {""}
    assert rooms <= set(LEVEL)


@every_module
def test_qt_stays_in_ui(module: Module) -> None:
    if module.room != "ui":
        assert not [f for f in module.imports if f.module.split(".")[0] in QT]


@every_module
def test_first_party_imports_stand_at_the_top(module: Module) -> None:
    hidden = {
        (module.name, found.module)
        for found in module.imports
        if found.inside_function and first_party(found)
    }
    assert hidden <= LAZY_IMPORTS


def test_no_import_cycles() -> None:
    graph = {
        module.name: {
            resolve(found.module)
            for found in module.imports
            if first_party(found) and not found.for_types_only and not found.inside_function
        }
        - {module.name, PACKAGE}
        for module in modules().values()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@every_module
def test_module_says_why_it_exists(module: Module) -> None:
    assert ast.get_docstring(module.tree)


@every_module
def test_annotations_are_postponed(module: Module) -> None:
    if len(module.tree.body) > 1:
        assert "from __future__ import annotations" in module.text


@every_module
def test_file_is_not_too_long(module: Module) -> None:
    assert len(module.text.splitlines()) <= LONGEST_FILE


@every_module
def test_functions_are_not_too_long(module: Module) -> None:
    assert not [f for f in module.functions if f.lines > LONGEST_FUNCTION]


@every_module
def test_classes_are_not_too_large(module: Module) -> None:
    classes = [node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    assert not [c.name for c in classes if _methods(c) > MOST_METHODS]


def _methods(node: ast.ClassDef) -> int:
    """The methods that the class itself decided on: Qt's overrides and plain facts left out."""
    methods = [child for child in node.body if isinstance(child, ast.FunctionDef)]
    return sum(method.name.islower() and not method.decorator_list for method in methods)


def test_most_functions_are_small() -> None:
    sizes = [function.lines for module in modules().values() for function in module.functions]
    assert median(sizes) < MEDIAN_FUNCTION
