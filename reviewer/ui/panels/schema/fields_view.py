"""Types on the left, their fields in the middle, the chosen field on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QTreeView,
    QTreeWidget,
    QTreeWidgetItem,
)

from reviewer.ui.panels.schema import words
from reviewer.ui.panels.schema.inspector import Inspector
from reviewer.ui.panels.schema.model import FIELD, KIND, ORIGIN, REQUIRED, SHARE, FieldsModel
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.schema.lines import FieldLine, TypeLine
    from reviewer.ui.theme.theme import Theme

WIDTHS = (170, 640, 340)
SMALLEST = (110, 240, 250)
GIVES_WAY = (1, 4, 2)
COLUMNS = {KIND: 124, REQUIRED: 68, SHARE: 62}


class FieldsView(QSplitter):
    """Shows what the presenter tells, and tells which row the editor chose."""

    type_chosen = Signal(int)
    field_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.types = self._type_list()
        self.model = FieldsModel(theme)
        self.fields = self._table()
        self.inspector = Inspector()
        self._showing = False
        self._types: tuple[TypeLine, ...] = ()
        styled(self, "gap")
        self.setHandleWidth(8)
        self.setChildrenCollapsible(False)
        for place, widget in enumerate((self.types, self.fields, self.inspector)):
            widget.setMinimumWidth(SMALLEST[place])
            self.addWidget(widget)
            self.setStretchFactor(place, GIVES_WAY[place])
        self.setSizes(list(WIDTHS))
        self.types.currentItemChanged.connect(lambda _now, _before: self._tell_type())
        self.fields.selectionModel().currentRowChanged.connect(self._tell_field)

    def show_types(self, types: Sequence[TypeLine], current: int) -> None:
        """List the content types."""
        self._showing = True
        if tuple(types) != self._types:
            self._types = tuple(types)
            self.types.clear()
            self.types.addTopLevelItems([_type_item(each) for each in types])
        self.types.setCurrentIndex(self.types.model().index(current, 0))
        self._showing = False

    def show_fields(self, fields: Sequence[FieldLine], current: int) -> None:
        """List the fields."""
        # Blocked signals would also keep the table from drawing what is chosen.
        self._showing = True
        self.model.show(fields)
        if self.fields.currentIndex().row() != current:
            self.fields.setCurrentIndex(self.model.index(current, 0))
        self._showing = False

    def _type_list(self) -> QTreeWidget:
        types = styled(QTreeWidget(), "card", "fields", name=tr("Sorts of posts"))
        types.setColumnCount(2)
        types.setRootIsDecorated(False)
        types.setAllColumnsShowFocus(True)
        types.setHeaderLabels([tr("Sort"), tr("Posts")])
        header = types.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return types

    def _tell_type(self) -> None:
        if not self._showing:
            self.type_chosen.emit(self.types.currentIndex().row())

    def _table(self) -> QTreeView:
        table = styled(QTreeView(), "card", "fields", name=tr("Fields"))
        table.setModel(self.model)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = table.header()
        header.setStretchLastSection(False)
        header.setHighlightSections(False)
        for column in (FIELD, ORIGIN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in COLUMNS.items():
            table.setColumnWidth(column, width)
        return table

    def _tell_field(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.field_chosen.emit(current.row())


def _type_item(line: TypeLine) -> QTreeWidgetItem:
    item = QTreeWidgetItem([line.label, f"{line.count:,}"])
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for column in (0, 1):
        item.setToolTip(column, f"{line.label}: {words.posts(line.count)}")
    return item
