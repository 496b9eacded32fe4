"""What is wrong with the configurations, or has no effect here: by reason, with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QTreeWidget, QTreeWidgetItem

from reviewer.schema.finding import Severity
from reviewer.ui.texts import tr
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.severity import LOOKS
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.schema.lines import NoticeGroup
    from reviewer.ui.theme.theme import Theme

WHY, WHERE = 0, 1
FILE_WIDTH = 350


class NoticesView(QStackedWidget):
    """A tree: reasons, and below each the places."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[NoticeGroup, ...] | None = None
        self.tree = styled(QTreeWidget(), "card", "fields", name=tr("Notices"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([tr("File and place"), tr("Why")])
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setColumnWidth(0, FILE_WIDTH)
        self.tree.setUniformRowHeights(True)
        nothing = tr("Everything that the folder’s configurations say has an effect.")
        self.addWidget(EmptyState(tr("No notices"), nothing))
        self.addWidget(self.tree)

    def show_notices(self, groups: Sequence[NoticeGroup]) -> None:
        """List these; what is wrong is unfolded."""
        shown = tuple(groups)
        if shown != self._shown:
            self._shown = shown
            self.tree.clear()
            for group in shown:
                self._add(group)
        self.setCurrentIndex(1 if shown else 0)

    def _add(self, group: NoticeGroup) -> None:
        look = LOOKS[Severity.WARNING if group.problem else Severity.HINT]
        alone = group.places[0] if len(group.places) == 1 else ""
        count = f"  ({len(group.places):,})" if len(group.places) > 1 else ""
        place = ", ".join(part for part in (group.file, alone) if part)
        item = QTreeWidgetItem([f"{place}{count}", group.why])
        item.setIcon(0, self._theme.icon(look.icon, look.token))
        item.setToolTip(1, group.why)
        item.setToolTip(0, place)
        if not alone:
            item.addChildren([QTreeWidgetItem([each, ""]) for each in group.places])
        self.tree.addTopLevelItem(item)
        item.setExpanded(group.problem)
