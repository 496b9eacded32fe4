"""The modules of the package as the architecture tests see them: names, imports, sizes."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = "reviewer"


@dataclass(frozen=True)
class Import:
    """One imported module, by its full name."""

    module: str
    line: int
    inside_function: bool
    for_types_only: bool


@dataclass(frozen=True)
class Function:
    """A function or method and the number of lines it takes."""

    name: str
    lines: int


@dataclass(frozen=True)
class Module:
    """One file of the package."""

    name: str
    path: Path

    @property
    def room(self) -> str:
        """The layer it belongs to: the first name below ``reviewer``."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        return tuple(_imports(self.tree, inside_function=False, for_types_only=False))

    @property
    def functions(self) -> tuple[Function, ...]:
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        found = (node for node in ast.walk(self.tree) if isinstance(node, kinds))
        return tuple(Function(node.name, _lines(node)) for node in found)


@cache
def modules() -> dict[str, Module]:
    """Every module of the package by its dotted name."""
    files = sorted((REPOSITORY / PACKAGE).rglob("*.py"))
    return {module.name: module for module in map(_module, files)}


def first_party(imported: Import) -> bool:
    """Whether the import names a module of this package."""
    return imported.module.split(".")[0] == PACKAGE


def resolve(name: str) -> str:
    """The module that an imported name comes from (``a.b.function`` -> ``a.b``)."""
    while name and name not in modules():
        name = name.rpartition(".")[0]
    return name


def _module(path: Path) -> Module:
    parts = path.relative_to(REPOSITORY).with_suffix("").parts
    return Module(".".join(part for part in parts if part != "__init__"), path)


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _imports(node: ast.AST, *, inside_function: bool, for_types_only: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        function = inside_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        types = for_types_only or _is_type_checking(child)
        for name in _imported_names(child):
            yield Import(name, child.lineno, inside_function, for_types_only)
        yield from _imports(child, inside_function=function, for_types_only=types)


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def _imported_names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and not node.level:
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
        yield from (arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant))
