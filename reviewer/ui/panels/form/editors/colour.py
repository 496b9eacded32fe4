"""A colour: typed, or picked in a dialog by a click on its swatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QToolButton

from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.panels.form.intents import Pressed
from reviewer.ui.panels.form.written_colours import colour_in
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row
    from reviewer.ui.theme.theme import Theme

SIDE = 18


class Swatch(QToolButton):
    """A small square of a colour; crossed out where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        styled(self, "field-button", name=tr("Pick a colour"))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        self.colour = QColor()

    def show_colour(self, colour: QColor) -> None:
        """Show another colour, an invalid one for none."""
        self.colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The square, and a line around it so that white shows on white."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = self.rect().adjusted(0, 0, -1, -1)
        square.setSize(square.size().boundedTo(square.size().scaled(SIDE, SIDE, _KEEP)))
        square.moveCenter(self.rect().center())
        painter.setPen(self._theme.colour("line"))
        if self.colour.isValid():
            painter.setBrush(self.colour)
        painter.drawRoundedRect(square, 4, 4)
        if not self.colour.isValid():
            painter.drawLine(square.bottomLeft(), square.topRight())


_KEEP = Qt.AspectRatioMode.KeepAspectRatio


class ColourEditor(TextEditor):
    """A swatch and a line; the down key opens the dialog too."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.swatch = Swatch(kit.theme)
        self.box.add_first(self.swatch)
        self.swatch.clicked.connect(lambda: self.kit.send(Pressed(self.path)))
        self.line.more.connect(self.swatch.click)

    def dress(self, row: Row) -> None:
        """The swatch shows what is written, be it half typed."""
        super().dress(row)
        told = colour_in(row.text)
        named = QColor.fromString(row.text.strip()) if row.text.strip().isalpha() else QColor()
        self.swatch.show_colour(QColor(told.hex) if told else named)
        self.swatch.setEnabled(not row.read_only)
