"""The Body tab: find bar and editor. Says what the user does, shows what it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.panels.body.editor import MarkdownEdit
from reviewer.ui.panels.body.find_bar import FindBar
from reviewer.ui.panels.body.hint_line import HintLine
from reviewer.ui.panels.body.mapping import Place
from reviewer.ui.panels.body.part_view import PartView
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.schema.finding import Finding
    from reviewer.ui.panels.body.presenter import Underline
    from reviewer.ui.theme.theme import Theme


class BodyText(PartView):
    """The editor with its underlines, and the line below that says what they mean."""

    def __init__(self, editor: MarkdownEdit, hint: HintLine) -> None:
        super().__init__(editor)
        self._underlining = editor
        self._hint = hint

    def show_signs(self, signs: dict[int, str]) -> None:
        """Mark lines beside their numbers."""
        self._underlining.show_signs(signs)

    def show_underlines(self, underlines: Sequence[Underline]) -> None:
        """Underline these passages."""
        self._underlining.show_underlines(underlines)

    def show_hint(self, findings: Sequence[Finding]) -> None:
        """Say what was found at the caret."""
        self._hint.show_findings(findings)


class BodyWidget(QWidget):
    """Shows one text; ``text`` is the editor as the presenter of the body knows it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Body"))
        self.editor = MarkdownEdit(theme, tr("Body of the post, in Markdown"))
        self.hint = HintLine(theme)
        self.text = BodyText(self.editor, self.hint)
        self.bar = FindBar(theme)
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.editor, 1)
        column.addWidget(self.hint)
        self.setFocusProxy(self.editor)

    def show_found(self, ranges: Sequence[tuple[Place, Place]]) -> None:
        """Highlight these places."""
        self.editor.show_found(
            [((a.line, a.column), (b.line, b.column)) for a, b in ranges],
        )

    def show_count(self, text: str) -> None:
        """Say how many places there are."""
        self.bar.show_count(text)

    def show_error(self, text: str) -> None:
        """Say what is wrong with the pattern."""
        self.bar.show_error(text)

    def select(self, start: Place, end: Place) -> None:
        """Select a place and bring it into view."""
        self.editor.select((start.line, start.column), (end.line, end.column))

    def selection(self) -> tuple[Place, Place]:
        """Both ends of the selection."""
        start, end = self.editor.selected()
        return Place(*start), Place(*end)

    def open_find(self, *, replacing: bool) -> None:
        """Show the find bar, filled with what is selected in one line."""
        start, end = self.editor.selected()
        selected = self.editor.textCursor().selectedText() if start[0] == end[0] else ""
        self.bar.open(selected, replacing=replacing)

    def close_find(self) -> None:
        """Hide the find bar and go back to the text."""
        self.bar.hide()
        self.editor.setFocus()
