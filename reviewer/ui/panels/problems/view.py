"""The Problems tab: one card for each finding, the worst first, under a heading of its sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer.schema.finding import Severity
from reviewer.ui.panels.problems.accepted import AcceptedList
from reviewer.ui.panels.problems.card import ProblemCard
from reviewer.ui.texts import tr
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from reviewer.ui.panels.problems.presenter import Accepted, Explained, Problem
    from reviewer.ui.theme.theme import Theme


class ProblemsWidget(QWidget):
    """The cards, or that there are none."""

    go_asked = Signal(int)
    fix_asked = Signal(int, int)
    accept_asked = Signal(int)
    why_asked = Signal(int)
    ignore_asked = Signal(str, str)
    mend_all_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self._left_out = ""
        self._is_outdated = False
        self._explained: dict[tuple[str, str], Explained] = {}
        self._headings: list[QLabel] = []
        self.cards: list[ProblemCard] = []
        self.setAccessibleName(tr("Problems"))
        self.sentence = styled(QLabel(), "mute", "small", name=tr("Number of problems"))
        self.more = styled(QLabel(), "mute", "small", name=tr("Problems that are not listed"))
        self.mend_all = styled(QPushButton(), name=tr("Mend all safe problems of this post"))
        self.mend_all.clicked.connect(self.mend_all_asked)
        self.empty = EmptyState(tr("No problems found"), tr("Fields and text read as they should."))
        self.accepted = AcceptedList()
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._list_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)
        column.addWidget(self.accepted)
        theme.changed.connect(lambda _theme: self._fill())

    def show_problems(self, problems: Sequence[Problem], more: str) -> None:
        """List these; the focus stays on the card that has its place."""
        self._problems, self._left_out = tuple(problems), more
        # Making hundreds of cards takes its time; nobody types while looking at them.
        self._is_outdated = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards now."""
        if self._is_outdated:
            self._fill()
        super().showEvent(event)

    def show_explained(self, index: int, explained: Explained) -> None:
        """Unfold why a problem is one, and bring it into view."""
        card = self.cards[index]
        self._explained[card.problem.code, card.problem.message] = explained
        card.show_explained(explained)
        self._focus(index)

    def show_mendable(self, text: str) -> None:
        """Offer to mend what can be mended safely, if anything can."""
        self.mend_all.setText(text)
        self.mend_all.setVisible(bool(text))

    def focused(self) -> int:
        """The card that has the keyboard; -1 for none."""
        return next((n for n, card in enumerate(self.cards) if _has_focus(card)), -1)

    def show_accepted(self, accepted: Sequence[Accepted]) -> None:
        """List what was accepted, folded."""
        self.accepted.show_accepted(accepted)

    def show_summary(self, text: str) -> None:
        """Say how many there are."""
        self.sentence.setText(text)

    def _fill(self) -> None:
        self._is_outdated = False
        focused = self.focused()
        old = [*self.cards, *self._headings]
        self.cards, self._headings = [], []
        for number, problem in enumerate(self._problems):
            if number == 0 or problem.severity is not self._problems[number - 1].severity:
                self._head(problem.severity)
            self.cards.append(self._card(number, problem))
            self._put(self.cards[-1])
        for widget in old:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.more.setText(self._left_out)
        self.more.setVisible(bool(self._left_out))
        self._pages.setCurrentIndex(1 if self.cards else 0)
        self.setFocusProxy(self.cards[0] if self.cards else self.empty)
        if focused >= 0 and self.cards:
            self.cards[min(focused, len(self.cards) - 1)].setFocus()

    def _put(self, widget: QWidget) -> None:
        self._column.insertWidget(len(self.cards) + len(self._headings) - 1, widget)
        # At once, since a widget that is not shown yet cannot take the focus.
        widget.show()

    def _head(self, severity: Severity) -> None:
        words = {
            Severity.ERROR: tr("Errors"),
            Severity.WARNING: tr("Warnings"),
            Severity.HINT: tr("Hints"),
        }
        count = [each.severity for each in self._problems].count(severity)
        self._headings.append(styled(QLabel(f"{words[severity]} {count}"), "heading"))
        self._put(self._headings[-1])

    def _card(self, number: int, problem: Problem) -> ProblemCard:
        card = ProblemCard(problem, self._theme)
        card.go_asked.connect(lambda: self.go_asked.emit(number))
        card.fix_asked.connect(lambda which: self.fix_asked.emit(number, which))
        card.accept_asked.connect(lambda: self.accept_asked.emit(number))
        card.why_asked.connect(lambda: self.why_asked.emit(number))
        card.ignore_asked.connect(self.ignore_asked)
        explained = self._explained.get((problem.code, problem.message))
        if explained is not None:
            card.show_explained(explained)
        card.neighbour_asked.connect(lambda step: self._focus(number + step))
        return card

    def _focus(self, number: int) -> None:
        if 0 <= number < len(self.cards):
            self.cards[number].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self.cards[number])

    def _list_page(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(18, 4, 18, 14)
        self._column.setSpacing(8)
        self._column.addWidget(self.more)
        self._column.addStretch()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(inside)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        above = QHBoxLayout()
        above.setContentsMargins(18, 0, 18, 0)
        above.addWidget(self.sentence, 1)
        above.addWidget(self.mend_all)
        column.addLayout(above)
        column.addWidget(self._area, 1)
        return page


def _has_focus(card: ProblemCard) -> bool:
    return card.hasFocus() or any(button.hasFocus() for button in card.findChildren(QPushButton))
