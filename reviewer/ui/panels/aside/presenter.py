"""Decides which page the right-hand column shows, and remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.settings import Settings

SETTING = "preview/page"


class View(Protocol):
    """What the presenter needs of the widgets."""

    def show_page(self, key: str) -> None:
        """Show this page and mark its segment."""
        ...


class AsidePresenter:
    """One of ``keys`` is shown at any time; the first one unless another was chosen."""

    def __init__(self, settings: Settings, keys: Sequence[str], view: View) -> None:
        self._settings = settings
        self._keys = tuple(keys)
        self._view = view
        self.shown = ""

    def start(self) -> None:
        """Show the page that was shown in the last run."""
        kept = self._settings.text(SETTING)
        self._show(kept if kept in self._keys else self._keys[0])

    def choose(self, key: str) -> None:
        """Show a page from now on, in later runs too."""
        self._settings.keep(SETTING, key)
        self._show(key)

    def _show(self, key: str) -> None:
        if key != self.shown:
            self.shown = key
            self._view.show_page(key)
