"""One line of the post list for each file, read without keeping its body."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Entry:
    """What the list shows of a post.

    ``date`` is ISO text that sorts as it reads, "" when there is none.
    ``block`` is the front matter as written, between its fences; ``format`` is
    "yaml", "toml", "json" or "" when the file has none. ``problem`` says in
    plain words why the post could not be read; then ``data`` is empty. The
    counts of findings are filled in by whoever checks the post.
    """

    path: str
    title: str = ""
    date: str = ""
    category: str = ""
    data: dict[Any, Any] = field(default_factory=dict)
    draft: bool = False
    problem: str = ""
    problem_line: int = 0
    block: str = ""
    format: str = ""
    size: int = 0
    mtime_ns: int = 0
    errors: int = 0
    warnings: int = 0
    hints: int = 0
