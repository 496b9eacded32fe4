"""The list of values that other posts use, with how many of them do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.ui.panels.form.style import rules
from reviewer.ui.theme.tokens import colours
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QLineEdit

    from reviewer.schema.field import Option
    from reviewer.ui.theme.theme import Theme

COUNT = Qt.ItemDataRole.UserRole + 1


class Suggestions(QCompleter):
    """Completes a line from the known values; contained text matches, not only its start."""

    def __init__(self, line: QLineEdit, theme: Theme) -> None:
        super().__init__(line)
        self._line = line
        self._choices: tuple[Option, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(10)
        self._popup = popup = QListView()
        styled(popup, "suggestions")
        popup.setStyleSheet(rules(colours(theme.dark)))
        self.setPopup(popup)
        # Qt gives the popup a delegate of its own when it is set.
        popup.setItemDelegate(_CountDelegate(theme, popup))
        line.setCompleter(self)

    def show_choices(self, choices: Iterable[Option]) -> None:
        """Complete from these values from now on."""
        choices = tuple(choices)
        if choices == self._choices:
            return
        self._choices = choices
        self._model.clear()
        for choice in choices:
            item = QStandardItem(choice.text)
            item.setData(choice.count, COUNT)
            self._model.appendRow(item)

    def show_all(self) -> None:
        """Show the whole list, whatever is typed."""
        if self._choices:
            self.setCompletionPrefix("")
            self.complete()

    def take_all(self) -> None:
        """Show every value that is given, for somebody else has chosen them."""
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)

    def hide(self) -> None:
        """Show no list any more."""
        self._popup.hide()


class _CountDelegate(QStyledItemDelegate):
    """Draws the count at the right, faintly."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The value as usual, then its count."""
        super().paint(painter, option, index)
        count = index.data(COUNT)
        if count:
            painter.save()
            painter.setPen(self._theme.colour("faint"))
            area = option.rect.adjusted(0, 0, -10, 0)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, flags, f"{count:,}")
            painter.restore()
