"""The card that offers a repair of broken front matter: why, old and new lines, one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from reviewer.ui.panels.changes.view import ChangesList
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from reviewer.ui.panels.raw.repair_presenter import Offer
    from reviewer.ui.theme.theme import Theme


class RepairCard(QFrame):
    """Hidden while there is nothing to offer."""

    use_asked = Signal()
    next_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        styled(self, "card", name=tr("Suggested repair"))
        self.title = styled(QLabel(), "strong")
        self.count = styled(QLabel(), "mute", "small")
        self.causes = styled(QLabel(), "mute")
        for label in (self.title, self.causes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.lines = ChangesList(theme, name=tr("Lines before and after the repair"))
        self.use = styled(QPushButton(tr("Use this")), "primary", name=tr("Use this repair"))
        self.next = styled(QPushButton(tr("Next proposal")), name=tr("Show the next proposal"))
        self.use.clicked.connect(self.use_asked)
        self.next.clicked.connect(self.next_asked)
        self._lay_out()
        self.hide()

    def show_offer(self, offer: Offer | None) -> None:
        """Offer a repair, or none."""
        self.setVisible(offer is not None)
        if offer is None:
            return
        self.title.setText(offer.doing)
        self.causes.setText("\n".join(offer.causes))
        self.causes.setVisible(bool(offer.causes))
        self.count.setText(tr("{n} of {count}", n=offer.number, count=offer.count))
        self.lines.show_rows(offer.rows)
        for widget in (self.count, self.next):
            widget.setVisible(offer.count > 1)
        self.setAccessibleDescription(f"{offer.doing}. {' '.join(offer.causes)}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addWidget(self.use)
        buttons.addWidget(self.next)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.causes)
        column.addWidget(self.lines)
        column.addLayout(buttons)
