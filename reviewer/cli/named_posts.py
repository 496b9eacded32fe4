"""The posts that a path on the command line names: one, or all in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError, Where
from reviewer.site.folder import Folder, folder_of

if TYPE_CHECKING:
    from pathlib import Path


def site_at(path: Path) -> Folder:
    """The site that a file or folder belongs to, or that lies in the folder."""
    if not path.exists():
        raise ReviewerError("There is no such file or folder.", where=Where(path))
    if path.is_file():
        return folder_of(path)
    above = folder_of(path / "_")
    is_known = above.engine.config_file or above.root != path.resolve()
    return above if is_known else Folder.open(path)


def posts_at(folder: Folder, path: Path) -> list[str]:
    """The post at ``path``, or all posts in that folder."""
    if path.is_file():
        return [folder.relative(path)]
    inside = path.resolve().relative_to(folder.root).as_posix()
    return [each for each in folder.files() if inside == "." or each.startswith(f"{inside}/")]
