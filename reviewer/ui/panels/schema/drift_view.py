"""What stands out among the posts: each with its posts, and two answers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.document.operations import spelled
from reviewer.ui.panels.schema import words
from reviewer.ui.texts import tr
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.schema.drift import Drift

MOST = 200
"""Outliers that are listed; with more, the rules are wrong rather than the posts."""
MOST_PATHS = 5


class DriftCard(QFrame):
    """One outlier."""

    rule_asked = Signal()
    fine_asked = Signal()
    post_asked = Signal(str)

    def __init__(self, outlier: Drift, answer: str) -> None:
        super().__init__()
        self._outlier = outlier
        name = f"{spelled(outlier.path)}: {outlier.message}"
        styled(self, "card", "problem", name=name)
        mark(self, "state", "warning")
        self.rule = self._button(tr("Make this a rule"), self.rule_asked, bool(outlier.as_rule))
        self.fine = self._button(tr("This is fine"), self.fine_asked, bool(outlier.as_fine))
        self.answer = styled(QLabel(answer), "small", "strong", name=tr("What will become of it"))
        self.posts = [self._post(path) for path in outlier.paths[:MOST_PATHS]]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(4)
        column.addLayout(self._head())
        message = styled(QLabel(outlier.message))
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setWordWrap(True)
        column.addWidget(message)
        for each in self.posts:
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._answers())

    def _head(self) -> QHBoxLayout:
        outlier = self._outlier
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(styled(QLabel(spelled(outlier.path)), "strong"))
        row.addWidget(styled(QLabel(words.posts(outlier.count)), "pill"))
        row.addWidget(styled(ElidedLabel(outlier.value), "mono"), 1)
        row.addWidget(styled(QLabel(outlier.content_type.label or ""), "small", "mute"))
        return row

    def _answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.rule)
        row.addWidget(self.fine)
        row.addWidget(self.answer)
        row.addStretch(1)
        left = self._outlier.count - len(self.posts)
        if left > 0:
            more = tr("and {posts} more", posts=words.posts(left))
            row.addWidget(styled(QLabel(more), "small", "mute"))
        return row

    def _button(self, text: str, asked: object, can: bool) -> QPushButton:
        button = styled(QPushButton(text), name=f"{text}: {self.accessibleName()}")
        button.setVisible(can)
        button.clicked.connect(asked)
        return button

    def _post(self, path: str) -> QPushButton:
        button = styled(QPushButton(path), "link", name=tr("Open {post}", post=path))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.post_asked.emit(path))
        return button


class DriftView(QStackedWidget):
    """All outliers, or that there are none."""

    rule_asked = Signal(object)
    fine_asked = Signal(object)
    post_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[DriftCard] = []
        self._shown: tuple[tuple[Drift, str], ...] = ()
        self.setAccessibleName(tr("What stands out"))
        self.addWidget(
            EmptyState(tr("Nothing stands out"), tr("All posts are like the others of their sort."))
        )
        self.addWidget(self._list())

    def show_drift(self, outliers: Sequence[Drift], answers: Sequence[str]) -> None:
        """List these, the answers given so far with them."""
        shown = tuple(zip(outliers, answers, strict=True))[:MOST]
        if [each for each, _answer in shown] == [each for each, _answer in self._shown]:
            for card, (_each, answer) in zip(self.cards, shown, strict=True):
                card.answer.setText(answer)
        else:
            self._fill(shown)
        self._shown = shown
        self.setCurrentIndex(1 if shown else 0)

    def _fill(self, shown: tuple[tuple[Drift, str], ...]) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(*each) for each in shown]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)

    def _card(self, outlier: Drift, answer: str) -> DriftCard:
        card = DriftCard(outlier, answer)
        card.rule_asked.connect(lambda: self.rule_asked.emit(outlier))
        card.fine_asked.connect(lambda: self.fine_asked.emit(outlier))
        card.post_asked.connect(self.post_asked)
        return card

    def _list(self) -> QScrollArea:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area
