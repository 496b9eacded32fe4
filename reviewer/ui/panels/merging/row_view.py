"""One line of the card: a field, what was done about it, or the versions to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.document.merge import Choice
from reviewer.ui.texts import tr
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from reviewer.ui.panels.merging.card import Option, Row

NAME_WIDTH = 104
MOST = 4000
"""Characters of a version that are shown; the rest is in the file."""


class RowView(QWidget):
    """A name, a sentence or a choice, a badge; below, the texts where asked for."""

    chosen = Signal(Choice)

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.setAccessibleName(row.name)
        self._long = row.long
        self.badge = styled(QLabel(), "pill")
        self.segments: SegmentedControl | None = None
        self.texts: QWidget | None = None
        self._boxes: dict[Choice, QFrame] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self._name(row), 0, 0, middle)
        self._grid.addWidget(self.badge, 0, 2, Qt.AlignmentFlag.AlignRight | middle)
        if row.options:
            self._lay_out_choice(row)
        else:
            self._grid.addWidget(ElidedLabel(row.told), 0, 1)
        self.show_choice(row.chosen)

    def show_choice(self, chosen: Choice | None) -> None:
        """Mark the version that is to stand."""
        done = self.segments is None or chosen is not None
        self.badge.setText(tr("done") if done else tr("choose"))
        mark(self.badge, "state", "ok" if done else "warning")
        if self.segments is not None:
            self.segments.choose(chosen.value if chosen else "")
        for choice, box in self._boxes.items():
            mark(box, "state", "chosen" if choice is chosen else "")

    def compare(self, on: bool) -> None:
        """Show the texts; long ones are shown in any case."""
        if self.texts is not None:
            self.texts.setVisible(on or self._long)

    def _name(self, row: Row) -> QWidget:
        label = ElidedLabel(row.name)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        label.setFixedWidth(NAME_WIDTH)
        return label if row.options else styled(label, "mute")

    def _lay_out_choice(self, row: Row) -> None:
        choices = [(option.choice.value, option.label) for option in row.options]
        self.segments = SegmentedControl(choices, tr("Whose {name}", name=row.name))
        self.segments.chosen.connect(lambda key: self.chosen.emit(Choice(key)))
        self.texts = self._texts(row)
        left = Qt.AlignmentFlag.AlignLeft
        if row.long:
            self._grid.addWidget(self.segments, 0, 1, left)
        else:  # labels with the values are too wide to stand beside the name
            self._grid.addWidget(self.segments, 1, 0, 1, 3, left)
        self._grid.addWidget(self.texts, 2, 0, 1, 3)

    def _texts(self, row: Row) -> QWidget:
        place = QWidget()
        column = QHBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        for option in row.options:
            column.addWidget(self._text(option), 1)
        return place

    def _text(self, option: Option) -> QWidget:
        box = styled(QFrame(), "card", "version")
        self._boxes[option.choice] = box
        words = {Choice.MINE: tr("Mine"), Choice.THEIRS: tr("Theirs"), Choice.BASE: tr("Before")}
        heading = styled(QLabel(words[option.choice]), "heading")
        shown = option.text if len(option.text) <= MOST else f"{option.text[:MOST]}…"
        text = styled(QLabel(shown.rstrip("\r\n") or tr("(nothing)")), "small")
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        # As narrow as the column is, whatever the longest word.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        text.setSizePolicy(policy)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName(f"{words[option.choice]}: {shown}")
        column = QVBoxLayout(box)
        column.setContentsMargins(9, 6, 9, 8)
        column.setSpacing(3)
        column.addWidget(heading)
        column.addWidget(text, 1)
        return box
