"""One line of the card: a field, what was done about it, or the versions to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._name(row), 0, 0)
        grid.addWidget(self._middle(row), 0, 1)
        grid.addWidget(
            self.badge, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        if row.options:
            self.texts = self._texts(row)
            grid.addWidget(self.texts, 1, 0, 1, 3)
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
        label.setFixedWidth(NAME_WIDTH)
        return label if row.options else styled(label, "mute")

    def _middle(self, row: Row) -> QWidget:
        if not row.options:
            return ElidedLabel(row.told)
        choices = [(option.choice.value, option.label) for option in row.options]
        self.segments = SegmentedControl(choices, tr("Whose {name}", name=row.name))
        self.segments.chosen.connect(lambda key: self.chosen.emit(Choice(key)))
        place = QWidget()
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.segments)
        line.addStretch()
        return place

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
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName(f"{words[option.choice]}: {shown}")
        column = QVBoxLayout(box)
        column.setContentsMargins(9, 6, 9, 8)
        column.setSpacing(3)
        column.addWidget(heading)
        column.addWidget(text, 1)
        return box
