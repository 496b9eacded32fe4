"""A content folder: which engine builds it and which of its files are posts."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError, Where
from reviewer.site.engines.detection import detect, recognise
from reviewer.site.walking import Stamp, Walk, never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reviewer.site.engines.engine import Engine


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
        return Walk(str(self.root), self.engine, cancelled).paths()

    def stamps(
        self,
        known: Mapping[str, Stamp],
        cancelled: Callable[[], bool] = never,
        places: Iterable[str] | None = None,
    ) -> dict[str, Stamp]:
        """All posts, or those at and below ``places``, with what tells whether they changed.

        Where only files with front matter are posts, those that are ``known``
        with the stamp that they have are not opened to see that.
        """
        walk = Walk(str(self.root), self.engine, cancelled)
        return walk.stamps(known) if places is None else walk.stamps_at(places, known)

    def glance(self, enough: int) -> list[str]:
        """Paths of some posts, at most ``enough``, without looking at all there is."""
        return Walk(str(self.root), self.engine).glance(enough)

    def resolve(self, path: str) -> Path:
        """The absolute path of a post; raises ``ReviewerError`` if it leads out of the folder."""
        found = Path(os.path.normpath(self.root / path))
        try:
            is_inside = found.is_relative_to(self.root) and found.resolve().is_relative_to(
                self.root
            )
        except (OSError, RuntimeError, ValueError):  # links that go round in circles; a NUL
            is_inside = False
        if not is_inside:
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
