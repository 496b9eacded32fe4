"""The Schema view: a dialog with pages for fields, for what stands out, and for notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.panels.schema.drift_view import DriftView
from reviewer.ui.panels.schema.fields_view import FieldsView
from reviewer.ui.panels.schema.notices_view import NoticesView
from reviewer.ui.texts import tr
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from reviewer.schema.drift import Drift
    from reviewer.ui.panels.schema.lines import FieldLine, Inspected, NoticeGroup, TypeLine
    from reviewer.ui.theme.theme import Theme

SIZE = QSize(1300, 780)
MARGIN = QSize(48, 40)
"""How much of the window stays in sight around the dialog."""
FIELDS, DRIFT, NOTICES = "fields", "drift", "notices"


class SchemaDialog(QDialog):
    """Shows what the presenter tells; ``leave_asked`` when the editor wants to close it."""

    save_asked = Signal()
    discard_asked = Signal()
    take_back_asked = Signal()
    leave_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What posts have"))
        self.setAccessibleName(tr("What posts have"))
        self.setModal(True)
        self.resize(SIZE.boundedTo(parent.window().size() - MARGIN) if parent else SIZE)
        self.fields = FieldsView(theme)
        self.drift = DriftView()
        self.notices = NoticesView(theme)
        pages = {FIELDS: self.fields, DRIFT: self.drift, NOTICES: self.notices}
        self.pages = SegmentedControl([(key, _title(key, 0)) for key in pages], tr("Pages"))
        self._stack = QStackedWidget()
        for page in pages.values():
            self._stack.addWidget(page)
        self.state = styled(QLabel(), "small", "mute", name=tr("Whether everything is saved"))
        self.save = styled(QPushButton(tr("Save")), "primary", name=tr("Save"))
        self.save.setToolTip(tr("Write the changes to reviewer.yml (Ctrl+S)"))
        self.save.setShortcut("Ctrl+S")
        self.discard = styled(QPushButton(tr("Discard")), name=tr("Discard the changes"))
        self.take_back = styled(QPushButton(tr("Undo the last save")), "link")
        self.leave = styled(QPushButton(tr("Close")), name=tr("Close"))
        self._place()
        self.pages.chosen.connect(lambda key: self._stack.setCurrentWidget(pages[key]))
        self.pages.choose(FIELDS)
        self.save.clicked.connect(self.save_asked)
        self.discard.clicked.connect(self.discard_asked)
        self.take_back.clicked.connect(self.take_back_asked)
        self.leave.clicked.connect(self.leave_asked)
        self.fields.fields.setFocus()

    # What the presenter tells

    def show_types(self, types: Sequence[TypeLine], current: int) -> None:
        """List the content types."""
        self.fields.show_types(types, current)

    def show_fields(self, fields: Sequence[FieldLine], current: int) -> None:
        """List the fields of the chosen type."""
        self.fields.show_fields(fields, current)

    def show_field(self, field: Inspected | None) -> None:
        """Show all that can be said of the chosen field."""
        self.fields.inspector.show_field(field)

    def show_drift(self, outliers: Sequence[Drift], answers: Sequence[str]) -> None:
        """List what stands out."""
        self.pages.rename(DRIFT, _title(DRIFT, len(outliers)))
        self.drift.show_drift(outliers, answers)

    def show_notices(self, groups: Sequence[NoticeGroup]) -> None:
        """List what is wrong with the configurations, or has no effect."""
        self.pages.rename(NOTICES, _title(NOTICES, len(groups)))
        self.notices.show_notices(groups)

    def show_state(self, text: str, *, changed: bool, can_take_back: bool) -> None:
        """Say whether everything is saved."""
        self.state.setText(text)
        self.save.setEnabled(changed)
        self.discard.setVisible(changed)
        self.take_back.setVisible(can_take_back)

    # What Qt tells

    def reject(self) -> None:
        """Escape asks to leave, since something may not be saved."""
        self.leave_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is typed; a dialog of Qt would press some button as well."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """So does the cross of the window."""
        event.ignore()
        self.leave_asked.emit()

    def _place(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.pages)
        above.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.state)
        below.addWidget(self.take_back)
        below.addStretch(1)
        for button in (self.leave, self.discard, self.save):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 12)
        column.setSpacing(10)
        column.addLayout(above)
        column.addWidget(self._stack, 1)
        column.addLayout(below)


def _title(page: str, count: int) -> str:
    titles = {FIELDS: tr("Fields"), DRIFT: tr("What stands out"), NOTICES: tr("Notices")}
    return f"{titles[page]} {count:,}" if count else titles[page]
