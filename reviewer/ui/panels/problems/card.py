"""One finding as a card: what and where, buttons that mend it, and on demand why it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from reviewer.ui.texts import tr
from reviewer.ui.widgets.flow_layout import FlowLayout
from reviewer.ui.widgets.severity import LOOKS
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from reviewer.ui.panels.problems.presenter import Explained, Problem
    from reviewer.ui.theme.theme import Theme


class ProblemCard(QFrame):
    """A click or Enter goes to the place of the finding; the buttons mend it."""

    go_asked = Signal()
    fix_asked = Signal(int)
    accept_asked = Signal()
    why_asked = Signal()
    ignore_asked = Signal(str, str)
    neighbour_asked = Signal(int)

    def __init__(self, problem: Problem, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.problem = problem
        self._look = LOOKS[problem.severity]
        place = f" ({problem.place})" if problem.place else ""
        styled(self, "card", "problem", name=f"{problem.word}: {problem.message}{place}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("state", self._look.state)
        self.fix_buttons: list[QPushButton] = []
        self.explanation: Explanation | None = None
        self._lay_out()

    def show_explained(self, explained: Explained) -> None:
        """Unfold why this is told, or fold it up."""
        if self.explanation is None:
            self.explanation = Explanation(explained)
            self.explanation.ignore_asked.connect(self.ignore_asked)
            self._column.addWidget(self.explanation)
        self.explanation.show()
        self.why_button.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place, the arrows to the neighbours."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and plain:
            self.go_asked.emit()
        elif event.key() in steps and plain:
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
        message = QLabel(self.problem.message)
        message.setWordWrap(True)
        message.setTextFormat(Qt.TextFormat.PlainText)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(5)
        column.addLayout(self._head())
        column.addWidget(message)
        column.addLayout(self._answers())

    def _head(self) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(self._theme.icon(self._look.icon, self._look.token).pixmap(14, 14))
        word = styled(QLabel(self.problem.word), "pill")
        word.setProperty("state", self._look.state)
        place = styled(QLabel(self.problem.place), "mute", "small")
        place.setTextFormat(Qt.TextFormat.PlainText)
        code = styled(QLabel(self.problem.code), "faint", "small", name=tr("Rule"))
        code.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(icon)
        head.addWidget(word)
        head.addWidget(place, 1)
        head.addWidget(code)
        return head

    def _answers(self) -> FlowLayout:
        row = FlowLayout(spacing=12)
        for which, label in enumerate(self.problem.fixes):
            button = _link(label)
            button.clicked.connect(lambda _=False, which=which: self.fix_asked.emit(which))
            self.fix_buttons.append(button)
        self.go_button = _link(self.problem.go)
        self.go_button.clicked.connect(self.go_asked)
        self.why_button = _link(tr("Why?"), "quiet-link")
        self.why_button.clicked.connect(self.why_asked)
        self.accept_button = _link(tr("Accept this here…"), "quiet-link")
        name = tr("Accept this here: {message}", message=self.problem.message)
        self.accept_button.setAccessibleName(name)
        self.accept_button.clicked.connect(self.accept_asked)
        go = (self.go_button,) if self.problem.go else ()
        for each in (*self.fix_buttons, *go, self.why_button, self.accept_button):
            row.addWidget(each)
        return row


class Explanation(QFrame):
    """What a rule looks for, why, an example, and a way to switch it off."""

    ignore_asked = Signal(str, str)

    def __init__(self, explained: Explained) -> None:
        super().__init__()
        styled(self, "explanation", name=tr("Why this is a problem"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(6)
        if explained.name:
            name = styled(QLabel(explained.name), "strong")
            name.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(name)
        column.addWidget(_words(explained.text, "mute"))
        if explained.example:
            column.addWidget(styled(QLabel(tr("For example:")), "mute", "small"))
            column.addWidget(_words(explained.example, "example"))
        self.off = _link(tr("Switch this rule off for the folder…"), "quiet-link")
        self.off.clicked.connect(lambda: self.ignore_asked.emit(explained.code, explained.name))
        if explained.name:
            column.addWidget(self.off, 0, Qt.AlignmentFlag.AlignLeft)


def _link(label: str, *classes: str) -> QPushButton:
    button = styled(QPushButton(label.replace("&", "&&")), "link", *classes, name=label)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _words(text: str, *classes: str) -> QLabel:
    label = styled(QLabel(text), *classes)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
