"""What ``defaults`` in ``_config.yml`` adds to the front matter of a file.

After ``FrontmatterDefaults`` of Jekyll 4.3, which lets the longer path win, then
the scope with a type, then the later one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_OLD_TYPES = {"page": "pages", "post": "posts", "draft": "drafts"}


@dataclass(frozen=True, slots=True)
class Scope:
    """One entry of ``defaults``."""

    path: str
    type: str | None
    values: Mapping[str, Any]
    pattern: re.Pattern[str] | None = None

    def applies(self, path: str, kind: str) -> bool:
        """Whether a file of this path and kind lies in the scope."""
        if self.type is not None and self.type != kind:
            return False
        if self.pattern is not None:
            return self.pattern.match(path) is not None
        return path.startswith(self.path)

    @property
    def weight(self) -> int:
        """The length that decides between scopes."""
        return len(self.path.strip("/")) if self.path.startswith("/") else len(self.path)


@dataclass(frozen=True, slots=True)
class Defaults:
    """All entries, in the order of the file."""

    scopes: tuple[Scope, ...]

    @classmethod
    def of(cls, config: Mapping[str, Any], collections_dir: str = "") -> Defaults:
        """The defaults of a configuration; entries without sense are left out."""
        declared = config.get("defaults")
        sets = declared if isinstance(declared, list) else []
        read = (_scope(each, collections_dir) for each in sets if isinstance(each, Mapping))
        return cls(tuple(scope for scope in read if scope is not None))

    def all(self, path: str, kind: str) -> dict[str, Any]:
        """All values for a file; ``kind`` is its collection, or ``pages``."""
        values: dict[str, Any] = {}
        before: Scope | None = None
        for scope in self._matching(path, kind):
            if _wins(scope, before):
                values = {**values, **_present(scope.values, values)}
                before = scope
            else:
                values = {**scope.values, **_present(values, scope.values)}
        return values

    def find(self, path: str, kind: str, key: str) -> Any:
        """The value of one key for a page, ``None`` without one."""
        value: Any = None
        before: Scope | None = None
        for scope in self._matching(path, kind):
            if key in scope.values and _wins(scope, before):
                value, before = scope.values[key], scope
        return value

    def _matching(self, path: str, kind: str) -> list[Scope]:
        return [scope for scope in self.scopes if scope.applies(path, kind)]


def _present(values: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty and would hide a value below it."""
    return {key: value for key, value in values.items() if value is not None or key not in over}


def _wins(scope: Scope, before: Scope | None) -> bool:
    if before is None:
        return True
    if scope.weight != before.weight:
        return scope.weight > before.weight
    return scope.type is not None or before.type is None


def _scope(entry: Mapping[str, Any], collections_dir: str) -> Scope | None:
    values, scope = entry.get("values"), entry.get("scope")
    if not isinstance(values, Mapping):
        return None
    scope = scope if isinstance(scope, Mapping) else {}
    path = scope.get("path")
    path = path if isinstance(path, str) else ""
    inside = path.removeprefix(f"{collections_dir}/") if collections_dir else path
    kind = str(scope["type"]) if "type" in scope else None
    pattern = _glob(inside) if "*" in path else None
    return Scope(inside, _OLD_TYPES.get(kind or "", kind), values, pattern)


@lru_cache(maxsize=256)
def _glob(path: str) -> re.Pattern[str]:
    """A pattern of files and folders, below which everything lies in the scope."""
    parts = re.split(r"(\*\*/|\*|\?)", path)
    meaning = {"**/": "(?:[^/]+/)*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(meaning.get(part) or re.escape(part) for part in parts))
