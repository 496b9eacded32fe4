"""Joins the preview's widgets and presenter, and enters its actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QDesktopServices

from reviewer.ui.actions.table import Action
from reviewer.ui.actions.view_actions import VIEW_MENU
from reviewer.ui.panels.preview.presenter import PreviewPresenter
from reviewer.ui.panels.preview.view import PreviewView
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context

WIDTH_LABELS = {
    "phone": "Preview: as on a phone",
    "tablet": "Preview: as on a tablet",
    "desktop": "Preview: as wide as the panel",
}

FIRST_WIDTH_KEY = 7
"""Ctrl and the digits before it are the tabs'."""


class PreviewPanel:
    """The article beside the editor; ``open_url`` opens a link in the system's browser."""

    def __init__(
        self, context: Context, open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
    ) -> None:
        self.view = PreviewView()
        self.widget: QWidget = self.view
        self.tools = self.view.tools
        self.presenter = PreviewPresenter(context, self.view)
        self.view.width_chosen.connect(self.presenter.choose_width)
        self.view.remote_asked.connect(self.presenter.load_remote_images)
        self.view.pointed.connect(self.presenter.go_to)
        self.view.scrolled.connect(self.presenter.page_scrolled)
        self.view.link_clicked.connect(open_url)
        context.actions.add(*self._actions())
        self.presenter.start()

    def _actions(self) -> tuple[Action, ...]:
        presenter = self.presenter
        widths = (
            Action(
                f"preview-{name}",
                tr(label),
                partial(presenter.choose_width, name),
                f"Ctrl+{number}",
                menu=VIEW_MENU,
                checked=lambda name=name: presenter.width == name,  # type: ignore[misc]
            )
            for number, (name, label) in enumerate(WIDTH_LABELS.items(), start=FIRST_WIDTH_KEY)
        )
        load = Action(
            "preview-remote-images",
            tr("Preview: load remote images"),
            presenter.load_remote_images,
            "Ctrl+Shift+I",
            enabled=presenter.has_blocked_images,
            menu=VIEW_MENU,
        )
        together = Action(
            "preview-together",
            tr("Scroll body and preview together"),
            presenter.toggle_together,
            "Ctrl+Alt+S",
            menu=VIEW_MENU,
            checked=lambda: presenter.together,
        )
        return (*widths, load, together)
