"""An editor of plain lines that does what a presenter of a part of a post tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.body.mapping import DisplayEdit, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.schema.finding import Finding
    from reviewer.ui.panels.body.presenter import Underline


class PlainEditor:
    """Fits ``TextView`` and ``BodyView``; keeps what it was told to be looked at."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.first_line = 0
        self.place = Place(0, 0)
        self.line = -1
        self.enabled = False
        self.shown: list[DisplayEdit] = []
        self.marks: dict[int, str] = {}
        self.signs: dict[int, str] = {}
        self.underlines: list[Underline] = []
        self.hint: list[str] = []

    def show_display(self, display: str) -> None:
        self.lines = display.split("\n")

    def show_edits(self, edits: Sequence[DisplayEdit]) -> None:
        self.shown += edits
        for edit in edits:
            head = self.lines[edit.start.line][: edit.start.column]
            tail = self.lines[edit.end.line][edit.end.column :]
            new = (head + edit.text + tail).split("\n")
            self.lines[edit.start.line : edit.end.line + 1] = new

    def show_first_line(self, number: int) -> None:
        self.first_line = number

    def show_marks(self, marks: dict[int, str]) -> None:
        self.marks = marks

    def show_signs(self, signs: dict[int, str]) -> None:
        self.signs = signs

    def show_underlines(self, underlines: Sequence[Underline]) -> None:
        self.underlines = list(underlines)

    def show_hint(self, findings: Sequence[Finding]) -> None:
        self.hint = [each.message for each in findings]

    def show_caret(self, place: Place) -> None:
        self.place = place

    def show_line(self, line: int) -> None:
        self.line = line

    def show_enabled(self, enabled: bool) -> None:
        self.enabled = enabled

    def caret(self) -> Place:
        return self.place
