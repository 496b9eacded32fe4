"""How the sidebar's lines look and answer to mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reviewer.ui.panels.sidebar.model import Index, SidebarModel
    from reviewer.ui.panels.sidebar.presenter import Row
    from reviewer.ui.theme.theme import Theme

LINE = 27
HEADING = 32
FIRST_HEADING = 30
SIDE = 8
GAP = 6
RADIUS = 6


class SidebarDelegate(QStyledItemDelegate):
    """Paints headings and choices."""

    def __init__(self, model: SidebarModel, theme: Theme) -> None:
        super().__init__(model)
        self._model = model
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings stand a little apart."""
        if not self._model.row(index).is_heading:
            return QSize(40, LINE)
        return QSize(40, FIRST_HEADING if index.row() == 0 else HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        row = self._model.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            self._heading(painter, option.rect, row)
        else:
            self._choice(painter, option, row)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.setFont(self._theme.font(11, bold=True))
        painter.setPen(self._theme.colour("faint"))
        area = rect.adjusted(SIDE, 0, -SIDE, -4)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.label)

    def _choice(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, picked=picked)
        painter.setFont(self._theme.font(12 if row.fold else 13, bold=picked))
        metrics = painter.fontMetrics()
        area = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        count = f"{row.count:,}" if row.scope is not None else ""
        room = area.width() - metrics.horizontalAdvance(count) - GAP
        label = metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, room)
        painter.setPen(self._theme.colour(_ink(row, picked=picked)))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        painter.setPen(self._theme.colour("mute" if picked else "faint"))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, picked: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(self._theme.colour("accent") if focused else Qt.PenStyle.NoPen)
        ground = "accent-bg" if picked else "sunk" if hovered else "bg"
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(
            option.rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS
        )


def _ink(row: Row, *, picked: bool) -> str:
    if picked:
        return "accent"
    return "mute" if row.fold else "ink"


class SidebarView(QListView):
    """Tells the row that the user picked."""

    picked = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, model: SidebarModel, theme: Theme) -> None:
        super().__init__()
        styled(self, "sidebar", name=tr("Queues, folders and values"))
        self._model = model
        self.setModel(model)
        self.setItemDelegate(SidebarDelegate(model, theme))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def show_selected(self, row: int) -> None:
        """Mark a row without telling that it was picked."""
        if row < 0:
            self.clearSelection()
            return
        self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys move and pick at once, as the mouse does; a fold waits for Enter."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        after = self.currentIndex()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if enter or (after != before and self._is_choice(after)):
            self._pick(after)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pick(self.indexAt(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a line."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.menu_asked.emit(index.row(), event.globalPos())

    def _is_choice(self, index: QModelIndex) -> bool:
        return index.isValid() and self._model.row(index).scope is not None

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.picked.emit(index.row())
