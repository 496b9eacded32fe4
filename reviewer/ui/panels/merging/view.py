"""The card above the post: a sentence, the fields, and what can be done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.document.merge import Choice
from reviewer.ui.panels.merging.card import Deed, Rank
from reviewer.ui.panels.merging.row_view import RowView
from reviewer.ui.texts import tr
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.flow_layout import FlowLayout
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.merging.card import Card, Offer, Row

HIGHEST = 320
"""Pixels that the fields take at most; further ones are scrolled to."""


class FieldsArea(QScrollArea):
    """As high as its content, up to a limit."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """The height of what is inside."""
        inside = self.widget()
        layout = inside.layout() if inside else None
        if inside is None or layout is None:
            return super().sizeHint()
        flows = layout.hasHeightForWidth()
        height = layout.totalHeightForWidth(self.viewport().width()) if flows else -1
        height = max(height, inside.minimumSizeHint().height())
        return QSize(inside.sizeHint().width(), min(height, HIGHEST))

    def minimumSizeHint(self) -> QSize:
        """Some lines, so that it does not vanish in a low window."""
        return QSize(0, min(self.sizeHint().height(), 60))


class Inside(QWidget):
    """Tells ``area`` whenever its content asks for another height."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area

    def event(self, event: QEvent) -> bool:
        """Whatever the widgets inside ask for."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._area.updateGeometry()
        return super().event(event)


class MergingWidget(QFrame):
    """Hidden while there is nothing to say."""

    chosen = Signal(int, Choice)
    done = Signal(Deed)

    def __init__(self) -> None:
        super().__init__()
        styled(self, "notice", name=tr("Changes on disk"))
        self.rows: list[RowView] = []
        self.buttons: dict[Deed, QPushButton] = {}
        self._shown: tuple[Row, ...] = ()
        self._offered: list[tuple[Deed, str]] = []
        self._compares = False
        self.title = styled(ElidedLabel(lines=3), "strong", "small")
        self._area = FieldsArea()
        inside = Inside(self._area)
        self._fields = QVBoxLayout(inside)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(8)
        self._area.setWidget(inside)
        self._places = {False: QWidget(), True: QWidget()}
        self._lines = {links: FlowLayout(place, spacing=8) for links, place in self._places.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 10)
        column.setSpacing(8)
        for widget in (self.title, self._area, *self._places.values()):
            column.addWidget(widget)
        self.hide()

    def show_card(self, card: Card | None) -> None:
        """Say this, or go out of sight."""
        if card is not None:
            self.title.setText(card.title)
            self.setAccessibleDescription(card.title)
            mark(self, "state", card.state)
            self._show_rows(card.rows)
            self._show_offers(card.offers)
        self._compares = self._compares and card is not None
        self.setVisible(card is not None)

    def _show_rows(self, rows: Sequence[Row]) -> None:
        anew = tuple(replace(row, chosen=None) for row in rows)
        if anew != self._shown:
            self._shown = anew
            self._fill(rows)
        for view, row in zip(self.rows, rows, strict=True):
            view.show_choice(row.chosen)
        self._area.setVisible(bool(rows))
        self._area.updateGeometry()

    def _fill(self, rows: Sequence[Row]) -> None:
        for view in self.rows:
            self._fields.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.rows = [RowView(row) for row in rows]
        decided = 0
        for view, row in zip(self.rows, rows, strict=True):
            self._fields.addWidget(view)
            view.compare(self._compares)
            # At once: a widget that is not shown yet asks for no room.
            view.show()
            if row.options:
                view.chosen.connect(partial(self.chosen.emit, decided))
                decided += 1

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        if [(each.deed, each.label) for each in offers] != self._offered:
            self._offered = [(each.deed, each.label) for each in offers]
            for button in self.buttons.values():
                for line in self._lines.values():
                    line.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.buttons = {offer.deed: self._button(offer) for offer in offers}
            for links, place in self._places.items():
                place.setVisible(self._lines[links].count() > 0)
        for offer in offers:
            self.buttons[offer.deed].setEnabled(offer.enabled)

    def _button(self, offer: Offer) -> QPushButton:
        classes = {Rank.PRIMARY: "primary", Rank.BUTTON: "", Rank.LINK: "link"}
        button = styled(QPushButton(offer.label), classes[offer.rank], name=offer.label)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self._press, offer.deed))
        self._lines[offer.rank is Rank.LINK].addWidget(button)
        return button

    def _press(self, deed: Deed, _checked: bool = False) -> None:
        if deed is not Deed.COMPARE:
            self.done.emit(deed)
            return
        self._compares = not self._compares
        self.buttons[deed].setText(tr("Hide texts") if self._compares else tr("Compare texts"))
        for view in self.rows:
            view.compare(self._compares)
        self._area.updateGeometry()
