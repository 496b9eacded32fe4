"""Writes small folders of posts for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_site(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write ``files`` (relative path to content) below ``root``; returns ``root``."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def post(front_matter: str, body: str = "Text.\n") -> str:
    """The text of a post with YAML front matter."""
    return f"---\n{front_matter.strip()}\n---\n\n{body}"


def sample_site() -> Path:
    """The sample site that comes with Reviewer; not to be written to."""
    return resource("sample-site")
