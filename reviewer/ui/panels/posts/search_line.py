"""The search field with its help, and below it what is wrong with what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from reviewer.site.query.parser import problem_of
from reviewer.ui.panels.posts.search_help import SearchHelp
from reviewer.ui.panels.posts.search_words import with_example
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reviewer.site.index.messages import QueryProblem
    from reviewer.ui.theme.theme import Theme

PATIENCE = 600
"""Milliseconds without a key before a half-typed query counts as wrong."""


class SearchField(QLineEdit):
    """A line that can mark a part of its text as wrong and asks for help at F1."""

    help_asked = Signal()

    def underline(self, start: int, end: int, theme: Theme) -> None:
        """Draw a wave under a part of the text; none where ``start`` is ``end``."""
        attributes = []
        if start < end:
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(theme.colour("err"))
            kind = QInputMethodEvent.AttributeType.TextFormat
            begin = start - self.cursorPosition()
            attributes.append(QInputMethodEvent.Attribute(kind, begin, end - start, wave))
        # A line edit has no formats of its own, but shows those of an input method.
        with QSignalBlocker(self):
            QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 asks for help."""
        if event.matches(QKeySequence.StandardKey.HelpContents):
            self.help_asked.emit()
        else:
            super().keyPressEvent(event)


class SearchLine(QWidget):
    """``changed`` tells the query at each key; one that says nothing is explained in place."""

    changed = Signal(str)
    save_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        styled(self, "list-header")
        self._theme = theme
        self.field = self._made_field()
        self.help = SearchHelp(self)
        self.help.picked.connect(self.insert)
        self.notice = styled(QLabel(), "small")
        self.notice.setWordWrap(True)
        self.notice.hide()
        self._remark = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self.judge)
        self._lay_out()

    def insert(self, example: str) -> None:
        """Put an example behind what stands in the field."""
        self.field.setText(with_example(self.field.text(), example))
        self.field.setFocus()

    def show_query(self, query: str) -> None:
        """Show a query without telling."""
        if self.field.text() != query:
            with QSignalBlocker(self.field):
                self.field.setText(query)
            self.judge()

    def show_remark(self, text: str) -> None:
        """Say what a user should know of what was found."""
        self._remark = text
        self.judge()

    def judge(self) -> None:
        """Say now what is wrong with the query, or what is remarkable of what was found."""
        query = self.field.text()
        problem = problem_of(query)
        self.save.setEnabled(bool(query.strip()) and problem is None)
        self._say(problem.message if problem else self._remark, "error" if problem else "")
        self._mark(problem)

    def _changed(self, query: str) -> None:
        self._remark = ""
        if problem_of(query) is None:
            self._timer.stop()
            self.judge()
        else:
            self._timer.start()
        self.changed.emit(query)

    def _say(self, text: str, state: str) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))
        mark(self.notice, "state", state)
        mark(self.field, "state", state)

    def _mark(self, problem: QueryProblem | None) -> None:
        start, end = (problem.start, problem.end) if problem else (0, 0)
        before = self.field.text()
        self.field.underline(_units(before[:start]), _units(before[:end]), self._theme)

    def _made_field(self) -> SearchField:
        field = styled(SearchField(), name=tr("Filter"))
        field.setPlaceholderText(tr("Words, or field:value"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._changed)
        field.help_asked.connect(lambda: self.help.show_below(field))
        return field

    def _lay_out(self) -> None:
        self.save = styled(QToolButton(), name=tr("Save this search"))
        self.save.setText("+")
        self.save.setToolTip(tr("Keep this search in the sidebar"))
        self.save.setEnabled(False)
        self.save.clicked.connect(lambda: self.save_asked.emit(self.field.text().strip()))
        button = styled(QToolButton(), name=tr("How to search"))
        button.setText("?")
        button.setToolTip(tr("How to search (F1)"))
        button.clicked.connect(lambda: self.help.show_below(self.field))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.save)
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.notice)


def _units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
