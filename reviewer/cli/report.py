"""Findings as the command line prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.cli.showing import one_line
from reviewer.schema.finding import Severity
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reviewer.document.operations import Path
    from reviewer.schema.finding import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """One post that was checked: its path as the user wrote it, and what was found."""

    path: str
    findings: tuple[Finding, ...]


def dotted(path: Path) -> str:
    """``seo.title``, ``tldr[2]``: a path as ``reviewer edit`` takes it."""
    text = ""
    for key in path:
        if isinstance(key, int) and not isinstance(key, bool):
            text += f"[{key}]"
        else:
            name = "null" if key is None else show_scalar(key)
            text += f".{name}" if text else name
    return text


def line_of(path: str, finding: Finding) -> str:
    """A finding in one line that editors and CI understand."""
    place = f"{path}:{finding.line}" if finding.line else path
    name = f"{dotted(finding.path)}: " if finding.path else ""
    text = f"{place}: {finding.severity.label}: {name}{finding.message} [{finding.source}]"
    return one_line(text)


def summary(posts: Sequence[Checked]) -> str:
    """How many posts and findings, in one sentence."""
    counts = count(posts)
    named = [_plural(counts[each.label], each.label) for each in reversed(Severity)]
    return f"{_plural(len(posts), 'post')} checked: {', '.join(named)}."


def count(posts: Iterable[Checked]) -> dict[str, int]:
    """How many findings there are of each severity."""
    counts = {each.label: 0 for each in Severity}
    for post in posts:
        for finding in post.findings:
            counts[finding.severity.label] += 1
    return counts


def as_json(posts: Sequence[Checked]) -> dict[str, Any]:
    """The whole report as plain data."""
    found = [_plain_finding(post.path, each) for post in posts for each in post.findings]
    return {"posts": len(posts), **count(posts), "findings": found}


def _plain_finding(path: str, finding: Finding) -> dict[str, Any]:
    return {
        "path": path,
        "line": finding.line or None,
        "severity": finding.severity.label,
        "code": finding.source,
        "field": dotted(finding.path) or None,
        "message": finding.message,
        "fixes": [fix.label for fix in finding.fixes],
    }


def _plural(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
