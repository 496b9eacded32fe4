"""One field with all its attributes, each with where it comes from and a way to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.panels.schema import attributes
from reviewer.ui.panels.schema.attributes import Input
from reviewer.ui.panels.schema.lines import help_of
from reviewer.ui.texts import tr
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

    from reviewer.ui.panels.schema.lines import AttributeLine, Inspected

LONG_HEIGHT, LINES_HEIGHT = 56, 120
NOT_SAID = "–"


class TextBox(QPlainTextEdit):
    """Several lines of text; ``left`` when the keyboard goes elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The text is complete."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab goes on; Ctrl+Enter takes the text as it is."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ChoiceBox(QComboBox):
    """Choices that the wheel does not change while the inspector is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For whoever scrolls."""
        event.ignore()


class AttributeRow(QWidget):
    """One attribute: label, input, and below where it comes from or what is wrong."""

    changed = Signal(str, str)
    reset_asked = Signal(str)

    def __init__(self, line: AttributeLine) -> None:
        super().__init__()
        self.name = line.name
        self._input = line.input
        self.input = self._make(line)
        self.input.setToolTip(help_of(line.name))
        label = styled(QLabel(line.label), "small", "mute")
        label.setBuddy(self.input)
        self.origin = styled(ElidedLabel(), "tiny", "faint")
        self.origin.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.problem = styled(QLabel(), "small")
        self.problem.setWordWrap(True)
        mark(self.problem, "state", "error")
        reset = tr("Reset {attribute}", attribute=line.label)
        self.reset = styled(QPushButton(tr("Reset")), "link", name=reset)
        self.reset.clicked.connect(lambda: self.reset_asked.emit(self.name))
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(label)
        above.addWidget(self.origin, 1)
        above.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(above)
        column.addWidget(self.input)
        column.addWidget(self.problem)
        self.show_line(line)

    def show_line(self, line: AttributeLine) -> None:
        """Show the attribute as it is now; what is being typed wrongly stays."""
        if not line.problem:
            self._put(line.text)
        self.origin.setText(line.origin)
        self.problem.setText(line.problem)
        self.problem.setVisible(bool(line.problem))
        mark(self.input, "state", "error" if line.problem else "")
        described = (line.problem, line.origin, help_of(line.name))
        self.input.setAccessibleDescription(" ".join(part for part in described if part))
        self.reset.setVisible(line.declared or line.changed or bool(line.problem))

    def text(self) -> str:
        """What is typed, or the key that is chosen."""
        if isinstance(self.input, QComboBox):
            return str(self.input.currentData())
        if isinstance(self.input, QPlainTextEdit):
            return self.input.toPlainText()
        return self.input.text()

    def _make(self, line: AttributeLine) -> QComboBox | QPlainTextEdit | QLineEdit:
        if line.input is Input.CHOICE:
            box = styled(ChoiceBox(), name=line.label)
            box.addItem(NOT_SAID, "")
            for key, label in attributes.choices(line.name):
                box.addItem(label, key)
            box.activated.connect(lambda _index: self._tell())
            return box
        if line.input in (Input.LONG, Input.LINES):
            text = styled(TextBox(), name=line.label)
            text.setTabChangesFocus(True)
            is_short = line.input is Input.LONG or not line.text
            text.setFixedHeight(LONG_HEIGHT if is_short else LINES_HEIGHT)
            text.left.connect(self._tell)
            return text
        edit = styled(QLineEdit(), name=line.label)
        edit.editingFinished.connect(self._tell)
        return edit

    def _put(self, text: str) -> None:
        if text == self.text():
            return
        with QSignalBlocker(self.input):
            if isinstance(self.input, QComboBox):
                self._choose(self.input, text)
            elif isinstance(self.input, QPlainTextEdit):
                self.input.setPlainText(text)
            else:
                self.input.setText(text)
                self.input.setCursorPosition(0)

    def _choose(self, box: QComboBox, key: str) -> None:
        if box.findData(key) < 0:
            box.addItem(key, key)
        box.setCurrentIndex(box.findData(key))

    def _tell(self) -> None:
        self.changed.emit(self.name, self.text())


class Inspector(QFrame):
    """The chosen field."""

    changed = Signal(str, str)
    reset_asked = Signal(str)
    declare_asked = Signal()
    undeclare_asked = Signal()
    every_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        styled(self, "card", name=tr("The chosen field"))
        self.rows: list[AttributeRow] = []
        self._shown_key = ""
        self.title = styled(ElidedLabel("", 2), "strong")
        self.key = styled(ElidedLabel(), "path")
        self.example = styled(ElidedLabel(), "small", "mute")
        self.declare = _button(tr("Declare"), tr("Accept all that is known of it as rules."))
        self.undeclare = _button(
            tr("Undeclare"), tr("Take it out of reviewer.yml: what the posts show counts again.")
        )
        self.every = styled(QCheckBox(tr("All attributes")), name=tr("All attributes"))
        self._place()
        self.declare.clicked.connect(self.declare_asked)
        self.undeclare.clicked.connect(self.undeclare_asked)
        self.every.toggled.connect(self.every_asked)

    def show_field(self, field: Inspected | None) -> None:
        """Show a field; the same one in place, so that the keyboard stays where it is."""
        self.setVisible(field is not None)
        if field is None:
            return
        self.title.setText(field.title)
        self.key.setText(field.key)
        self.example.setText(field.says)
        self.example.setVisible(bool(field.says))
        self.undeclare.setEnabled(field.declared)
        fresh = field.key != self._shown_key or self._names() != [it.name for it in field.lines]
        self._shown_key = field.key
        if fresh:
            self._fill(field)
            return
        for row, line in zip(self.rows, field.lines, strict=True):
            row.show_line(line)

    def row(self, attribute: str) -> AttributeRow:
        """The row of an attribute."""
        return next(row for row in self.rows if row.name == attribute)

    def _names(self) -> list[str]:
        return [row.name for row in self.rows]

    def _fill(self, field: Inspected) -> None:
        old, self.rows = self.rows, []
        for place, line in enumerate(field.lines):
            row = AttributeRow(line)
            row.changed.connect(self.changed)
            row.reset_asked.connect(self.reset_asked)
            self._column.insertWidget(place, row)
            self.rows.append(row)
        for row in old:
            # Else a text box that loses the keyboard would speak for another field.
            row.blockSignals(True)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._area.verticalScrollBar().setValue(0)

    def _place(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 2, 14, 12)
        self._column.setSpacing(9)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.declare, self.undeclare):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 6)
        head.setSpacing(5)
        head.addWidget(self.title)
        head.addWidget(self.key)
        head.addWidget(self.example)
        head.addLayout(buttons)
        head.addWidget(self.every)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._area, 1)


def _button(text: str, why: str) -> QPushButton:
    button = styled(QPushButton(text), name=text)
    button.setToolTip(why)
    button.setAccessibleDescription(why)
    return button
