"""The frame around what is typed, and the two text inputs that stand in it.

Qt's inputs undo for themselves and scroll by wheel; these leave undo to the
post's one history and the wheel to the form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QMoveEvent, QResizeEvent, QWheelEvent

    from reviewer.ui.theme.theme import Theme

LONGEST = 1_000_000
"""Characters that a line takes; Qt's own limit would cut a long value silently."""
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_history(event: QKeyEvent) -> bool:
    """Whether a key press means undo or redo."""
    return any(event.matches(key) for key in _HISTORY)


def _claims_history(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and is_history(event)


def _with_alt(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def open_text_menu(text: QLineEdit | QPlainTextEdit, event: QContextMenuEvent) -> None:
    """Qt's menu of a text without its undo and redo, which know nothing of the post's history."""
    menu = text.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    while menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    menu.popup(event.globalPos())


class Box(QFrame):
    """The rounded frame of a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bare = False
        styled(self, "field-box")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(9, 1, 5, 1)
        self._row.setSpacing(4)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a part into the frame, behind those that are there."""
        self._row.addWidget(widget, stretch)

    def add_first(self, widget: QWidget) -> None:
        """Put a part into the frame, before those that are there."""
        self._row.insertWidget(0, widget)

    def lead_to(self, widget: QWidget) -> None:
        """A click anywhere in the frame is meant for this input."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(widget)

    def become_bare(self) -> None:
        """Draw no frame from now on: something around it does."""
        self.bare = True
        styled(self, "bare-box")
        self._row.setContentsMargins(0, 0, 0, 0)

    def set_tone(self, state: str, *, empty: bool) -> None:
        """``state`` is "error", "warning" or ""; ``empty`` draws the frame dashed."""
        mark(self, "state", state)
        mark(self, "empty", "true" if empty else "false")

    def set_focused(self, focused: bool) -> None:
        """Draw the frame as the one that has the keyboard."""
        mark(self, "focused", "true" if focused else "false")

    @property
    def focused(self) -> bool:
        """Whether the frame is drawn as the one that has the keyboard."""
        return self.property("focused") == "true"

    def moveEvent(self, event: QMoveEvent) -> None:
        """The ring around the frame is drawn by the row: it moves along."""
        super().moveEvent(event)
        self._redraw_ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring around the frame is drawn by the row: it grows along."""
        super().resizeEvent(event)
        self._redraw_ring()

    def _redraw_ring(self) -> None:
        if self.focused:
            self.window().update()


class FieldLine(QLineEdit):
    """A line of text in a box."""

    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bare")
        self.setMaxLength(LONGEST)
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show ``text`` without telling, the caret where it was as far as may be."""
        if self.text() == text:
            return
        caret = self.cursorPosition()
        with QSignalBlocker(self):
            self.setText(text)
        self.setCursorPosition(min(caret, len(text)) if self.hasFocus() else 0)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows make it narrow."""
        return QSize(24, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Undo and redo belong to the post: they are not claimed here."""
        if isinstance(event, QKeyEvent) and _claims_history(event):
            event.ignore()
            return False
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key asks for the field's menu, the right button for the text's."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            event.ignore()
        else:
            open_text_menu(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down asks for the list of values; undo and redo are passed on."""
        if is_history(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Down and not _with_alt(event):
            self.more.emit()
        else:
            super().keyPressEvent(event)


class GrowingText(QPlainTextEdit):
    """Plain text of several lines that is as high as its content."""

    typed = Signal(str)
    entered = Signal()
    emptied = Signal()
    pointed_at = Signal()
    """A double click on the text."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent)
        styled(self, "bare")
        self.takes_enter = True
        self._lines = lines
        self._shown = ""
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._on_change)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def raw(self) -> str:
        """The text with every character it was given: ``toPlainText`` turns NBSP into blanks."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, text: str) -> None:
        """Show ``text`` without telling, the caret where it was as far as may be."""
        if self._shown == text and self.raw == text:
            return
        caret = self.textCursor().position()
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._shown = self.raw
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._fit()

    def caret_to_end(self) -> None:
        """Put the caret behind the last character."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, as usual, and tell."""
        super().mouseDoubleClickEvent(event)
        self.pointed_at.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form scrolls, never the text in it."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other line breaks."""
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A selection that nobody can see any more would be typed over later."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Undo and redo belong to the post: they are not claimed here."""
        if isinstance(event, QKeyEvent) and _claims_history(event):
            event.ignore()
            return False
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key asks for the field's menu, the right button for the text's."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            event.ignore()
        else:
            open_text_menu(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes a line or tells; undo and redo are passed on."""
        if is_history(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        elif event.key() == Qt.Key.Key_Backspace and not self.raw:
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif self.takes_enter or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Qt's own Shift+Enter would put a line separator, U+2028, into the text.
            if not self.isReadOnly():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
        else:
            self.entered.emit()

    def _on_change(self) -> None:
        now = self.raw
        if now != self._shown:
            self._shown = now
            self.typed.emit(now)

    def _fit(self) -> None:
        block = self.document().firstBlock()
        height = 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        least = self._lines * self.fontMetrics().lineSpacing()
        margins = self.contentsMargins()
        inner = max(height, least) + 2 * self.document().documentMargin()
        wanted = round(inner) + margins.top() + margins.bottom()
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)


def small_button(theme: Theme, icon: str, name: str) -> QToolButton:
    """A button with an icon, for the mouse; the keyboard has another way to the same."""
    button = styled(QToolButton(), "field-button", name=name)
    button.setIcon(theme.icon(icon, "mute"))
    button.setIconSize(QSize(14, 14))
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
