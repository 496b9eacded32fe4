"""Front matter as text in the place of the form, with what is wrong with it above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.panels.body.part_view import PartView
from reviewer.ui.panels.raw.repair_card import RepairCard
from reviewer.ui.texts import tr
from reviewer.ui.widgets.code_edit import CodeEdit
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from reviewer.ui.panels.raw.presenter import Verdict
    from reviewer.ui.theme.theme import Theme

PAUSE = 900
"""Milliseconds without a key press after which front matter that reads gives way to the form."""


class VerdictBox(QFrame):
    """A title, an explanation, the parser's own words, and two buttons."""

    line_asked = Signal(int)
    done_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = 0
        styled(self, "verdict", name=tr("Whether the front matter reads"))
        self.title = styled(QLabel(), "strong")
        self.title.setMinimumWidth(1)
        self.what = QLabel()
        self.detail = styled(QLabel(), "mute", "mono")
        self.go = styled(QPushButton(), "link")
        self.done = styled(QPushButton(tr("Show the form")), name=tr("Show the form"))
        for label in (self.title, self.what, self.detail):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.go.clicked.connect(lambda: self.line_asked.emit(self._line))
        self.done.clicked.connect(self.done_asked)
        self._lay_out()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say it in words, with a sign, and in colour."""
        self._line = verdict.line
        self.title.setText(f"{'✓' if verdict.reads else '✕'} {verdict.title}")
        state = "ok" if verdict.reads else "error"
        mark(self, "state", state)
        mark(self.title, "state", state)
        self.what.setText(verdict.what)
        self.what.setVisible(bool(verdict.what))
        self.detail.setText(verdict.detail)
        self.detail.setVisible(bool(verdict.detail))
        self.go.setText(tr("Go to line {line}", line=verdict.line))
        self.go.setAccessibleName(self.go.text())
        self.go.setVisible(verdict.line > 0)
        self.done.setVisible(verdict.reads)
        self.setAccessibleDescription(f"{verdict.title}. {verdict.what}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for button in (self.go, self.done):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.what)
        column.addWidget(self.detail)


class RawWidget(QStackedWidget):
    """The form, or the text that stands in for it."""

    paused = Signal()

    def __init__(self, theme: Theme, form: QWidget) -> None:
        super().__init__()
        self._form = form
        self.verdict = VerdictBox()
        self.repair = RepairCard(theme)
        self.editor = CodeEdit(theme, tr("Front matter as text"))
        self.text = PartView(self.editor)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.paused)
        self._page = self._raw_page()
        self.addWidget(form)
        self.addWidget(self._page)
        self.verdict.line_asked.connect(lambda line: self.text.show_line(line - 1))

    def show_raw(self, raw: bool) -> None:
        """Show the text instead of the form, or the form; the focus goes along."""
        self._pause.stop()
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._page.isAncestorOf(focused)
        self.setCurrentWidget(self._page if raw else self._form)
        self.setFocusProxy(self.editor if raw else self._form)
        if had_focus and not raw:
            self._form.setFocus()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say whether the text reads, and if not why."""
        self.verdict.show_verdict(verdict)
        if not verdict.reads:
            self._pause.stop()

    def ask_soon(self) -> None:
        """Tell when the user has paused."""
        self._pause.start()

    def _raw_page(self) -> QWidget:
        page = styled(QWidget(), name=tr("Front matter as text"))
        frame = styled(QFrame(), "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.editor)
        hint = tr("This is the front matter as the file has it. It is read again as you type.")
        note = styled(QLabel(hint), "mute", "small")
        note.setWordWrap(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.verdict)
        column.addWidget(self.repair)
        column.addWidget(frame, 1)
        column.addWidget(note)
        return page
