"""Decides what the Problems tab shows and where a click leads. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from reviewer.checks.registry import rule_of
from reviewer.schema.finding import Severity
from reviewer.ui.flows import walking
from reviewer.ui.flows.mending import mend, safe
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.checks.rule import Rule
    from reviewer.desk.open_post import OpenPost
    from reviewer.schema.finding import Finding
    from reviewer.ui.context import Context

ORIGIN, EXPLAIN = "problems", "explain"
MOST = 200
"""Findings that are listed; a post with more is mended from the top."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding as it is listed; ``place`` says where in plain words, ``go`` how to get there."""

    severity: Severity
    word: str
    message: str
    place: str
    fixes: tuple[str, ...]
    code: str = ""
    go: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """What a rule looks for and why; ``name`` is empty where no rule has found it."""

    code: str
    name: str
    text: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One finding that somebody accepted in this post: what, why, and by whom."""

    message: str
    reason: str
    who: str


class ProblemsView(Protocol):
    """What the presenter tells the list of problems."""

    def show_problems(self, problems: Sequence[Problem], more: str) -> None:
        """List these; ``more`` says how many are left out."""
        ...

    def show_summary(self, text: str) -> None:
        """Say how many there are."""
        ...

    def show_mendable(self, text: str) -> None:
        """Offer to mend all that can be mended safely; "" where there is nothing."""
        ...

    def show_explained(self, index: int, explained: Explained) -> None:
        """Unfold why a problem is one."""
        ...

    def show_accepted(self, accepted: Sequence[Accepted]) -> None:
        """List what was accepted, folded."""
        ...


class ProblemsPresenter:
    """The findings of the current post."""

    def __init__(self, context: Context, view: ProblemsView) -> None:
        self._context = context
        self._view = view
        self._open: OpenPost | None = None
        self._shown: tuple[Problem, ...] | None = None
        workspace = context.workspace
        workspace.current_changed.connect(self._on_current)
        workspace.findings_changed.connect(self._on_findings)
        self._on_current(workspace.current)

    def go(self, index: int) -> None:
        """Go to the field, the words or the line of a finding."""
        if index < len(self._findings):
            walking.show(self._context, self._findings[index])

    def fix(self, index: int, which: int) -> None:
        """Carry out one of the fixes that a finding offers."""
        if index < len(self._findings) and which < len(self._findings[index].fixes):
            mend(self._context, self._findings[index].fixes[which], ORIGIN)

    def finding(self, index: int) -> Finding | None:
        """What is listed at a place."""
        return self._findings[index] if 0 <= index < len(self._findings) else None

    def explain_at(self, index: int) -> None:
        """Say why what is listed at a place is a problem."""
        if index < len(self._findings):
            self.explain(self._findings[index])

    def explain(self, finding: Finding) -> None:
        """Say what the rule behind a finding looks for, and why."""
        code = finding.source

        def tell(rule: Rule | None) -> None:
            if finding in self._findings[:MOST]:
                self._view.show_explained(self._findings.index(finding), explained(code, rule))

        # All rules are loaded by that, which the window has no need of before.
        self._context.tasks.run(EXPLAIN, lambda: rule_of(code), tell)

    def accept(self, index: int) -> None:
        """Ask that a finding be accepted in this post."""
        if index < len(self._findings):
            self._context.waive_asked.emit(self._findings[index])

    def take_back(self, index: int) -> None:
        """Let an accepted finding count again."""
        if self._open is not None and index < len(self._open.accepted):
            _finding, waiver = self._open.accepted[index]
            self._context.unwaive_asked.emit(waiver)

    @property
    def _findings(self) -> tuple[Finding, ...]:
        """As they stand now: their places move with the text while the list stays as it is."""
        return self._open.findings if self._open else ()

    def _on_current(self, open_post: OpenPost | None) -> None:
        self._open = open_post
        self._show()

    def _on_findings(self, open_post: OpenPost) -> None:
        if open_post is self._open:
            self._show()

    def _show(self) -> None:
        self._view.show_accepted(_accepted(self._open) if self._open else ())
        problems = tuple(self._problem(finding) for finding in self._findings[:MOST])
        if problems == self._shown:
            return
        self._shown = problems
        left = len(self._findings) - len(problems)
        more = tr_count("and {count} more", "and {count} more", left) if left else ""
        self._view.show_problems(problems, more)
        self._view.show_summary(summary(self._findings))
        count = len(safe(self._findings))
        self._view.show_mendable(
            tr_count("Mend {count} safe problem", "Mend {count} safe problems", count)
            if count
            else ""
        )

    def _problem(self, finding: Finding) -> Problem:
        words = {
            Severity.ERROR: tr("Error"),
            Severity.WARNING: tr("Warning"),
            Severity.HINT: tr("Hint"),
        }
        fixes = tuple(fix.label for fix in finding.fixes)
        place, word = self._place(finding), words[finding.severity]
        go = tr("Show in form") if finding.path else tr("Show in body") if finding.span else ""
        return Problem(finding.severity, word, finding.message, place, fixes, finding.source, go)

    def _place(self, finding: Finding) -> str:
        if self._open is None:
            return ""
        line = finding.line or (self._open.post.line_of(finding.path) if finding.path else 0)
        field = self._field_name(self._open, finding) if finding.path else ""
        where = tr("line {line}", line=line) if line else ""
        return " · ".join(part for part in (field, where) if part)

    def _field_name(self, open_post: OpenPost, finding: Finding) -> str:
        """The field's label, then what is below it: ``TL;DR, item 3``."""
        known = open_post.content_type.field(finding.path[:1]) if open_post.content_type else None
        name = known.label if known and known.label else str(finding.path[0])
        below = (
            tr("item {n}", n=key + 1) if isinstance(key, int) else str(key)
            for key in finding.path[1:]
        )
        return ", ".join((name, *below))


def _accepted(open_post: OpenPost) -> tuple[Accepted, ...]:
    return tuple(
        Accepted(finding.message, waiver.reason, ", ".join(filter(None, who)))
        for finding, waiver in open_post.accepted
        for who in ((waiver.author, waiver.date),)
    )


def explained(code: str, rule: Rule | None) -> Explained:
    """A rule in words; what fields and their schema say has no rule of its own."""
    if rule is None:
        says = tr(
            "This is what the fields of the folder’s posts say: what reviewer.yml declares, or "
            "what most posts do. The Schema view shows it."
        )
        return Explained(code, "", says)
    return Explained(code, rule.name, f"{rule.what} {rule.why}", rule.example.bad.strip())


def summary(findings: Sequence[Finding]) -> str:
    """How many there are, the worst first."""
    count = [finding.severity for finding in findings].count
    errors, warnings, hints = count(Severity.ERROR), count(Severity.WARNING), count(Severity.HINT)
    parts = (
        tr_count("{count} error", "{count} errors", errors),
        tr_count("{count} warning", "{count} warnings", warnings),
        tr_count("{count} hint", "{count} hints", hints),
    )
    told = zip(parts, (errors, warnings, hints), strict=True)
    return ", ".join(part for part, number in told if number)
