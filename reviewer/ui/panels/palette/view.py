"""The palette: a line to type in and what was found, over the middle of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
)

from reviewer.ui.actions.qt_actions import shown_shortcut
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from reviewer.ui.panels.palette.presenter import Hit
    from reviewer.ui.theme.theme import Theme

WIDTH = 560
TOP = 8
LINE = 32
SHOWN = 11
SIDE = 12
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
HIT = Qt.ItemDataRole.UserRole


def _ink(hit: Hit) -> str:
    if not hit.enabled:
        return "faint"
    return "mute" if hit.path else "ink"


class HitDelegate(QStyledItemDelegate):
    """A label, and at the right the shortcut as a key."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All lines are as high."""
        return QSize(100, LINE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one hit."""
        hit: Hit = index.data(HIT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("accent-bg"))
        area = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        room = area.width() - self._shortcut(painter, area, hit)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour(_ink(hit)))
        label = painter.fontMetrics().elidedText(hit.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, label)
        painter.restore()

    def _shortcut(self, painter: QPainter, area: QRect, hit: Hit) -> int:
        if not hit.shortcut:
            return 0
        text = shown_shortcut(hit.shortcut)
        painter.setFont(self._theme.font(11))
        width = painter.fontMetrics().horizontalAdvance(text) + 12
        key = QRect(area.right() - width, area.center().y() - 9, width, 19)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(key.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._theme.colour("mute"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, text)
        return width + SIDE


class PaletteView(QFrame):
    """Lies over ``parent``; ``typed`` while the user types, ``picked`` at Enter or a click."""

    typed = Signal(str)
    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        styled(self, "palette", name=tr("Search posts and commands"))
        self._parent = parent
        self._before: QWidget | None = None
        self._waiting = False
        self._picks = False
        self._line = styled(QLineEdit(), "bare", "palette-line", name=tr("Search"))
        self._line.setPlaceholderText(tr("Search posts, or type > for a command"))
        self._list = styled(QListWidget(), "palette-list", name=tr("Found"))
        self._list.setItemDelegate(HitDelegate(theme, self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._line.textChanged.connect(self.typed)
        self._line.installEventFilter(self)
        self._list.itemClicked.connect(self._pick)
        parent.installEventFilter(self)
        self._cast_shadow()
        self.hide()

    def open(self, text: str) -> None:
        """Show the palette with ``text`` typed already."""
        self._before = self.window().focusWidget()
        self._line.setText(text)
        self.typed.emit(text)
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Go, and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show what was found, the first one marked; pick it if the user has not waited for it."""
        self._waiting = False
        self._list.clear()
        for hit in hits:
            item = QListWidgetItem(hit.label)
            item.setData(HIT, hit)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._place()
        if self._picks and not self.isHidden():
            self._pick(self._list.currentItem())

    def wait(self) -> None:
        """What stands there is no answer to what was typed; the answer is on its way."""
        self._waiting = True
        self._picks = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line that mean the list; a click or focus elsewhere closes."""
        if watched is self._line:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event)
            if event.type() == QEvent.Type.FocusOut and self.isVisible():
                self.hide()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick_or_wait()
        elif key in MOVES:
            self._list.keyPressEvent(event)
        else:
            return False
        return True

    def _pick_or_wait(self) -> None:
        if self._waiting:
            self._picks = True
        else:
            self._pick(self._list.currentItem())

    def _pick(self, item: QListWidgetItem | None) -> None:
        hit: Hit | None = item.data(HIT) if item else None
        self._picks = False
        self.close_up()
        if hit is not None:
            self.picked.emit(hit)

    def _place(self) -> None:
        parent = self._parent
        width = min(WIDTH, parent.width() - 40)
        lines = min(self._list.count(), SHOWN)
        height = self._line.sizeHint().height() + lines * LINE + 4
        self.setGeometry((parent.width() - width) // 2, TOP, width, height)

    def _cast_shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
