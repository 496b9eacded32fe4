"""Bulk edits for tests: a folder of posts, a plan of it, and disks that fail."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reviewer.desk.bulk.disk import Disk
from reviewer.desk.bulk.intentions import Intention, Set
from reviewer.desk.bulk.planning import BulkEdit, Plan, Planner
from reviewer.site.folder import Folder
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STEPS = ("write", "flush", "digest", "replace", "flush_folder")
"""What a transaction does to files, in order."""


def posts_in(root: Path, count: int = 5) -> dict[str, bytes]:
    """Write posts into ``root``; returns their contents by path."""
    files = {
        f"post-{number}.md": post(f'title: "Post {number}"\ncategory: News\ntags: [a]')
        for number in range(count)
    }
    write_site(root, files)
    return contents(root)


def contents(root: Path) -> dict[str, bytes]:
    """All files below ``root``, hidden ones as well."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def planned(root: Path, *intentions: Intention) -> Plan:
    """What ``intentions`` (or a new category) would do to all posts of a folder."""
    folder = Folder.open(root)
    wanted = intentions or (Set(("category",), "Art"),)
    plan = Plan()
    plan.add(Planner(folder, BulkEdit(folder.files(), wanted)).plan())
    return plan


class HookedDisk(Disk):
    """Calls ``hook(step, number)`` before each step; the number counts from 1 for each step."""

    def __init__(self, hook: Callable[[str, int], None]) -> None:
        self._hook = hook
        self._counts = dict.fromkeys(STEPS, 0)

    def _reach(self, step: str) -> None:
        self._counts[step] += 1
        self._hook(step, self._counts[step])

    def write(self, temporary: str, data: bytes, model: str) -> int:
        self._reach("write")
        return super().write(temporary, data, model)

    def flush(self, handle: int) -> None:
        try:
            self._reach("flush")
        except OSError:
            os.close(handle)
            raise
        super().flush(handle)

    def digest(self, file: str) -> str:
        self._reach("digest")
        return super().digest(file)

    def replace(self, temporary: str, target: str) -> None:
        self._reach("replace")
        super().replace(temporary, target)

    def flush_folder(self, folder: str) -> None:
        self._reach("flush_folder")
        super().flush_folder(folder)
