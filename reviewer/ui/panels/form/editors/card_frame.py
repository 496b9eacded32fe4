"""A group in a list as a card: its title to fold it by, and a button to have it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.ui.panels.form.boxes import small_button
from reviewer.ui.panels.form.editors.item_frame import ItemFrame
from reviewer.ui.panels.form.words import card_title
from reviewer.ui.texts import tr
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row

OPEN_CARDS = 3
"""Cards of a list that are laid open from the beginning."""


class CardTitle(ElidedLabel):
    """The title of a card, which is as wide as there is room; a click folds the card."""

    def __init__(self, card: CardFrame) -> None:
        super().__init__()
        styled(self, "card-title")
        self._card = card
        self.setContentsMargins(0, 4, 0, 4)

    def minimumSizeHint(self) -> QSize:
        """Never lower than a line and the room around it."""
        return super().minimumSizeHint().grownBy(self.contentsMargins())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or lay open."""
        self._card.fold(folded=not self._card.folded)
        event.accept()


class CardFrame(ItemFrame):
    """One card; a folded one shows its title only."""

    def __init__(self, kit: Kit, key: str) -> None:
        self.folded = False
        self.toggle = small_button(kit.theme, "chevron-down", tr("Fold this card"))
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title = CardTitle(self)
        self.double = small_button(kit.theme, "copy", tr("Duplicate this card"))
        super().__init__(kit, key)
        self.toggle.clicked.connect(lambda: self.fold(folded=not self.folded))

    def show_row(self, row: Row, typing: Path | None) -> None:
        """Show a card under its title."""
        super().show_row(row, typing)
        self.title.setText(card_title(row))
        self.double.setEnabled(not row.read_only)

    def fold(self, *, folded: bool) -> None:
        """Show the title only, or all of it."""
        self.folded = folded
        self.editor.setVisible(not folded)
        name = tr("Lay this card open") if folded else tr("Fold this card")
        icon = "chevron-right" if folded else "chevron-down"
        self.toggle.setIcon(self._kit.theme.icon(icon, "mute"))
        self.toggle.setToolTip(name)
        self.toggle.setAccessibleName(name)

    def chain(self) -> list[QWidget]:
        """The toggle, then the fields."""
        return [self.toggle, *super().chain()]

    def reach(self) -> None:
        """Lay it open: the keyboard shall go to a field in it."""
        self.fold(folded=False)

    def _lay_out(self) -> None:
        """A line with the title and the buttons, and the fields below it."""
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.toggle)
        line.addWidget(self.title, 1)
        line.addWidget(self.double)
        line.addWidget(self.cross)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.editor)
        self.add(holder, 1)
