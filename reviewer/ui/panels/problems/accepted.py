"""What somebody accepted in the post that is shown: a fold below the problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.texts import tr, tr_count
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.problems.presenter import Accepted


class AcceptedList(QFrame):
    """A line that unfolds to what was accepted, why, by whom; hidden where nothing was."""

    back_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Accepted here"))
        self._shown: tuple[Accepted, ...] = ()
        self.fold = styled(QPushButton(), "link", "quiet-link")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self.lines: list[QWidget] = []
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 6, 18, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_accepted(self, accepted: Sequence[Accepted]) -> None:
        """List these."""
        shown = tuple(accepted)
        if shown == self._shown:
            return
        self._shown = shown
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.buttons = []
        self.lines = [self._line(number, each) for number, each in enumerate(shown)]
        for line in self.lines:
            self._column.addWidget(line)
        self.setVisible(bool(shown))
        self._unfold(self.fold.isChecked())

    def _unfold(self, on: bool) -> None:
        text = tr_count("{count} accepted here", "{count} accepted here", len(self._shown))
        self.fold.setText(f"{'▾' if on else '▸'} {text}")
        self.fold.setAccessibleName(text)
        for line in self.lines:
            line.setVisible(on)

    def _line(self, number: int, accepted: Accepted) -> QWidget:
        line = styled(QFrame(), "card", name=f"{accepted.message} {accepted.reason}")
        back = styled(QPushButton(tr("Take back")), "link")
        back.setAccessibleName(tr("Take back: {message}", message=accepted.message))
        back.clicked.connect(lambda: self.back_asked.emit(number))
        self.buttons.append(back)
        reason = tr("“{reason}” {who}", reason=accepted.reason, who=accepted.who)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(ElidedLabel(accepted.message, 2))
        texts.addWidget(styled(ElidedLabel(reason, 3), "small", "mute"))
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 8, 12, 8)
        row.addLayout(texts, 1)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return line
