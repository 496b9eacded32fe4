"""One walk through a folder by the habits of its engine: which files are posts.

No file is read here except the first bytes of pages where an engine takes only
those with front matter, so that listing costs little more than walking.
"""

from __future__ import annotations

import os
import re
from fnmatch import translate
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from reviewer.site.engines.engine import Engine

FENCES = (b"---", b"+++", b"{", b";;;")
BOM = b"\xef\xbb\xbf"
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
LARGEST = 2**63
"""What SQLite can hold; some file systems have larger numbers."""


def never() -> bool:
    """The answer to "cancelled?" of those who do not ask."""
    return False


_Found = tuple[str, os.DirEntry[str], bool]
"""The path of what may be a post, its item, and whether it is one whatever it holds."""


Stamp = tuple[int, int, int]
"""Size, time of change and inode: tells without reading whether a file is still the same."""
NO_STAMP = (0, 0, 0)


def age_by_name(path: str) -> tuple[str, str]:
    """What sorts posts by the date in their names, those without one first."""
    dated = _DATED.match(path.rpartition("/")[2])
    return (dated[0] if dated else "", path)


class Walk:
    """A walk through the folder ``root``; what was found so far if ``cancelled``."""

    def __init__(self, root: str, engine: Engine, cancelled: Callable[[], bool] = never) -> None:
        self._root = root
        self._engine = engine
        self._cancelled = cancelled
        self._ignored = _matcher(engine.ignored)
        names = {post.rsplit("/", 1)[-1] for post in engine.posts}
        self._kept = names | set(engine.included_names)
        self._endings = engine.extensions
        self._hidden = (".", "_") if engine.underscore_ignored else (".",)

    def paths(self) -> list[str]:
        """Relative posix paths of all posts, sorted."""
        return sorted({path for path, item, sure in self._all() if sure or _has_fence(item.path)})

    def stamps(self, known: Mapping[str, Stamp]) -> dict[str, Stamp]:
        """All posts with their stamps; one that is ``known`` as it stands is not opened."""
        return self._stamped(self._all(), known)

    def stamps_at(self, places: Iterable[str], known: Mapping[str, Stamp]) -> dict[str, Stamp]:
        """The same for the posts among ``places``, relative paths of files and of folders."""
        return self._stamped(self._at(tuple(places)), known)

    def glance(self, enough: int) -> list[str]:
        """Some posts, at most ``enough``, without looking at all there is; the newest by name.

        Of folders those go first that are for posts, then those that sort last, as years do.
        """
        found: list[str] = []
        waiting = sorted(self._engine.content, key=self._promise)
        while waiting and len(found) < enough and not self._cancelled():
            folder = waiting.pop()
            below: list[str] = []
            here = [*self._sorted_out(folder, self._items(folder), below)]
            here.sort(key=lambda each: age_by_name(each[0]), reverse=True)
            found += [path for path, item, sure in here[:enough] if sure or _has_fence(item.path)]
            waiting = sorted({*waiting, *below}, key=self._promise)
        return sorted(found, key=age_by_name, reverse=True)[:enough]

    def _promise(self, folder: str) -> tuple[bool, str]:
        return self._engine.holds_posts(folder), folder

    def folders(self) -> list[str]:
        """Relative paths of all folders that the walk enters."""
        found: list[str] = []
        waiting = list(self._engine.content)
        while waiting and not self._cancelled():
            folder = waiting.pop()
            found.append(folder)
            inside = (
                f"{folder}/{item.name}" if folder else item.name for item in self._dirs(folder)
            )
            waiting += [path for path in inside if self.enters(path)]
        return found

    def enters(self, folder: str) -> bool:
        """Whether posts may lie in this relative folder, once the walk has come to its parent."""
        return self._enters(folder.rpartition("/")[2]) and not self._ignored(folder)

    def names_post(self, path: str) -> bool:
        """Whether a relative path may be that of a post, by its name alone."""
        name = path.rpartition("/")[2]
        return self._is_post_name(name) and not self._ignored(path)

    def _dirs(self, folder: str) -> list[os.DirEntry[str]]:
        return [item for item in self._items(folder) if item.is_dir(follow_symlinks=False)]

    def _at(self, places: Collection[str]) -> Iterator[_Found]:
        names: dict[str, set[str]] = {}
        for place in places:
            folder, _slash, name = place.rpartition("/")
            names.setdefault(folder, set()).add(name)
        for folder, wanted in names.items():
            yield from self._among(folder, wanted)
        for start in self._engine.content:
            if any(_lies_in(start, place) for place in places):
                yield from self._below(start)

    def _stamped(self, found: Iterable[_Found], known: Mapping[str, Stamp]) -> dict[str, Stamp]:
        stamps: dict[str, Stamp] = {}
        for path, item, sure in found:
            stamp = _stamp_of(item)
            if sure or known.get(path) == stamp or _has_fence(item.path):
                stamps[path] = stamp
        return stamps

    def _among(self, folder: str, names: Collection[str]) -> Iterator[_Found]:
        """Items of one folder, if the walk would come to it, and what lies below them."""
        if self._comes_to(folder):
            chosen = [item for item in self._items(folder) if item.name in names]
            below: list[str] = []
            yield from self._sorted_out(folder, chosen, below)
            for each in below:
                yield from self._below(each)

    def _comes_to(self, folder: str) -> bool:
        return any(self._leads(start, folder) for start in self._engine.content)

    def _leads(self, start: str, folder: str) -> bool:
        if folder == start:
            return True
        if start and not folder.startswith(f"{start}/"):
            return False
        above, _slash, name = folder.rpartition("/")
        is_link = os.path.islink(os.path.join(self._root, folder))
        entered = self._enters(name) and not self._ignored(folder) and not is_link
        return entered and self._leads(start, above)

    def _all(self) -> Iterator[_Found]:
        return chain.from_iterable(map(self._below, self._engine.content))

    def _below(self, start: str) -> Iterator[_Found]:
        """All posts below a folder."""
        waiting = [start]
        while waiting and not self._cancelled():
            folder = waiting.pop()
            yield from self._sorted_out(folder, self._items(folder), waiting)

    def _sorted_out(
        self, folder: str, items: Iterable[os.DirEntry[str]], waiting: list[str]
    ) -> list[_Found]:
        """The posts among ``items``; folders to enter are added to ``waiting``."""
        sure = self._engine.holds_posts(folder) or not self._engine.front_matter_only
        above = f"{folder}/" if folder else ""
        found: list[_Found] = []
        for item in items:
            name = item.name
            if item.is_dir(follow_symlinks=False):
                if self._enters(name) and not self._ignored(above + name):
                    waiting.append(above + name)
            elif self._is_post_name(name) and self._is_readable(item):
                path = above + name
                if not self._ignored(path):
                    found.append((path, item, sure))
        return found

    def _items(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(os.path.join(self._root, folder)) as found:
                return list(found)
        except (OSError, ValueError):
            return []

    def _enters(self, name: str) -> bool:
        if name in self._kept:
            return True
        return not (self._is_private(name) or name in self._engine.ignored_names)

    def _is_private(self, name: str) -> bool:
        return name.startswith(self._hidden) and name not in self._kept

    def _is_readable(self, item: os.DirEntry[str]) -> bool:
        """Whether it is a file, or a link to one inside; a pipe would keep its reader waiting."""
        if item.is_file(follow_symlinks=False):
            return True
        return item.is_symlink() and self._leads_inside(item.path) and item.is_file()

    def _is_post_name(self, name: str) -> bool:
        return name.lower().endswith(self._endings) and not self._is_private(name)

    def _leads_inside(self, path: str) -> bool:
        target = os.path.realpath(path)
        return os.path.isfile(target) and target.startswith(self._root + os.sep)


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or not folder or path.startswith(f"{folder}/")


def _stamp_of(item: os.DirEntry[str]) -> Stamp:
    try:
        status = item.stat()
    except OSError:
        return NO_STAMP
    return (status.st_size, status.st_mtime_ns % LARGEST, status.st_ino % LARGEST)


def _has_fence(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(8).removeprefix(BOM).startswith(FENCES)
    except OSError:
        return True  # listed, so that reading it can tell what is wrong


def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    if not patterns:
        return lambda _path: False
    expression = re.compile("|".join(_expression(pattern) for pattern in patterns))
    return lambda path: expression.match(path) is not None


def _expression(pattern: str) -> str:
    parts = [translate(part) for part in pattern.split("**/")]
    return "(?:.*/)?".join([*(part.removesuffix(r"\Z") for part in parts[:-1]), parts[-1]])
