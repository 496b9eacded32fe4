"""What was found in a post as the index keeps it: counts, and the findings as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reviewer.document import operations
from reviewer.schema.finding import Finding, Fix, Severity
from reviewer.site.index.codec import NotStorable, decode, encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.operations import Operation


class Verdict(NamedTuple):
    """How many findings of each severity a post has; ``findings`` is "" where JSON has no words."""

    id: int
    errors: int
    warnings: int
    hints: int
    findings: str


def verdict_of(id: int, told: Sequence[Finding], findings: Sequence[Finding]) -> Verdict:
    """What is to be kept of these findings, of which only those ``told`` count."""
    severities = [each.severity for each in told]
    errors, warnings = map(severities.count, (Severity.ERROR, Severity.WARNING))
    hints = len(severities) - errors - warnings
    return Verdict(id, errors, warnings, hints, findings_in(findings))


def findings_in(findings: Sequence[Finding]) -> str:
    """Findings as JSON text, "" if a value in their fixes cannot be written."""
    if not findings:
        return "[]"
    try:
        return encode([_finding_in(each) for each in findings])
    except NotStorable:
        return ""


def findings_out(text: str) -> tuple[Finding, ...]:
    """The findings that ``findings_in`` was given."""
    return tuple(_finding_out(*each) for each in decode(text))


def _finding_in(finding: Finding) -> list[Any]:
    fixes = [[fix.label, [_operation_in(each) for each in fix.operations]] for fix in finding.fixes]
    place = [list(finding.path), finding.line]
    return [finding.source, int(finding.severity), finding.message, *place, fixes]


def _finding_out(
    source: str, severity: int, message: str, path: list[Any], line: int, fixes: list[Any]
) -> Finding:
    made = (Fix(label, tuple(_operation_out(*each) for each in steps)) for label, steps in fixes)
    return Finding(source, Severity(severity), message, tuple(path), line, tuple(made))


def _operation_in(operation: Operation) -> list[Any]:
    values = [getattr(operation, name) for name in operation.__match_args__]
    return [type(operation).__name__, *values]


def _operation_out(name: str, *values: Any) -> Operation:
    made: Operation = getattr(operations, name)(*values)
    return made
