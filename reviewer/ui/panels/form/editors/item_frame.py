"""One item of a list: what it is dragged by, its editor, and the cross that takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from reviewer.ui.panels.form.boxes import Box, small_button
from reviewer.ui.panels.form.editors.base import dress_box
from reviewer.ui.panels.form.intents import MenuAsked
from reviewer.ui.panels.form.messages import MessageList
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row
    from reviewer.ui.theme.theme import Theme


class Handle(QToolButton):
    """What an item is dragged by."""

    dragged = Signal(QPoint, QPoint)
    """Taken hold of here, is there now; both on the screen."""
    dropped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        styled(self, "field-button", name=tr("Drag to move; or Alt+Up and Alt+Down"))
        self.setIcon(theme.icon("grip-vertical", "faint"))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps the item will be dragged."""
        super().mousePressEvent(event)
        self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The item is on its way once the mouse has gone far enough to mean it."""
        at = event.globalPosition().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far or self.cursor().shape() == Qt.CursorShape.ClosedHandCursor:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.dragged.emit(self._pressed, at)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The item has arrived."""
        super().mouseReleaseEvent(event)
        self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()
        event.accept()


class ItemFrame(Box):
    """One item: handle, editor, cross; messages of its own below the editor."""

    def __init__(self, kit: Kit, key: str) -> None:
        super().__init__()
        self.key = key
        self._kit = kit
        self._path: Path = ()
        self.handle = Handle(kit.theme)
        self.editor = kit.make(key)
        self.editor.set_bare()
        self.messages = MessageList(kit)
        self.editor.column.addWidget(self.messages)
        self.cross = small_button(kit.theme, "x", tr("Remove item"))
        self._row.setContentsMargins(3, 1, 5, 1)
        self.add(self.handle)
        self._row.setAlignment(self.handle, Qt.AlignmentFlag.AlignTop)
        self._lay_out()

    def show_row(self, row: Row, typing: Path | None) -> None:
        """Show an item."""
        self._path = row.path
        self.editor.show_row(row, typing)
        self.messages.show_row(row)
        dress_box(self, row)
        for part in (self.handle, self.cross):
            part.setEnabled(not row.read_only)

    def chain(self) -> list[QWidget]:
        """What takes the keyboard, in order."""
        return self.editor.chain()

    def reach(self) -> None:
        """The keyboard shall go to the item: nothing hides it."""

    def _lay_out(self) -> None:
        """What stands beside the handle."""
        self.add(self.editor, 1)
        self.add(self.cross)
        self._row.setAlignment(self.cross, Qt.AlignmentFlag.AlignTop)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """An item has a menu of its own."""
        at = event.globalPos()
        self._kit.send(MenuAsked(self._path, at.x(), at.y()))
