"""One field: its label, what stands beside the label, its editor, and messages below."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reviewer.ui.panels.form.addresses import is_web_address
from reviewer.ui.panels.form.boxes import Box, small_button
from reviewer.ui.panels.form.intents import Chosen, MenuAsked, Reverted, Visited
from reviewer.ui.panels.form.messages import MessageList
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QPaintEvent

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row

LEFT, RIGHT = 9, 3
"""Room at the sides, for the bar of a changed field and the ring of a focused one."""
RING = 3
ROOM = 17
"""Characters about the old value that stand beside the label of a narrow field."""


class FieldRow(QWidget):
    """The field around an editor of one sort; it is used again for other fields of that sort."""

    def __init__(self, kit: Kit, editor: str) -> None:
        super().__init__()
        self._kit = kit
        self.key = editor
        self.row: Row | None = None
        self.editor = kit.make(editor)
        self.label = styled(QLabel(), "field-label")
        self.note = styled(QLabel(), "field-note")
        self.menu = small_button(kit.theme, "ellipsis", tr("What can be done with this field"))
        styled(self.menu, "field-menu")
        self.messages = MessageList(kit)
        self._flash = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self._connect()

    def show_row(self, row: Row, typing: Path | None = None) -> None:
        """Show ``row``; nothing is done where it is the one that is shown already."""
        if row == self.row:
            return
        self.row = row
        self.editor.show_row(row, typing)
        self._show_label(row)
        self._show_note(row)
        self.messages.show_row(row)
        self.update()

    def refill(self) -> None:
        """Show the row's value again, whatever stands in the input."""
        if self.row is not None:
            self.editor.show_row(self.row)

    def reset(self) -> None:
        """Forget what was shown: the next row is of another post."""
        self.row = None
        self.editor.reset()

    def chain(self) -> list[QWidget]:
        """What takes the keyboard, in order."""
        return [*self.editor.chain(), *self.messages.chain()]

    def ask_menu(self) -> None:
        """Open the field's menu below its label."""
        if self.row is not None:
            at = self.mapToGlobal(QPoint(LEFT, self.label.height() + 2))
            self._kit.send(MenuAsked(self.row.path, at.x(), at.y()))

    def flash(self, strength: float) -> None:
        """Light the field up, 1 fully, 0 not at all."""
        self._flash = strength
        self.update()

    # Qt

    def enterEvent(self, event: QEnterEvent) -> None:
        """The menu button shows while the mouse is here."""
        self.menu.show()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """And goes with it."""
        self.menu.hide()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click beside the input, or the menu key anywhere in the field."""
        if self.row is not None:
            at = event.globalPos()
            self._kit.send(MenuAsked(self.row.path, at.x(), at.y()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar of a changed field, the ring around the focused box, the flash."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._flash > 0:
            self._paint_flash(painter)
        if self.row is not None and self.row.changed:
            place = self.editor.geometry()
            painter.setBrush(self._kit.theme.colour("accent"))
            painter.drawRoundedRect(QRect(0, place.top(), 3, place.height()), 1.5, 1.5)
        for box in self._own_boxes():
            painter.setBrush(self._kit.theme.colour("accent-bg"))
            corner = box.mapTo(self, QPoint(0, 0))
            area = QRect(corner, box.size()).adjusted(-RING, -RING, RING, RING)
            painter.drawRoundedRect(area, 8, 8)

    def _paint_flash(self, painter: QPainter) -> None:
        colour = self._kit.theme.colour("accent-bg")
        colour.setAlphaF(self._flash)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.rect().adjusted(4, 0, 0, 0), 8, 8)

    def _own_boxes(self) -> list[Box]:
        return [box for box in self.editor.findChildren(Box) if box.focused]

    # Behind the scenes

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT, 0, RIGHT, 4)
        column.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.label)
        line.addWidget(self.menu)
        line.addStretch(1)
        line.addWidget(self.note)
        self.label.setMinimumSize(20, 18)
        self.note.setMinimumWidth(20)
        self.menu.setFixedSize(18, 18)
        self.menu.hide()
        column.addLayout(line)
        column.addWidget(self.editor)
        column.addWidget(self.messages)

    def _connect(self) -> None:
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setTextFormat(Qt.TextFormat.RichText)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.note.linkActivated.connect(self._on_link)
        self.menu.clicked.connect(self.ask_menu)

    def _show_label(self, row: Row) -> None:
        self.label.setText(tr("{label} *", label=row.label) if row.required else row.label)
        self.label.setToolTip(row.help)
        self.label.setBuddy(self.editor.chain()[0])
        self.menu.setAccessibleName(tr("What can be done with {label}", label=row.label))

    def _show_note(self, row: Row) -> None:
        parts = [escape(part) for part in (row.note, row.counter) if part]
        if row.editor == "url" and is_web_address(row.text):
            parts.append(self._link("visit", tr("opens in browser ↗"), quiet=True))
        if row.changed:
            revert = self._link("revert", tr("revert"))
            told = not row.half or len(row.was) <= ROOM
            parts.insert(0, f"{escape(row.was)} · {revert}" if told else revert)
        elif row.waits:
            parts.insert(0, self._link("revert", tr("discard")))
        elif row.offer:
            parts.append(self._link("offer", row.offer))
        self.note.setToolTip(row.was)
        self.note.setText(" · ".join(parts))
        self.note.setVisible(bool(parts))

    def _link(self, target: str, text: str, *, quiet: bool = False) -> str:
        colour = self._kit.theme.value("mute" if quiet else "accent")
        return f'<a href="{target}" style="color:{colour};text-decoration:none">{escape(text)}</a>'

    def _on_link(self, target: str) -> None:
        if self.row is None:
            return
        if target == "revert":
            self._kit.send(Reverted(self.row.path))
        elif target == "offer":
            self._kit.send(Chosen(self.row.path, self.row.offered))
        else:
            self._kit.send(Visited(self.row.path, self.row.text))
