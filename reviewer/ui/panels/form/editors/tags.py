"""Short values side by side: chips to take away, a line to add to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reviewer.ui.panels.form.boxes import Box, FieldLine, small_button
from reviewer.ui.panels.form.editors.base import Editor, describe, dress_box
from reviewer.ui.panels.form.intents import Moved, Removed, Sought, TypedItem
from reviewer.ui.panels.form.suggestions import Suggestions
from reviewer.ui.panels.form.typed import label_for
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
    """The line among the chips: Enter, a comma or leaving ends what is typed."""

    finished = Signal()
    cancelled = Signal()
    back = Signal()

    def sizeHint(self) -> QSize:
        """Next to nothing while nobody types: it would only take a line of its own."""
        used = self.hasFocus() or self.text() or self.placeholderText()
        text = self.fontMetrics().horizontalAdvance(self.text()) + 24
        return QSize(max(TYPING_WIDTH, text) if used else 8, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As small as it can be."""
        return QSize(8, super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Room to type."""
        super().focusInEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that end a tag or take it back, and the way back to the chips."""
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma) and self.text():
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and at_start:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A tag that was typed and not ended is ended; another window is no end."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self.finished.emit()
        self.updateGeometry()


class TagsEditor(Editor):
    """Chips and a line in one box.

    What is typed in the line is an item of the post from its first character
    on, so that saving or going elsewhere cannot lose it; its chip shows once
    the item is ended.
    """

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.chips: list[Chip] = []
        self._editing: int | None = None
        self._is_new = True
        self._asked = False
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
        self._connect()

    def fill(self, row: Row, typing: Path | None) -> None:
        """One chip for each value but the one in the line; what is being typed stays."""
        values = _items(row)
        if self._editing is not None and typing != (*row.path, self._editing):
            self._look_again(values, self._editing)
        while len(self.chips) < len(values):
            self._add_chip()
        while len(self.chips) > len(values):
            self._drop_chip()
        for index, (chip, value) in enumerate(zip(self.chips, values, strict=True)):
            chip.show_text(
                label_for(row.choices, value) or _shown(value), fixed=bool(row.read_only)
            )
            chip.setVisible(index != self._editing)
        self._place_line()

    def dress(self, row: Row) -> None:
        """Frame, completion, and whether anything can be added."""
        dress_box(self.box, row)
        describe(self.line, row)
        self.suggestions.show_choices(row.choices)
        self.line.setPlaceholderText(row.placeholder or ("" if self.chips else tr("Add one")))
        self.line.setVisible(not row.read_only)

    def reset(self) -> None:
        """The tag in the line belongs to the post before, and is there."""
        super().reset()
        self._editing, self._is_new, self._asked = None, True, False
        self.line.clear()

    def chain(self) -> list[QWidget]:
        """The chips that show, then the line."""
        return [*(chip for chip in self.chips if not chip.isHidden()), self.line]

    def input_at(self, path: Path) -> QWidget:
        """One goes to the tags to type one; to a single tag to see it."""
        index = path[len(self.path)] if len(path) > len(self.path) else -1
        single = isinstance(index, int) and 0 <= index < len(self.chips)
        return self.chips[index] if single else self.chain()[0 if self.chips else -1]

    def leave(self) -> None:
        """What was typed is ended."""
        self._take()
        super().leave()

    # Chips

    def _connect(self) -> None:
        self.line.textEdited.connect(self._on_edit)
        self.line.finished.connect(self._take)
        self.line.cancelled.connect(self._cancel)
        self.line.back.connect(lambda: self._focus(self._place() - 1))
        self.line.more.connect(self.suggestions.show_all)
        self.suggestions.activated.connect(self._pick)

    def _add_chip(self) -> None:
        chip = Chip(self.kit.theme)
        chip.removed.connect(lambda: self._remove(chip))
        chip.edited.connect(lambda: self._edit(chip))
        chip.stepped.connect(lambda step, moves: self._step(chip, step, moves))
        self._flow.addWidget(chip)
        self.chips.append(chip)

    def _drop_chip(self) -> None:
        chip = self.chips.pop()
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _remove(self, chip: Chip) -> None:
        if self.row is None or self.row.read_only:
            return
        index = self.chips.index(chip)
        self._focus(index - 1 if index else 1)
        self.kit.send(Removed(self.path, index))

    def _step(self, chip: Chip, step: int, moves: bool) -> None:
        index = self.chips.index(chip)
        target = index + step
        if moves and 0 <= target < len(self.chips) and self.row and not self.row.read_only:
            self.kit.send(Moved(self.path, index, target))
        self._focus(target)

    def _focus(self, index: int) -> None:
        """Focus the chip at ``index``; behind the last one stands the line."""
        if index >= len(self.chips) or not self.chips:
            self.line.setFocus()
        else:
            self.chips[max(index, 0)].setFocus(Qt.FocusReason.TabFocusReason)

    # The line

    def _edit(self, chip: Chip) -> None:
        """Put a chip's value into the line, which takes the chip's place."""
        if self.row is None or self.row.read_only:
            return
        self.line.setFocus()
        self._take()
        self._editing, self._is_new = self.chips.index(chip), False
        self.line.setText(chip.label.text())
        self.fill(self.row, (*self.path, self._editing))
        self.line.selectAll()

    def _on_edit(self, text: str) -> None:
        if self._is_new and "," in text:  # a comma key ends the tag: these were pasted
            *whole, text = text.split(",")
            for part in whole:
                self._pick(part)
            self.line.setText(text.lstrip())
        self._editing = self._place()
        self.kit.send(TypedItem(self.path, self._editing, text))
        if not self._asked:
            self._asked = True
            self.kit.send(Sought(self.path, text))
        self.line.updateGeometry()

    def _take(self) -> None:
        """The line is done with; a value that is marked in the list stands in it untyped."""
        if self.line.text().strip():
            self._pick(self.line.text())
        else:
            self._finish()

    def _pick(self, text: str) -> None:
        """``text`` is what is meant, and that is all of it."""
        self._editing = self._place()
        self.kit.send(TypedItem(self.path, self._editing, text))
        self._finish()

    def _cancel(self) -> None:
        if self._editing is not None:
            self.kit.send(TypedItem(self.path, self._editing, ""))
        self._finish()

    def _finish(self) -> None:
        """Show the chip of what was typed; the line is for the next one."""
        self._editing, self._is_new = None, True
        self.suggestions.hide()
        self.line.clear()
        if self.row is not None:
            self.fill(self.row, None)

    def _look_again(self, values: list[Any], index: int) -> None:
        """The post has changed elsewhere: the line shows the item as it is now."""
        begun = self.line.text().strip()
        if index < len(values):
            if begun != _shown(values[index]):
                self.line.setText(_shown(values[index]))
        elif begun not in map(_shown, values):
            self._editing, self._is_new = None, True
            self.line.clear()

    def _place(self) -> int:
        return len(self.chips) if self._editing is None else self._editing

    def _place_line(self) -> None:
        place = min(self._place(), len(self.chips))
        if self._flow.indexOf(self.line) != place:
            self._flow.removeWidget(self.line)
            self._flow.insertWidget(place, self.line)


def _items(row: Row) -> list[Any]:
    return row.value if isinstance(row.value, list) else []


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)
