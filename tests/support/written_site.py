"""Writes a small site from a mapping of paths to texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.site.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def written_site(root: Path, files: Mapping[str, str]) -> Folder:
    """The folder that holds ``files``; front matter may be written without its fences."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        is_post = path.endswith((".md", ".markdown")) and not text.startswith(("---", "+++", "#"))
        target.write_text(f"---\n{text}\n---\nWords.\n" if is_post else text, encoding="utf-8")
    return Folder.open(root)
