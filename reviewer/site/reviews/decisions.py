"""Decisions about a post, each bound to the exact text that was read.

One small file for each post below ``.reviewer/reviews/``, in which every decision
is one line and nothing is ever rewritten: two people's decisions meet in Git as
two added lines, and where Git leaves its marks of a conflict around them the
lines are read all the same. The newest decision counts, and only as long as the
post's file holds the very bytes that it was made about.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document.yaml_depth import refuse_deep

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = ".reviewer/reviews"
ENDING = ".yml"
LARGEST = 200_000
"""Bytes of the decisions about one post; each is a line."""

APPROVED, REQUESTED, OPEN = "approved", "requested", "open"
"""What can be decided: signed off, changes asked for, neither any more."""
REOPENED = "reopened"
"""What a post is whose text is not the one that was decided about."""
DECISIONS = frozenset({APPROVED, REQUESTED, OPEN})
_SIGN = "- "


@dataclass(frozen=True, slots=True)
class Decision:
    """``digest`` is the SHA-256 of the file's bytes, ``date`` ISO text in UTC."""

    state: str
    digest: str
    author: str
    date: str
    note: str = ""

    def line(self) -> str:
        """How it is kept: a line that is an item of a YAML list."""
        said = {key: value for key, value in asdict(self).items() if value}
        return f"{_SIGN}{json.dumps(said, ensure_ascii=False)}\n"

    def standing(self, digest: str) -> str:
        """What a post is whose file has this digest."""
        if self.state == OPEN or self.digest == digest:
            return self.state
        return REOPENED


def file_of(post: str) -> str:
    """Where the decisions about the post at this path are kept, relative to the folder."""
    return f"{FOLDER}/{post}{ENDING}"


def decisions(data: bytes) -> tuple[Decision, ...]:
    """All decisions of a file, the oldest first; lines that are none are left out."""
    lines = data[:LARGEST].decode("utf-8", "replace").splitlines()
    found = filter(None, map(_read, lines))
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.date))


def newest(found: Iterable[Decision], *states: str) -> Decision | None:
    """The last decision, or the last one of these states."""
    fitting = [each for each in found if not states or each.state in states]
    return fitting[-1] if fitting else None


def _read(line: str) -> Decision | None:
    if not line.startswith(_SIGN):
        return None
    try:
        said = _loaded(line.removeprefix(_SIGN))
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or said.get("state") not in DECISIONS:
        return None
    names = [each.name for each in fields(Decision)]
    parts = {name: said[name] for name in names if isinstance(said.get(name), str)}
    return Decision(**{**dict.fromkeys(names, ""), **parts})


def _loaded(text: str) -> Any:
    """JSON as it is written here, else YAML as somebody may write it by hand."""
    try:
        return json.loads(text)
    except ValueError:
        refuse_deep(text.encode())
        return yaml.load(text, Loader=yaml.CBaseLoader)
