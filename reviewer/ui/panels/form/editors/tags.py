"""Short values side by side: chips to take away, a line to add to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reviewer.ui.panels.form.boxes import Box, FieldLine, small_button
from reviewer.ui.panels.form.editors.base import Editor, describe, dress_box
from reviewer.ui.panels.form.intents import Chosen, Inserted, Moved, Removed
from reviewer.ui.panels.form.suggestions import Suggestions
from reviewer.ui.texts import tr
from reviewer.ui.widgets.flow_layout import FlowLayout
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row
    from reviewer.ui.theme.theme import Theme


TYPING_WIDTH = 120


class Chip(QFrame):
    """One value; it takes the keyboard: Delete removes, Enter edits, arrows go or move."""

    removed = Signal()
    edited = Signal()
    stepped = Signal(int, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        styled(self, "field-chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.label = styled(QLabel(), "chip-text")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.cross = small_button(theme, "x", tr("Remove"))
        self.cross.clicked.connect(self.removed)
        line = QHBoxLayout(self)
        line.setContentsMargins(7, 1, 2, 1)
        line.setSpacing(2)
        line.addWidget(self.label)
        line.addWidget(self.cross)

    def show_text(self, text: str, *, fixed: bool) -> None:
        """Show a value; ``fixed`` ones cannot be taken away."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.cross.setAccessibleName(tr("Remove {tag}", tag=text))
        self.cross.setVisible(not fixed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        self.edited.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The chip's own keys; Tab and the rest go on."""
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edited.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            moves = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.stepped.emit(-1 if key == Qt.Key.Key_Left else 1, moves)
        else:
            super().keyPressEvent(event)


class TagLine(FieldLine):
    """The line behind the chips: Enter, a comma or leaving takes over what is typed."""

    finished = Signal()
    back = Signal()

    def sizeHint(self) -> QSize:
        """Next to nothing while nobody types: it would only take a line of its own."""
        used = self.hasFocus() or self.text() or self.placeholderText()
        return QSize(TYPING_WIDTH if used else 8, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As small as it can be."""
        return QSize(8, super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Room to type."""
        super().focusInEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that end a tag, and the way back to the chips."""
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma) and self.text():
            self.finished.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and at_start:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A tag that was typed and not ended is still meant."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.text().strip():
            self.finished.emit()
        self.updateGeometry()


class TagsEditor(Editor):
    """Chips and a line in one box."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.chips: list[Chip] = []
        self._editing: int | None = None
        self.line = styled(TagLine(), "bare", "tag-line")
        self.suggestions = Suggestions(self.line, kit.theme)
        self.box = Box()
        self._flow = FlowLayout(spacing=4)
        self._flow.setContentsMargins(0, 2, 0, 2)
        holder = QWidget()
        holder.setLayout(self._flow)
        self._flow.addWidget(self.line)
        self.box.add(holder, 1)
        self.box.lead_to(self.line)
        self.column.addWidget(self.box)
        self.line.finished.connect(self._take)
        self.line.back.connect(self._go_back)
        self.line.more.connect(self.suggestions.show_all)
        self.suggestions.activated.connect(self._take_text)

    def fill(self, row: Row, typing: Path | None) -> None:
        """One chip for each value; what is being typed stays."""
        values = row.value if isinstance(row.value, list) else []
        while len(self.chips) < len(values):
            self._add_chip()
        while len(self.chips) > len(values):
            self._drop_chip()
        for chip, value in zip(self.chips, values, strict=True):
            chip.show_text(_shown(value), fixed=bool(row.read_only))

    def dress(self, row: Row) -> None:
        """Frame, completion, and whether anything can be added."""
        dress_box(self.box, row)
        describe(self.line, row)
        self.suggestions.show_choices(row.choices)
        self.line.setPlaceholderText(row.placeholder or ("" if self.chips else tr("Add a tag")))
        self.line.setVisible(not row.read_only)

    def reset(self) -> None:
        """A tag that was begun belongs to the post before."""
        super().reset()
        self._editing = None
        self.line.clear()

    def chain(self) -> list[QWidget]:
        """The line first, for that is where one types; the chips before it by arrow keys."""
        return [self.line, *self.chips] if not self.chips else [*self.chips, self.line]

    def _add_chip(self) -> None:
        chip = Chip(self.kit.theme)
        chip.removed.connect(lambda: self._remove(chip))
        chip.edited.connect(lambda: self._edit(chip))
        chip.stepped.connect(lambda step, moves: self._step(chip, step, moves))
        self._flow.insertWidget(len(self.chips), chip)
        self.chips.append(chip)

    def _drop_chip(self) -> None:
        chip = self.chips.pop()
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _take(self) -> None:
        self._take_text(self.line.text())

    def _take_text(self, text: str) -> None:
        editing, self._editing = self._editing, None
        self.line.clear()
        if self.row is None or not text.strip():
            return
        value = self._value(text.strip())
        if editing is not None and editing < len(self.chips):
            self.kit.send(Chosen((*self.path, editing), value))
        elif value not in (self.row.value or []):
            self.kit.send(Inserted(self.path, len(self.chips), value))

    def _value(self, text: str) -> Any:
        choices = self.row.choices if self.row else ()
        return next((choice.value for choice in choices if choice.text == text), text)

    def _remove(self, chip: Chip) -> None:
        if self.row is None or self.row.read_only:
            return
        index = self.chips.index(chip)
        self._focus(index - 1 if index else 1)
        self.kit.send(Removed(self.path, index))

    def _edit(self, chip: Chip) -> None:
        if self.row is None or self.row.read_only:
            return
        self._editing = self.chips.index(chip)
        self.line.setText(chip.label.text())
        self.line.selectAll()
        self.line.setFocus()

    def _step(self, chip: Chip, step: int, moves: bool) -> None:
        index = self.chips.index(chip)
        target = index + step
        if moves and 0 <= target < len(self.chips) and self.row and not self.row.read_only:
            self.kit.send(Moved(self.path, index, target))
        self._focus(target)

    def _go_back(self) -> None:
        self._focus(len(self.chips) - 1)

    def _focus(self, index: int) -> None:
        """Focus the chip at ``index``; behind the last one stands the line."""
        if index >= len(self.chips) or not self.chips:
            self.line.setFocus()
        else:
            self.chips[max(index, 0)].setFocus(Qt.FocusReason.TabFocusReason)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)
