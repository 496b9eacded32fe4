"""An address; Ctrl+Enter opens it in the browser, as the note above the field does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.panels.form.intents import Visited

if TYPE_CHECKING:
    from reviewer.ui.panels.form.editors.base import Kit


class UrlEditor(TextEditor):
    """A line with an address."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        key = QShortcut(QKeySequence("Ctrl+Return"), self.line)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._visit)

    def _visit(self) -> None:
        self.kit.send(Visited(self.path, self.line.text()))
