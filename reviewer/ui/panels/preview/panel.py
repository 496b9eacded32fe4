"""Joins the preview's widgets and presenter, and enters its actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QDesktopServices

from reviewer.ui.panels.preview.actions import export_actions, look_actions, page_actions
from reviewer.ui.panels.preview.exporting import Exporting
from reviewer.ui.panels.preview.presenter import PreviewPresenter
from reviewer.ui.panels.preview.printing import copy_html
from reviewer.ui.panels.preview.view import PreviewView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context


class PreviewPanel:
    """The article beside the editor; ``open_url`` opens a link in the system's browser."""

    def __init__(
        self, context: Context, open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
    ) -> None:
        self.view = PreviewView()
        self.widget: QWidget = self.view
        self.tools = self.view.tools
        self.presenter = PreviewPresenter(context, self.view)
        printing = self.view.printing
        self.exporting = Exporting(context, self.presenter.options, printing.write_pdf, copy_html)
        printing.pdf_written.connect(self.exporting.pdf_written)
        self.view.width_chosen.connect(self.presenter.looks.choose_width)
        self.view.remote_asked.connect(self.presenter.load_remote_images)
        self.view.style_asked.connect(self.presenter.styles.toggle_reading)
        self.view.pointed.connect(self.presenter.go_to)
        self.view.scrolled.connect(self.presenter.page_scrolled)
        self.view.link_clicked.connect(open_url)
        context.actions.add(
            *look_actions(self.presenter.looks),
            *page_actions(self.presenter),
            *export_actions(self.exporting, self.view.find_bar.open, printing.print),
        )
        self.presenter.start()
