"""Findings as SARIF 2.1.0, which code scanning and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from reviewer import __version__
from reviewer.checks.explained import explained
from reviewer.cli.report import dotted
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.cli.report import Checked
    from reviewer.schema.finding import Finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def as_sarif(posts: Sequence[Checked]) -> dict[str, Any]:
    """The whole report as plain data."""
    codes = sorted({each.source for post in posts for each in post.findings})
    places = {code: index for index, code in enumerate(codes)}
    driver = {
        "name": "Reviewer",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes],
    }
    results = [_result(post.path, each, places) for post in posts for each in post.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    page = explained(code)
    return {
        "id": code,
        "name": page.name,
        "shortDescription": {"text": page.what},
        "fullDescription": {"text": f"{page.what} {page.why}".strip()},
        "properties": {"tags": [str(page.group)]},
    }


def _result(path: str, finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    name = f"{dotted(finding.path)}: " if finding.path else ""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if finding.line:
        physical["region"] = {"startLine": finding.line}
    return {
        "ruleId": finding.source,
        "ruleIndex": places[finding.source],
        "level": _LEVELS[finding.severity],
        "message": {"text": _text(name + finding.message)},
        "locations": [{"physicalLocation": physical}],
        "partialFingerprints": {"reviewer/v1": _fingerprint(path, finding)},
    }


def _uri(path: str) -> str:
    """A relative path as it is, any other as a whole address."""
    data = os.fsencode(path)
    if os.path.isabs(path):
        return Path(path).as_uri()
    return quote(data.replace(os.sep.encode(), b"/"))


def _fingerprint(path: str, finding: Finding) -> str:
    said = "\0".join((path, finding.source, dotted(finding.path), finding.quote or finding.message))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _text(text: str) -> str:
    """The text with those characters replaced that no JSON reader likes."""
    return text.encode("utf-8", "replace").decode()
