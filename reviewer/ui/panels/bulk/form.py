"""The upper half of the bulk edit's dialog: what is to be done, to which field, with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from reviewer.ui.panels.bulk.wishes import APPEND, RENAME, REPLACE, SET, UNSET, Wish, verbs
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence


class WishForm(QWidget):
    """Tells ``changed`` with every key; shows only what the chosen verb needs."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.verb = styled(QComboBox(), name=tr("What to do"))
        for name, label in verbs():
            self.verb.addItem(label, name)
        self.field = _line(tr("Field"))
        self.value = styled(QComboBox(), name=tr("Value"))
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.new = _line(tr("New name or replacement"))
        self.only_present = QCheckBox(tr("Only where there is the field"))
        self.regular = QCheckBox(tr("Regular expression"))
        self.whole = QCheckBox(tr("Whole value"))
        self.match_case = QCheckBox(tr("Match case"))
        self.match_case.setChecked(True)
        self._labels = {each: styled(QLabel(), "small", "mute") for each in ("value", "new")}
        self._place()
        self._listen()
        self._fit()

    def wish(self) -> Wish:
        """What is filled in."""
        return Wish(
            verb=self.verb.currentData(),
            field=self.field.text(),
            value=self.value.currentText(),
            new=self.new.text(),
            only_present=self.only_present.isChecked(),
            regular=self.regular.isChecked(),
            whole=self.whole.isChecked(),
            match_case=self.match_case.isChecked(),
        )

    def offer(self, fields: Sequence[str]) -> None:
        """Complete the names of these fields."""
        completer = QCompleter(list(fields), self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)

    def suggest(self, values: Sequence[str]) -> None:
        """Offer values, keeping what is written."""
        with QSignalBlocker(self.value):
            written = self.value.currentText()
            self.value.clear()
            self.value.addItems(list(values))
            self.value.setEditText(written)

    def _place(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        labels = (styled(QLabel(text), "small", "mute") for text in (tr("Do"), tr("Field")))
        widgets = (self.verb, self.field, self.value, self.new)
        for column, (label, widget) in enumerate(
            zip((*labels, *self._labels.values()), widgets, strict=True)
        ):
            label.setBuddy(widget)
            grid.addWidget(label, 0, column)
            grid.addWidget(widget, 1, column)
        for column, stretch in enumerate((0, 3, 4, 4)):
            grid.setColumnStretch(column, stretch)
        boxes = QHBoxLayout()
        boxes.setSpacing(18)
        for box in self._boxes():
            box.setAccessibleName(box.text())
            boxes.addWidget(box)
        boxes.addStretch(1)
        grid.addLayout(boxes, 2, 0, 1, 4)

    def _listen(self) -> None:
        self.verb.currentIndexChanged.connect(lambda _index: self._fit())
        self.verb.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        self.value.editTextChanged.connect(lambda _text: self.changed.emit())
        self.new.textChanged.connect(lambda _text: self.changed.emit())
        for box in self._boxes():
            box.toggled.connect(lambda _on: self.changed.emit())

    def _boxes(self) -> tuple[QCheckBox, ...]:
        return (self.only_present, self.regular, self.whole, self.match_case)

    def _fit(self) -> None:
        """Show what the verb needs."""
        verb = self.verb.currentData()
        replaces = verb == REPLACE
        self._show(self.value, verb not in (UNSET, RENAME), "value")
        self._show(self.new, verb in (RENAME, REPLACE), "new")
        self.only_present.setVisible(verb in (SET, APPEND))
        for box in (self.regular, self.whole, self.match_case):
            box.setVisible(replaces)
        self._labels["value"].setText(tr("Find") if replaces else tr("Value"))
        self._labels["new"].setText(tr("Replace with") if replaces else tr("New name"))
        self.field.setPlaceholderText(tr("All fields") if replaces else "")

    def _show(self, widget: QWidget, shown: bool, label: str) -> None:
        widget.setVisible(shown)
        self._labels[label].setVisible(shown)


def _line(name: str) -> QLineEdit:
    return styled(QLineEdit(), name=name)
