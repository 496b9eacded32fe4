"""Decides which lines the menu of fixes has. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reviewer.ui.flows.mending import mend, safe
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reviewer.schema.finding import Finding
    from reviewer.ui.context import Context

MOST = 5
"""Findings at one place that the menu offers fixes of."""
ORIGIN = "fixes"
MEND_ALL = "mend-post"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line; a heading cannot be chosen, an empty label draws a line."""

    label: str = ""
    run: Callable[[], object] | None = None


class FixesPresenter:
    """The fixes of the findings at one place, and what else can be done about them."""

    def __init__(self, context: Context, explain: Callable[[Finding], None]) -> None:
        self._context = context
        self._explain = explain

    def entries(self, findings: Sequence[Finding]) -> tuple[Entry, ...]:
        """The menu for these findings, the worst first."""
        lines = [line for each in findings[:MOST] for line in self._of(each)]
        current = self._context.workspace.current
        count = len(safe(current.findings)) if current else 0
        if count > 1:
            says = tr("Mend all {n} safe problems of this post", n=count)
            lines += [Entry(), Entry(says, lambda: self._context.actions.run(MEND_ALL))]
        return tuple(lines)

    def tell_nothing(self) -> None:
        """There is no problem where the keyboard is."""
        self._context.notify(tr("There is no problem here. F8 goes to the next one."))

    def _of(self, finding: Finding) -> Iterator[Entry]:
        yield Entry(finding.message)
        for fix in finding.fixes:
            yield Entry(fix.label, partial(mend, self._context, fix, ORIGIN))
        yield Entry(tr("Accept this here…"), lambda: self._context.waive_asked.emit(finding))
        yield Entry(tr("Why is this a problem?"), lambda: self._explain(finding))
