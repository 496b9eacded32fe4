"""Where benchmarks are run: folders of posts, made when first wanted, and a private environment."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.generator import generate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UNUSUAL = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"})
"""Settings that developers have and users do not."""
FEW = 10
TIMES = 10
"""The large folder has so many times the posts of the usual one."""


@dataclass(frozen=True)
class Ground:
    """``posts`` is the size of the usual folder, ``tools`` where peers are installed."""

    folder: Path
    posts: int
    rounds: int
    tools: Path

    @property
    def many(self) -> int:
        """The size of the large folder."""
        return self.posts * TIMES

    def site(self, count: int) -> Path:
        """A folder of ``count`` generated posts, its files in the system's cache."""
        root = self.folder / f"posts-{count}"
        if not (root / "_config.yml").exists():
            generate(root, count)
        for file in root.rglob("*.md"):
            file.read_bytes()
        return root

    @contextmanager
    def copy(self, count: int) -> Iterator[Path]:
        """Posts that may be written to."""
        target = self.folder / f"copy-{count}"
        shutil.copytree(self.site(count), target)
        try:
            yield target
        finally:
            shutil.rmtree(target)

    @property
    def environment(self) -> dict[str, str]:
        """For child processes: an index of their own, and code that is compiled once.

        So it is wherever a program is installed; only a checkout may be told not to keep it.
        """
        kept = {name: os.environ[name] for name in os.environ if name not in UNUSUAL}
        own = {"XDG_CACHE_HOME": self._cache, "PYTHONPYCACHEPREFIX": self.folder / "compiled"}
        return {**kept, **{name: str(path) for name, path in own.items()}, "COLUMNS": "200"}

    def forget(self) -> None:
        """Delete every index, so that the next command finds none."""
        shutil.rmtree(self._cache, ignore_errors=True)
        self._cache.mkdir()

    @property
    def _cache(self) -> Path:
        return self.folder / "cache"
