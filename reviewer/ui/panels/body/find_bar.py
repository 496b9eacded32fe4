"""The bar above the editor that finds and replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
)

from reviewer.ui.panels.body.finder import Query
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.theme.theme import Theme


class FindBar(QFrame):
    """Two lines of input with their buttons; says what is asked and decides nothing."""

    searched = Signal(object)
    next_asked = Signal()
    previous_asked = Signal()
    replace_asked = Signal(str)
    replace_all_asked = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tools: list[tuple[QToolButton, str]] = []
        styled(self, "list-header", name=tr("Find and replace"))
        self.query = self._line(tr("Find"))
        self.template = self._line(tr("Replace by"))
        self.count = styled(QLabel(), "mute", "small", name=tr("Number of places found"))
        self.error = styled(QLabel(), "small", name=tr("What is wrong with the pattern"))
        mark(self.error, "state", "error")
        self.case = self._toggle("case-sensitive", tr("Match case"))
        self.whole_word = self._toggle("whole-word", tr("Whole words"))
        self.pattern = self._toggle("regex", tr("Regular expression"))
        self._lay_out()
        self._connect()
        self.show_error("")
        theme.changed.connect(lambda _theme: self._dress())
        self._dress()

    def open(self, text: str, *, replacing: bool) -> None:
        """Show the bar for ``text`` (the last search where that is empty)."""
        self._show_replacing(replacing)
        self.show()
        if text:
            self.query.setText(text)
        self.query.selectAll()
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell()

    def show_count(self, text: str) -> None:
        """Say how many places there are."""
        self.count.setText(text)

    def show_error(self, text: str) -> None:
        """Say what is wrong, beside the input that it speaks of."""
        self.error.setText(f"✕ {text}" if text else "")
        self.error.setVisible(bool(text))
        mark(self.query, "state", "error" if text else "")

    def asked(self) -> Query:
        """What the inputs ask for."""
        return Query(
            self.query.text(),
            self.case.isChecked(),
            self.whole_word.isChecked(),
            self.pattern.isChecked(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _on_enter(self, *, back: bool) -> None:
        if self.template.hasFocus():
            self.replace_asked.emit(self.template.text())
        elif back:
            self.previous_asked.emit()
        else:
            self.next_asked.emit()

    def _tell(self) -> None:
        self.searched.emit(self.asked())

    def _show_replacing(self, replacing: bool) -> None:
        for widget in (self.template, self._replace, self._replace_all):
            widget.setVisible(replacing)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        self._previous = self._button("arrow-up", tr("Previous place (Shift+F3)"))
        self._next = self._button("arrow-down", tr("Next place (F3)"))
        self._close = self._button("x", tr("Close (Esc)"))
        toggles = (self.case, self.whole_word, self.pattern)
        for tool in (*toggles, self._previous, self._next, self._close):
            tools.addWidget(tool)
        self._replace = styled(QPushButton(tr("Replace")), name=tr("Replace this place"))
        self._replace_all = styled(QPushButton(tr("Replace all")), name=tr("Replace all places"))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._replace)
        buttons.addWidget(self._replace_all)
        buttons.addStretch()
        grid.addWidget(self.query, 0, 0)
        grid.addWidget(self.count, 0, 1)
        grid.addLayout(tools, 0, 2)
        grid.addWidget(self.template, 1, 0)
        grid.addLayout(buttons, 1, 1, 1, 2)
        grid.addWidget(self.error, 2, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    def _connect(self) -> None:
        self.query.textChanged.connect(self._tell)
        for toggle in (self.case, self.whole_word, self.pattern):
            toggle.toggled.connect(self._tell)
        self._previous.clicked.connect(self.previous_asked)
        self._next.clicked.connect(self.next_asked)
        self._close.clicked.connect(self.closed)
        self._replace.clicked.connect(lambda: self.replace_asked.emit(self.template.text()))
        self._replace_all.clicked.connect(lambda: self.replace_all_asked.emit(self.template.text()))

    def _line(self, name: str) -> QLineEdit:
        line = styled(QLineEdit(), name=name)
        line.setPlaceholderText(name)
        # What is searched for is no part of the post, so it keeps its own undo.
        line.setProperty("own-undo", True)
        return line

    def _toggle(self, icon: str, name: str) -> QToolButton:
        button = self._button(icon, name)
        button.setCheckable(True)
        return button

    def _button(self, icon: str, name: str) -> QToolButton:
        button = styled(QToolButton(), name=name)
        button.setToolTip(name)
        button.setIconSize(QSize(16, 16))
        self._tools.append((button, icon))
        return button

    def _dress(self) -> None:
        for button, icon in self._tools:
            button.setIcon(self._theme.icon(icon, "mute"))
