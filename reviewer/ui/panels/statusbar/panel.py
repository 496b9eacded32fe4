"""The line at the bottom: reading, checking, unsaved work, format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reviewer.ui.panels.statusbar.presenter import StatusPresenter
from reviewer.ui.texts import tr
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.progress_line import ProgressLine
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from reviewer.ui.context import Context
    from reviewer.ui.flows.deciding import Deciding
    from reviewer.ui.flows.disk_changes import DiskChanges
    from reviewer.ui.flows.reading import FolderReading, State
    from reviewer.ui.flows.recovering import Recovering

HEIGHT = 26


class StatusView(QWidget):
    """Words left and right, a progress line while something runs."""

    def __init__(self) -> None:
        super().__init__()
        styled(self, "status", name=tr("Status"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.progress = ProgressLine()
        self.folder, self.reviewed, self.changes, self.flavour, self.format = (
            styled(QLabel(), "small", "mute") for _ in range(5)
        )
        self.trouble = styled(ElidedLabel(), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(18)
        row.addWidget(self.folder)
        row.addWidget(self.reviewed)
        row.addWidget(self.progress)
        row.addWidget(self.trouble, 1)
        row.addWidget(self.changes)
        row.addWidget(self.flavour)
        row.addWidget(self.format)


class StatusPanel:
    """Follows the desk and the reading of the folder."""

    def __init__(
        self,
        context: Context,
        reading: FolderReading,
        disk: DiskChanges,
        recovering: Recovering,
        deciding: Deciding,
    ) -> None:
        self.presenter = StatusPresenter(context)
        self._deciding = deciding
        self._reading = reading
        self._view = StatusView()
        self.widget: QWidget = self._view
        self._view.progress.stopped.connect(reading.stop)
        reading.state_changed.connect(self._show_reading)
        self._troubles = {"disk": "", "journal": ""}
        disk.trouble_changed.connect(lambda text: self._show_trouble("disk", text))
        recovering.trouble.connect(lambda text: self._show_trouble("journal", text))
        workspace = context.workspace
        workspace.folder_opened.connect(lambda _folder: self._show_flavour())
        workspace.current_changed.connect(lambda _post: self._show_post())
        workspace.post_changed.connect(lambda _change: self._show_post())
        workspace.rows_changed.connect(lambda _change: self._show_count(reading.state))
        deciding.decided.connect(lambda _paths: self._show_reviewed())
        self._show_reviewed()
        self._show_reading(reading.state)
        self._show_post()
        self._show_flavour()

    def _show_trouble(self, about: str, text: str) -> None:
        self._troubles[about] = text
        self._view.trouble.setText(" ".join(filter(None, self._troubles.values())))

    def _show_count(self, state: State) -> None:
        if not state.busy:
            self._view.folder.setText(self.presenter.folder(state))

    def _show_reading(self, state: State) -> None:
        text = self.presenter.folder(state)
        if state.busy:
            self._view.folder.hide()
            self._view.progress.show_progress(text, state.done, state.total)
            return
        self._view.progress.hide()
        self._view.folder.setText(text)
        self._view.folder.show()

    def _show_reviewed(self) -> None:
        self._view.reviewed.setText(self.presenter.reviewed(self._deciding.done_today()))

    def _show_flavour(self) -> None:
        label, details = self.presenter.flavour()
        self._view.flavour.setText(label)
        self._view.flavour.setToolTip(details)

    def _show_post(self) -> None:
        self._view.changes.setText(self.presenter.changes())
        self._view.format.setText(self.presenter.format())
