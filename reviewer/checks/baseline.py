"""The findings that a folder has had for long: an old site starts green, only new ones count.

``.reviewer/baseline.jsonl`` has one line for each finding, in order, so that
Git merges it line by line and a diff shows what was mended.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.checks.fingerprint import fingerprint, place_of
from reviewer.schema.imports.report import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reviewer.schema.finding import Finding

FILE = ".reviewer/baseline.jsonl"
LARGEST = 200_000_000
"""Bytes; some two million findings."""

Known = tuple[str, str]
"""The path of a post and the fingerprint of a finding."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known already; ``exists`` tells an empty baseline from none."""

    known: frozenset[Known] = frozenset()
    exists: bool = False
    notices: tuple[Notice, ...] = ()

    def has(self, post: str, mark: str) -> bool:
        """Whether a finding was there when the baseline was written."""
        return (post, mark) in self.known


def load(root: Path) -> Baseline:
    """The baseline that a content folder keeps; lines that make no sense are told of."""
    path = root / FILE
    try:
        if not path.is_file():
            return Baseline()
        if path.stat().st_size > LARGEST:
            return Baseline(notices=(Notice(FILE, 0, "", "The file is too large to be read."),))
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        why = f"The file cannot be read: {error.strerror}."
        return Baseline(notices=(Notice(FILE, 0, "", why),))
    known: set[Known] = set()
    notices: list[Notice] = []
    for number, line in enumerate(lines, start=1):
        found = _known(line)
        if found is not None:
            known.add(found)
        elif line.strip():
            notices.append(Notice(FILE, number, "", "This line is not a finding."))
    return Baseline(frozenset(known), True, tuple(notices))


def _known(line: str) -> Known | None:
    try:
        parts = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if isinstance(parts, list) and len(parts) == 4 and all(isinstance(it, str) for it in parts):
        return (parts[0], parts[3])
    return None


def written(found: Iterable[tuple[str, Any, Iterable[Finding]]]) -> str:
    """The text of a baseline of these posts: path, front matter, findings."""
    lines = {
        json.dumps([path, each.source, place_of(each), fingerprint(each, data)], ensure_ascii=True)
        for path, data, findings in found
        for each in findings
    }
    return "".join(f"{line}\n" for line in sorted(lines))
