"""The forms in which ``reviewer check`` can tell what it found, for people and for machines.

Each takes the posts, and the least severity that counts as a failure.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reviewer.cli.junit import as_junit
from reviewer.cli.report import as_json, dotted, line_of, summary
from reviewer.cli.sarif import as_sarif
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.cli.report import Checked
    from reviewer.schema.finding import Finding

_NOTICES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def _text(posts: Sequence[Checked], _least: Severity) -> str:
    lines = [line_of(post.path, finding) for post in posts for finding in post.findings]
    return "\n".join((*lines, summary(posts)))


def _json(posts: Sequence[Checked], _least: Severity) -> str:
    return json.dumps(as_json(posts), indent=2)


def _sarif(posts: Sequence[Checked], _least: Severity) -> str:
    return json.dumps(as_sarif(posts), indent=2)


def _github(posts: Sequence[Checked], _least: Severity) -> str:
    lines = [_notice(post.path, finding) for post in posts for finding in post.findings]
    return "\n".join((*lines, summary(posts)))


def _notice(path: str, finding: Finding) -> str:
    """A workflow command, which GitHub shows beside the line of the file."""
    values = {"file": path, "line": str(finding.line or 1), "title": finding.source}
    said = ",".join(f"{name}={_value(value)}" for name, value in values.items())
    name = f"{dotted(finding.path)}: " if finding.path else ""
    return f"::{_NOTICES[finding.severity]} {said}::{_escaped(name + finding.message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Checked], Severity], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "junit": as_junit,
    "github": _github,
}
