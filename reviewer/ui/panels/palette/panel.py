"""Joins the palette's presenter and view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.palette.presenter import PalettePresenter
from reviewer.ui.panels.palette.view import PaletteView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context


class PalettePanel:
    """Finds posts and commands; lies over ``parent`` while it is open."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self.presenter = PalettePresenter(context)
        self._view = PaletteView(context.theme, parent)
        self.widget: QWidget = self._view
        self.presenter.found.connect(self._view.show_hits)
        self._view.typed.connect(self._find)
        self._view.picked.connect(self.presenter.pick)

    def open(self, text: str = "") -> None:
        """Show the palette with ``text`` typed already."""
        self._view.open(text)

    def _find(self, text: str) -> None:
        self.presenter.find(text)
        if self.presenter.waiting:
            self._view.wait()
