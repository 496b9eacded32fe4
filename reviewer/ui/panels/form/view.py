"""The Details tab as widgets: the grid of fields in a scroll area, and what goes on top."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, QVariantAnimation
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.panels.form.add_menu import fill_add_menu
from reviewer.ui.panels.form.editors.registry import make_kit
from reviewer.ui.panels.form.field_row import LEFT, RIGHT, FieldRow
from reviewer.ui.panels.form.focus import FocusFollower
from reviewer.ui.panels.form.grid import FieldGrid
from reviewer.ui.panels.form.rows import Form
from reviewer.ui.panels.form.style import rules
from reviewer.ui.texts import tr
from reviewer.ui.theme.tokens import colours
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.intents import Intent
    from reviewer.ui.panels.form.menu import Deed, Entry
    from reviewer.ui.panels.form.thumbnails import Pictures
    from reviewer.ui.theme.theme import Theme

FLASH = 900
"""Milliseconds for which a field that was asked for stays lit."""


class FormView(QScrollArea):
    """Draws forms and passes on what the user wants; decides nothing."""

    def __init__(
        self,
        theme: Theme,
        send: Callable[[Intent], None],
        add: Callable[[str, str], None],
        do: Callable[[Path, Deed], None],
        pictures: Pictures | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._add = add
        self._do = do
        self._form = Form()
        self._kit = make_kit(theme, send, pictures)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        styled(self, "form", name=tr("Details"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._follower = FocusFollower(self, self._show_focus)
        self._build()
        theme.changed.connect(self._on_theme)

    # What the presenter asks for

    def show_form(self, form: Form, typing: Path | None = None) -> None:
        """Show ``form``; the input at ``typing`` keeps what the user has typed."""
        self._form = form
        self.setUpdatesEnabled(False)
        try:
            self.grid.show_rows(form.rows, typing)
            self.banner.setText(form.read_only or form.notice)
            self.banner.setVisible(bool(form.read_only or form.notice))
            self.hint.setVisible(form.empty and not form.notice and not form.read_only)
            self.add_button.setVisible(not form.read_only)
            self._chain_tabs()
        finally:
            self.setUpdatesEnabled(True)

    def start(self, form: Form) -> None:
        """Show the form of another post, from its top."""
        self.grid.reset()
        self.show_form(form)
        self.verticalScrollBar().setValue(0)

    def refill(self, path: Path) -> None:
        """Put the value of a field into its input again."""
        field = self.grid.field(path[:1])
        if field is not None:
            field.refill()

    def reveal(self, path: Path) -> None:
        """Scroll to a field, give it the keyboard, and light it up for a moment."""
        field = self.grid.field(path[:1])
        if field is None:
            return
        self._settle()
        inner = field.editor.input_at(path)
        self.ensureWidgetVisible(inner, 0, 60)
        inner.setFocus(Qt.FocusReason.OtherFocusReason)
        self._light(field)

    def focused_field(self) -> FieldRow | None:
        """The innermost field that has the keyboard."""
        widget = QApplication.focusWidget()
        if widget is None or not self.isAncestorOf(widget):
            return None
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parentWidget()
        return widget

    def open_menu(self, path: Path, entries: Sequence[Entry], at: tuple[int, int]) -> None:
        """Offer what can be done with a field."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in entries:
            action = menu.addAction(entry.label)
            action.setEnabled(entry.enabled)
            action.triggered.connect(lambda _checked=False, deed=entry.deed: self._do(path, deed))
        menu.popup(QPoint(*at))

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def visit(self, url: str) -> None:
        """Open a web page in the browser."""
        QDesktopServices.openUrl(QUrl(url))

    # Behind the scenes

    def _build(self) -> None:
        self.body = styled(QWidget(), "form-body")
        self._column = column = QVBoxLayout(self.body)
        column.setContentsMargins(9, 12, 15, 18)
        column.setSpacing(9)
        self.banner = styled(QLabel(), "form-banner")
        self.banner.setWordWrap(True)
        self.hint = styled(QLabel(tr("This file has no front matter yet.")), "mute")
        self.grid = FieldGrid(self._kit)
        column.addLayout(_in_line(self.banner))
        column.addLayout(_in_line(self.hint))
        column.addWidget(self.grid)
        column.addLayout(self._add_line())
        column.addStretch(1)
        self.setWidget(self.body)
        self._dress()

    def _add_line(self) -> QHBoxLayout:
        self.add_button = styled(QPushButton(tr("+ Add field")), "add-field", name=tr("Add field"))
        self.add_menu = QMenu(self.add_button)
        self.add_menu.setToolTipsVisible(True)
        self.add_menu.aboutToShow.connect(self._fill_add_menu)
        self.add_button.clicked.connect(self._open_add_menu)
        line = QHBoxLayout()
        line.setContentsMargins(LEFT, 0, RIGHT, 0)
        line.addWidget(self.add_button)
        line.addStretch(1)
        return line

    def _fill_add_menu(self) -> None:
        fill_add_menu(self.add_menu, self._form.addable, self._add)

    def _open_add_menu(self) -> None:
        corner = self.add_button.mapToGlobal(QPoint(0, self.add_button.height() + 2))
        self.add_menu.popup(corner)

    def _dress(self) -> None:
        self.setStyleSheet(rules(colours(self._theme.dark)))

    def _on_theme(self, _theme: Theme) -> None:
        """Icons and links are drawn in fixed colours: the fields are made anew."""
        self._follower.forget()
        old, self.grid = self.grid, FieldGrid(self._kit)
        self._column.replaceWidget(old, self.grid)
        old.hide()
        old.deleteLater()
        self._dress()
        self.show_form(self._form)

    def _chain_tabs(self) -> None:
        chain = [*self.grid.chain(), self.add_button]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _light(self, field: FieldRow) -> None:
        animation = QVariantAnimation(field)
        animation.setStartValue(1.0)
        animation.setEndValue(0.0)
        animation.setDuration(FLASH)
        animation.valueChanged.connect(field.flash)
        animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)

    def _show_focus(self, widget: QWidget) -> None:
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, 24))

    def _settle(self) -> None:
        """Lay the form out now: a field that was just added has no place yet."""
        self._column.activate()
        self.body.adjustSize()


def _in_line(widget: QWidget) -> QHBoxLayout:
    """Put ``widget`` where the boxes of the fields begin and end."""
    line = QHBoxLayout()
    line.setContentsMargins(LEFT, 0, RIGHT, 0)
    line.addWidget(widget)
    return line
