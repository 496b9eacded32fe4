"""The Problems tab: one card for each finding, with its fixes."""

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

from reviewer.ui.panels.problems.accepted import AcceptedList
from reviewer.ui.texts import tr
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.severity import LOOKS
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from reviewer.ui.panels.problems.presenter import Accepted, Problem
    from reviewer.ui.theme.theme import Theme


class ProblemCard(QFrame):
    """One finding. A click or Enter goes to its place; the buttons mend it."""

    go_asked = Signal()
    fix_asked = Signal(int)
    accept_asked = Signal()
    neighbour_asked = Signal(int)

    def __init__(self, problem: Problem, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._problem = problem
        self._look = LOOKS[problem.severity]
        place = f" ({problem.place})" if problem.place else ""
        styled(self, "card", "problem", name=f"{problem.word}: {problem.message}{place}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("state", self._look.state)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place, the arrows to the neighbours."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.go_asked.emit()
        elif event.key() in steps:
            self.neighbour_asked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card."""
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.go_asked.emit()

    def _lay_out(self) -> None:
        problem = self._problem
        icon = QLabel()
        icon.setPixmap(self._theme.icon(self._look.icon, self._look.token).pixmap(14, 14))
        word = styled(QLabel(problem.word), "pill")
        word.setProperty("state", self._look.state)
        place = styled(QLabel(problem.place), "mute", "small")
        place.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(icon)
        head.addWidget(word)
        head.addWidget(place, 1)
        message = QLabel(problem.message)
        message.setWordWrap(True)
        message.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(message)
        column.addLayout(self._answers())

    def _answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for which, label in enumerate(self._problem.fixes):
            button = styled(QPushButton(label), "link", name=label)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, which=which: self.fix_asked.emit(which))
            row.addWidget(button)
        row.addStretch()
        accept = styled(QPushButton(tr("Accept this here…")), "link", "quiet-link")
        accept.setAccessibleName(tr("Accept this here: {message}", message=self._problem.message))
        accept.setCursor(Qt.CursorShape.PointingHandCursor)
        accept.clicked.connect(self.accept_asked)
        self.accept_button = accept
        row.addWidget(accept)
        return row


class ProblemsWidget(QWidget):
    """The cards, or that there are none."""

    go_asked = Signal(int)
    fix_asked = Signal(int, int)
    accept_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self._left_out = ""
        self.cards: list[ProblemCard] = []
        self.setAccessibleName(tr("Problems"))
        self.sentence = styled(QLabel(), "mute", "small", name=tr("Number of problems"))
        self.more = styled(QLabel(), "mute", "small", name=tr("Problems that are not listed"))
        self.empty = EmptyState(tr("No problems found"), tr("Every field reads as it should."))
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
        self._fill()

    def show_accepted(self, accepted: Sequence[Accepted]) -> None:
        """List what was accepted, folded."""
        self.accepted.show_accepted(accepted)

    def show_summary(self, text: str) -> None:
        """Say how many there are."""
        self.sentence.setText(text)

    def _fill(self) -> None:
        focused = next((n for n, card in enumerate(self.cards) if _has_focus(card)), None)
        old, self.cards = self.cards, []
        for number, problem in enumerate(self._problems):
            self.cards.append(self._card(number, problem))
            self._column.insertWidget(number, self.cards[-1])
            # At once, since a widget that is not shown yet cannot take the focus below.
            self.cards[-1].show()
        for card in old:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.more.setText(self._left_out)
        self.more.setVisible(bool(self._left_out))
        self._pages.setCurrentIndex(1 if self.cards else 0)
        self.setFocusProxy(self.cards[0] if self.cards else self.empty)
        if focused is not None and self.cards:
            self.cards[min(focused, len(self.cards) - 1)].setFocus()

    def _card(self, number: int, problem: Problem) -> ProblemCard:
        card = ProblemCard(problem, self._theme)
        card.go_asked.connect(lambda: self.go_asked.emit(number))
        card.fix_asked.connect(lambda which: self.fix_asked.emit(number, which))
        card.accept_asked.connect(lambda: self.accept_asked.emit(number))
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
        self.sentence.setContentsMargins(18, 0, 18, 0)
        column.addWidget(self.sentence)
        column.addWidget(self._area, 1)
        return page


def _has_focus(card: ProblemCard) -> bool:
    return card.hasFocus() or any(button.hasFocus() for button in card.findChildren(QPushButton))
