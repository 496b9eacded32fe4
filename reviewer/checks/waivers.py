"""Findings that somebody accepted for one post, with name, date and reason.

Each waiver is a file of its own below ``.reviewer/waivers/``, in a folder that
is called like the post, so that two people's waivers never conflict in Git and
a rename takes them along. A file that cannot be read costs a notice.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.checks.fingerprint import fingerprint, place_of, shown
from reviewer.document.yaml_depth import refuse_deep
from reviewer.schema.imports.report import Notice

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from reviewer.schema.finding import Finding

FOLDER = ".reviewer/waivers"
ENDING = ".yml"
LARGEST = 20_000
"""Bytes of one waiver; a reason is a few sentences."""
LONGEST_VALUE = 200


@dataclass(frozen=True, slots=True)
class Waiver:
    """One accepted finding. ``mark`` is its fingerprint, ``date`` ISO text."""

    post: str
    rule: str
    field: str
    value: str
    mark: str
    author: str
    date: str
    reason: str

    @classmethod
    def of(
        cls, post: str, finding: Finding, data: Any, author: str, day: dt.date, reason: str
    ) -> Waiver:
        """The waiver of a finding in a post with this front matter."""
        value = shown(data, finding.path)[:LONGEST_VALUE]
        mark = fingerprint(finding, data)
        when = day.isoformat()
        return cls(post, finding.source, place_of(finding), value, mark, author, when, reason)

    @property
    def file(self) -> str:
        """Where it is kept, relative to the content folder."""
        return f"{FOLDER}/{self.post}/{self.mark}{ENDING}"

    def text(self) -> str:
        """What its file says, one key a line."""
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in _said(self)]
        return "\n".join(lines) + "\n"


def _said(waiver: Waiver) -> Iterator[tuple[str, str]]:
    return ((key, value) for key, value in asdict(waiver).items() if value)


@dataclass(frozen=True, slots=True)
class Waivers:
    """All waivers of a folder: by post, then by fingerprint."""

    by_post: Mapping[str, Mapping[str, Waiver]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    def waiver_of(self, post: str, mark: str) -> Waiver | None:
        """Who accepted a finding, if anybody did."""
        return self.by_post.get(post, {}).get(mark)


def load(root: Path) -> Waivers:
    """The waivers that a content folder keeps."""
    found: dict[str, dict[str, Waiver]] = {}
    notices: list[Notice] = []
    for path in _files(root / FOLDER):
        name = path.relative_to(root).as_posix()
        waiver = _read(path)
        if waiver is None:
            notices.append(Notice(name, 1, "", "This is not a waiver; it has no effect."))
        else:
            found.setdefault(waiver.post, {})[waiver.mark] = waiver
    return Waivers(found, tuple(notices))


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place, name) for name in sorted(names) if name.endswith(ENDING))


def _read(path: Path) -> Waiver | None:
    """The waiver in a file; the post is that of its place, which a rename changes."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        text = path.read_bytes()
        refuse_deep(text)
        said = yaml.load(text, Loader=yaml.CBaseLoader)
    except (OSError, yaml.YAMLError, ValueError, RecursionError):
        return None
    names = [each.name for each in fields(Waiver)]
    if not isinstance(said, dict) or not isinstance(said.get("rule"), str):
        return None
    parts = {name: said[name] for name in names if isinstance(said.get(name), str)}
    place = path.parent.as_posix().rpartition(f"{FOLDER}/")[2]
    return Waiver(**{**dict.fromkeys(names, ""), **parts, "post": place, "mark": path.stem})
