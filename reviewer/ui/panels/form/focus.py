"""Follows the keyboard through the form: the ring, the end of typing, and scrolling along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reviewer.ui.panels.form.boxes import Box
from reviewer.ui.panels.form.editors.base import Editor
from reviewer.ui.panels.form.field_row import FieldRow

if TYPE_CHECKING:
    from collections.abc import Callable


class FocusFollower(QObject):
    """Tells boxes that they have the keyboard and editors that they have lost it."""

    def __init__(self, root: QWidget, arrived: Callable[[QWidget], None]) -> None:
        super().__init__(root)
        self._root = root
        self._arrived = arrived
        self._box: Box | None = None
        self._editor: Editor | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def forget(self) -> None:
        """The widgets of the form are about to go."""
        self._box = None
        self._editor = None

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Widgets that die take the focus with them: by then they are no widgets any more.
        if not isValid(self._root):
            return
        inside = new if new is not None and self._root.isAncestorOf(new) else None
        self._ring(_box_around(inside))
        self._enter(_editor_around(inside))
        if inside is not None:
            self._arrived(inside)

    def _ring(self, box: Box | None) -> None:
        if box is self._box:
            return
        for each, focused in ((self._box, False), (box, True)):
            if each is not None and isValid(each):
                each.set_focused(focused)
                _redraw(each)
        self._box = box

    def _enter(self, editor: Editor | None) -> None:
        left, self._editor = self._editor, editor
        if left is not None and left is not editor and isValid(left):
            left.leave()


def _box_around(widget: QWidget | None) -> Box | None:
    while widget is not None and not (isinstance(widget, Box) and not widget.bare):
        widget = widget.parentWidget()
    return widget


def _editor_around(widget: QWidget | None) -> Editor | None:
    while widget is not None and not isinstance(widget, Editor):
        widget = widget.parentWidget()
    return widget


def _redraw(widget: QWidget) -> None:
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, FieldRow):
            above.update()
        above = above.parentWidget()
