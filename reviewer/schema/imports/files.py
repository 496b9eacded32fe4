"""Reads the files of a foreign configuration, and none outside the folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from reviewer.schema.imports import jsonc, toml_source, yaml_source
from reviewer.schema.imports.node import Node, Unreadable

if TYPE_CHECKING:
    from reviewer.schema.imports.report import Report

LARGEST = 2_000_000
"""Bytes of one file; the longest known configuration written by hand has 200,000."""
MOST_FILES = 1_000
MOST_FOLDERS = 1_000
PASSED_OVER = frozenset({"node_modules", "vendor", "bower_components", "_site", "public"})

Reader = Callable[[str, str, Callable[[Node, str], None]], Node]
READERS: dict[str, Reader] = {
    ".json": jsonc.read,
    ".yml": yaml_source.read,
    ".yaml": yaml_source.read,
    ".toml": toml_source.read,
}


def read(
    report: Report, file: str, reader: Reader | None = None, largest: int = LARGEST
) -> Node | None:
    """The tree of a file (relative, posix); ``None``, with a notice, if there is none to be had."""
    text = read_text(report, file, largest)
    if text is None:
        return None
    chosen = reader or READERS.get(PurePosixPath(file).suffix.lower(), jsonc.read)
    try:
        return chosen(text, file, report.twice)
    except Unreadable as error:
        report.problem_at(file, error.line, error.what)
    except RecursionError:
        report.problem_at(file, 1, "The values are nested too deeply.")
    return None


def read_text(report: Report, file: str, largest: int = LARGEST) -> str | None:
    """The text of a file of the folder; ``None``, with a notice, if it cannot be read."""
    path = inside(report.source.root, file)
    if path is None:
        report.problem_at(file, 1, "This path leads out of the folder; it is not followed.")
        return None
    try:
        if not path.is_file():
            report.problem_at(file, 1, "There is no such file.")
            return None
        size = path.stat().st_size
        if size > largest:
            what = f"The file has {size:,} bytes; up to {largest:,} are read."
            report.problem_at(file, 1, what)
            return None
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        report.problem_at(file, 1, "This is no text in UTF-8.")
    except (OSError, ValueError) as error:
        report.problem_at(file, 1, f"The file cannot be read: {error}.")
    return None


def inside(root: Path, file: str) -> Path | None:
    """The absolute path of a relative one, ``None`` if it leads out of the folder."""
    try:
        base = root.resolve()
        path = Path(os.path.normpath(base / file))
        leads_in = path.is_relative_to(base) and path.resolve().is_relative_to(base)
    except (OSError, ValueError, RuntimeError):
        return None
    return path if leads_in else None


def exists(root: Path, file: str) -> bool:
    """Whether the folder has this file."""
    path = inside(root, file)
    try:
        return path is not None and path.is_file()
    except (OSError, ValueError):
        return False


def beside(root: Path, folder: str, endings: tuple[str, ...]) -> list[str]:
    """The files with these endings directly in a folder ("" or with a slash at its end)."""
    start = inside(root, folder or ".")
    try:
        names = sorted(each.name for each in start.iterdir() if each.is_file()) if start else []
    except OSError:
        return []
    return [f"{folder}{name}" for name in names if name.endswith(endings)]


def folders_with(root: Path, name: str, depth: int) -> list[str]:
    """The folders that hold a folder ``name``, down to a depth; "" is the root itself."""
    found: list[str] = []
    waiting = [("", 0)]
    for _number in range(MOST_FOLDERS):
        if not waiting:
            break
        folder, level = waiting.pop(0)
        inner = _folders(root / folder)
        found += [folder] if name in inner else []
        if level < depth:
            kept = (each for each in inner if each[0] != "." and each not in PASSED_OVER)
            waiting += [(f"{folder}/{each}".lstrip("/"), level + 1) for each in kept]
    return found


def _folders(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:
            return sorted(each.name for each in found if each.is_dir(follow_symlinks=False))
    except (OSError, ValueError):
        return []


def below(root: Path, folder: str, endings: tuple[str, ...]) -> list[str]:
    """The files with these endings in a folder and all folders in it, sorted; no links."""
    start = inside(root, folder)
    if start is None:
        return []
    base = root.resolve()
    found: list[str] = []
    for place, folders, names in os.walk(start):
        folders.sort()
        relative = Path(place).relative_to(base).as_posix()
        found += [f"{relative}/{name}" for name in sorted(names) if name.endswith(endings)]
        if len(found) >= MOST_FILES:
            break
    return found[:MOST_FILES]
