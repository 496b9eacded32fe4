"""What was found in a post as the index keeps it: counts, and the findings as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reviewer.document import operations
from reviewer.document.edits import Span, TextEdit
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
    place = [list(finding.path), finding.line]
    kept = [finding.source, int(finding.severity), finding.message, *place]
    kept.append([_fix_in(fix) for fix in finding.fixes])
    if finding.span is None and not finding.quote:
        return kept
    return [*kept, finding.span and _span_in(finding.span), finding.quote]


def _finding_out(
    source: str,
    severity: int,
    message: str,
    path: list[Any],
    line: int,
    fixes: list[Any],
    span: list[int] | None = None,
    quote: str = "",
) -> Finding:
    made = tuple(_fix_out(*each) for each in fixes)
    place = Span(*span) if span else None
    return Finding(source, Severity(severity), message, tuple(path), line, made, place, quote)


def _fix_in(fix: Fix) -> list[Any]:
    edits = [[*_span_in(each.span), each.text] for each in fix.edits]
    return [fix.label, [_operation_in(each) for each in fix.operations], edits, fix.safe, fix.text]


def _fix_out(label: str, operations: list[Any], edits: list[Any], safe: bool, text: str) -> Fix:
    return Fix(
        label,
        tuple(_operation_out(*each) for each in operations),
        tuple(TextEdit(Span(start, end), text) for start, end, text in edits),
        safe,
        text,
    )


def _span_in(span: Span) -> list[int]:
    return [span.start, span.end]


def _operation_in(operation: Operation) -> list[Any]:
    values = [getattr(operation, name) for name in operation.__match_args__]
    return [type(operation).__name__, *values]


def _operation_out(name: str, *values: Any) -> Operation:
    made: Operation = getattr(operations, name)(*values)
    return made
