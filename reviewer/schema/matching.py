"""Which posts a content type is for, as configurations say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import regex

from reviewer.schema.condition import is_empty, look_up


@dataclass(frozen=True, slots=True)
class Match:
    """All that is given must fit; a ``Match`` of nothing fits every post.

    ``folders`` are paths in the content folder, with all that lies below them
    unless ``deep`` is False; ``globs`` and ``excluded`` are patterns over whole
    paths (``*`` stays within a folder, ``**`` does not, ``{a,b}`` chooses).
    ``values`` are fields and the values of which a post must have one, such as
    ``("layout", ("post",))``; a value in a list of the post's counts.
    """

    folders: tuple[str, ...] = ()
    deep: bool = True
    globs: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    values: tuple[tuple[str, tuple[Any, ...]], ...] = ()

    def fits(self, path: str, data: Any) -> bool:
        """Whether the post at ``path`` (relative, posix) is one of these."""
        if self.folders and not any(self._below(path, folder) for folder in self.folders):
            return False
        if self.globs and not any(fits_glob(path, glob) for glob in self.globs):
            return False
        if any(fits_glob(path, glob) for glob in self.excluded):
            return False
        return all(_has_one(data, name, values) for name, values in self.values)

    @property
    def weight(self) -> int:
        """How narrow it is: of several types that fit a post, the narrowest is its own."""
        places = max((len(each.strip("/")) + 1 for each in (*self.folders, *self.globs)), default=0)
        return places + 1000 * len(self.values)

    def _below(self, path: str, folder: str) -> bool:
        start = folder.strip("/")
        if start in ("", "."):
            return self.deep or "/" not in path
        rest = path[len(start) + 1 :]
        return path.startswith(f"{start}/") and (self.deep or "/" not in rest)


def _has_one(data: Any, name: str, values: tuple[Any, ...]) -> bool:
    found = look_up(data, name) if isinstance(data, Mapping) else None
    if is_empty(found):
        return False
    several = found if isinstance(found, list) else [found]
    return any(type(each) is type(value) and each == value for each in several for value in values)


def fits_glob(path: str, glob: str) -> bool:
    """Whether a path fits a glob pattern."""
    return _glob(glob.removeprefix("./").strip("/")).fullmatch(path) is not None


@lru_cache(maxsize=512)
def _glob(glob: str) -> regex.Pattern[str]:
    try:
        return regex.compile(_translated(glob))
    except regex.error:  # such as [z-a]: a file may be called so
        return regex.compile(regex.escape(glob))


def _translated(glob: str) -> str:
    parts: list[str] = []
    depth = 0
    for token in _TOKENS.findall(glob):
        inside = depth > 0
        depth += (token == "{") - (token == "}" and inside)
        if token == "," and inside:
            parts.append("|")
        elif token == "}" and not inside:
            parts.append(r"\}")
        else:
            parts.append(_REGEX.get(token) or _literal(token))
    return "".join(parts) + ")" * depth


def _literal(token: str) -> str:
    if len(token) > 1 and token.startswith("["):
        inside = token[1:-1].replace("\\", "\\\\").replace("[", "\\[")
        return f"[^/{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    return regex.escape(token)


_TOKENS = regex.compile(r"\*\*/|\*\*|\*|\?|\[[^\]/]+\]|\{|\}|,|[^*?\[{},]+|\[")
_REGEX = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")"}
