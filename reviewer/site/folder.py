"""A content folder: which engine builds it and which of its files are posts.

No file is read here except the first bytes of pages where an engine takes only
those with front matter, so that listing costs little more than walking.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError, Where
from reviewer.site.engines.detection import detect, recognise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.site.engines.engine import Engine

FENCES = (b"---", b"+++", b"{", b";;;")
BOM = b"\xef\xbb\xbf"


def never() -> bool:
    """The answer to "cancelled?" of those who do not ask."""
    return False


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of posts; ``root`` is absolute with symbolic links resolved."""

    root: Path
    engine: Engine

    @classmethod
    def open(cls, root: Path) -> Folder:
        """The folder at ``root``; raises ``ReviewerError`` if there is none to be read."""
        try:
            resolved = root.expanduser().resolve(strict=True)
            with os.scandir(resolved):
                pass
        except NotADirectoryError as error:
            raise _unopenable(root, "This is a file, not a folder.") from error
        except FileNotFoundError as error:
            raise _unopenable(root, "There is no such folder.") from error
        except (OSError, RuntimeError) as error:
            raise _unopenable(root, f"The folder cannot be read: {error}.") from error
        return cls(resolved, detect(resolved))

    @property
    def name(self) -> str:
        """What the window's title and the folder menu show."""
        return self.root.name or str(self.root)

    def files(self, cancelled: Callable[[], bool] = never) -> list[str]:
        """Relative posix paths of all posts, sorted; what was found so far if cancelled."""
        walk = _Walk(self, cancelled)
        return sorted(path for start in self.engine.content for path in walk.posts(start))

    def resolve(self, path: str) -> Path:
        """The absolute path of a post; raises ``ReviewerError`` if it leads out of the folder."""
        found = Path(os.path.normpath(self.root / path))
        if not found.is_relative_to(self.root) or not found.resolve().is_relative_to(self.root):
            raise ReviewerError("This path leads out of the folder.", where=Where(self.root / path))
        return found

    def relative(self, path: Path) -> str:
        """The relative posix path of a file of this folder; raises ``ReviewerError`` if outside."""
        absolute = Path(os.path.abspath(path))
        for candidate in (absolute, absolute.parent.resolve() / absolute.name):
            if candidate.is_relative_to(self.root):
                return candidate.relative_to(self.root).as_posix()
        raise ReviewerError(f"This file does not lie in {self.root}.", where=Where(path))


def folder_of(file: Path) -> Folder:
    """The site that a file belongs to, found upward by an engine's files.

    Where no engine knows any folder above, the file's own folder.
    """
    start = Path(os.path.abspath(file)).parent
    root = next((each for each in (start, *start.parents) if _is_site(each)), start)
    return Folder.open(root)


def _is_site(folder: Path) -> bool:
    return folder not in (Path.home(), Path(folder.anchor)) and recognise(folder) is not None


def _unopenable(root: Path, what: str) -> ReviewerError:
    return ReviewerError(what, where=Where(root), remedy="Choose a folder that holds posts.")


class _Walk:
    """One walk through a folder by the habits of its engine."""

    def __init__(self, folder: Folder, cancelled: Callable[[], bool]) -> None:
        self._root = str(folder.root)
        self._engine = folder.engine
        self._cancelled = cancelled
        self._ignored = _matcher(folder.engine.ignored)
        names = {post.rsplit("/", 1)[-1] for post in folder.engine.posts}
        self._kept = names | set(folder.engine.included_names)

    def posts(self, start: str) -> Iterator[str]:
        waiting = [start]
        while waiting and not self._cancelled():
            folder = waiting.pop()
            all_posts = self._engine.holds_posts(folder) or not self._engine.front_matter_only
            for item in self._items(folder):
                path = f"{folder}/{item.name}" if folder else item.name
                if self._ignored(path):
                    continue
                if item.is_dir(follow_symlinks=False):
                    waiting += [path] if self._enters(item.name) else []
                elif self._is_post(item, all_posts):
                    yield path

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
        hidden = (".", "_") if self._engine.underscore_ignored else (".",)
        return name.startswith(hidden) and name not in self._kept

    def _is_post(self, item: os.DirEntry[str], all_posts: bool) -> bool:
        name = item.name
        if self._is_private(name) or not name.lower().endswith(self._engine.extensions):
            return False
        if item.is_symlink() and not self._leads_inside(item.path):
            return False
        if not item.is_file():  # a pipe would keep its reader waiting for ever
            return False
        return all_posts or _has_fence(item.path)

    def _leads_inside(self, path: str) -> bool:
        target = os.path.realpath(path)
        return os.path.isfile(target) and target.startswith(self._root + os.sep)


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
