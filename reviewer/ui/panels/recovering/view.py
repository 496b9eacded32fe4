"""The dialog that offers unsaved work: the posts, what restoring changes, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.panels.changes.view import ChangesList
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.changes.rows import Row
    from reviewer.ui.panels.recovering.presenter import Line, Shown
    from reviewer.ui.theme.theme import Theme

SIZE = QSize(920, 560)
LIST = 340


class RecoveringDialog(QDialog):
    """Shows what the presenter tells, and tells what the editor does."""

    chosen = Signal(int)
    act_asked = Signal()
    all_asked = Signal()
    discard_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Unsaved work"))
        self.setAccessibleName(tr("Unsaved work"))
        self.setModal(True)
        self.resize(SIZE)
        self.posts = styled(QListWidget(), "card", "paths", name=tr("Posts with unsaved work"))
        self.posts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.posts.currentRowChanged.connect(self.chosen)
        self.says = styled(QLabel(), "mute", name=tr("How the file stands"))
        self.says.setWordWrap(True)
        self.diff = ChangesList(theme, name=tr("What restoring changes in the file"))
        self.act = styled(QPushButton(), "primary", name=tr("Restore"))
        self.act.clicked.connect(self.act_asked)
        self.every = styled(QPushButton(tr("Restore all")), name=tr("Restore all"))
        self.every.clicked.connect(self.all_asked)
        self.discard = styled(QPushButton(tr("Discard")), name=tr("Discard this unsaved work"))
        self.discard.clicked.connect(self.discard_asked)
        self.later = styled(QPushButton(tr("Decide later")), name=tr("Decide later"))
        self.later.clicked.connect(self.reject)
        self._place()

    # What the presenter tells

    def show_lines(self, lines: Sequence[Line], chosen: int) -> None:
        """List the posts."""
        with QSignalBlocker(self.posts):
            self.posts.clear()
            for line in lines:
                QListWidgetItem(f"{line.title}\n{line.about}", self.posts).setToolTip(line.path)
            self.posts.setCurrentRow(chosen)
        self.every.setVisible(len(lines) > 1)

    def show_chosen(self, shown: Shown) -> None:
        """Say how the chosen one stands."""
        self.says.setText(shown.says)
        self.act.setText(shown.action)
        self.act.setDefault(True)
        self.every.setEnabled(shown.is_here)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what restoring it would change in its file."""
        self.diff.show_rows(rows)

    def finish(self) -> None:
        """Nothing is left to decide."""
        self.accept()

    # What Qt tells

    def done(self, result: int) -> None:
        """However it closes, the presenter hears of it."""
        super().done(result)
        self.closed.emit()

    # Behind the scenes

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        heading = styled(QLabel(tr("Reviewer ended with unsaved work in these posts.")), "title")
        column.addWidget(heading)
        split = styled(QSplitter(Qt.Orientation.Horizontal), "gap")
        split.setChildrenCollapsible(False)
        split.addWidget(self.posts)
        split.addWidget(self._compared())
        split.setSizes([LIST, SIZE.width() - LIST])
        column.addWidget(split, 1)
        column.addLayout(self._buttons())

    def _compared(self) -> QWidget:
        side = QWidget()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(12, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.says)
        inside.addWidget(self.diff, 1000)
        inside.addStretch(1)
        return side

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.discard)
        row.addStretch(1)
        for button in (self.later, self.every, self.act):
            row.addWidget(button)
        return row
