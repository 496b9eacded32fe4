"""MkDocs: the path of the file, with or without ``use_directory_urls``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks.path_based import as_file, as_folder, split

if TYPE_CHECKING:
    from collections.abc import Mapping

_INDEX = ("index", "README")


def url(path: str, data: Mapping[Any, Any], config: Mapping[str, Any]) -> str:
    """README.md stands for index.md."""
    folder, name = split(path)
    if config.get("use_directory_urls") is False:
        return as_file(folder, "index.html" if name in _INDEX else f"{name}.html")
    return as_folder(folder) if name in _INDEX else as_folder(folder, name)
