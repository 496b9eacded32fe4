"""Plain words beside a card: what each part measures, and which field it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.render.cards.facts import Origin
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.render.cards.facts import Part

WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Note:
    """What there is to say of one part; ``link`` is what a click on ``part`` is called."""

    part: str
    label: str
    words: str
    source: str = ""
    can_go: bool = False
    state: str = ""


def source_of(part: Part) -> str:
    """Where a part comes from, in words."""
    if part.origin is Origin.FIELD:
        return tr("from “{field}”", field=".".join(map(str, part.path)))
    return {
        Origin.BODY: tr("from the beginning of the body"),
        Origin.SITE: tr("from the site’s configuration"),
        Origin.NAME: tr("from the file’s name"),
    }.get(part.origin, "")


def can_go(part: Part) -> bool:
    """Whether there is a place in the post to go to."""
    return part.origin in (Origin.FIELD, Origin.BODY)


class NotesView(QWidget):
    """The notes, one below the other; ``chosen`` names the part whose place is wanted."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._rows: list[_NoteRow] = []

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes and no others; rows are kept, so that the keyboard stays."""
        while len(self._rows) < len(notes):
            row = _NoteRow()
            row.chosen.connect(self.chosen)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(notes))
            if place < len(notes):
                row.show_note(notes[place])


class _NoteRow(QFrame):
    """One note: label and source on a line, the words below."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._part = ""
        self._label = styled(QLabel(), "strong", "small")
        self._source = styled(QLabel(), "small", "mute")
        self._link = styled(QPushButton(), "link")
        self._link.setCursor(Qt.CursorShape.PointingHandCursor)
        self._link.clicked.connect(lambda: self.chosen.emit(self._part))
        self._words = styled(QLabel(), "small")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(6)
        for part in (self._label, self._source, self._link):
            head.addWidget(part)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self._words)

    def show_note(self, note: Note) -> None:
        """Say what the note says."""
        self._part = note.part
        self._label.setText(note.label)
        self._source.setText(note.source)
        self._source.setVisible(bool(note.source) and not note.can_go)
        self._link.setText(note.source)
        self._link.setAccessibleName(f"{note.label} {note.source}")
        self._link.setVisible(note.can_go)
        self._words.setText(note.words)
        mark(self._words, "state", note.state)
