"""How the article is looked at, kept for the next run: width, size, what scrolls with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reviewer.ui.settings import Settings

WIDTH_SETTING = "preview/width"
ZOOM_SETTING = "preview/zoom"
STYLE_SETTING = "preview/reading-style"
TOGETHER_SETTING = "preview/scroll-together"
WIDTHS: dict[str, int | None] = {"phone": 390, "tablet": 768, "desktop": None}
"""How wide the page is laid out, in pixels of its own; None is the width of the panel."""
ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Sizes in percent."""


class Surface(Protocol):
    """What the choices ask of the widgets."""

    def show_width(self, name: str, width: int | None) -> None:
        """Lay the page out in this width."""
        ...

    def show_zoom(self, percent: int) -> None:
        """Show the page larger or smaller."""
        ...


class Looks:
    """The choices as they stand."""

    def __init__(self, settings: Settings, surface: Surface) -> None:
        self._settings = settings
        self._surface = surface
        self.width = "desktop"
        self.percent = 100
        self.together = settings.flag(TOGETHER_SETTING, default=True)
        self.reading = settings.flag(STYLE_SETTING)
        """Whether our typography is wanted even where the site has a style of its own."""

    def start(self) -> None:
        """Look at the page as in the last run."""
        self.choose_width(self._settings.text(WIDTH_SETTING))
        percent = self._settings.number(ZOOM_SETTING, 100)
        self._show_zoom(percent if percent in ZOOMS else 100)

    def choose_width(self, name: str) -> None:
        """Lay the page out as on a phone, a tablet, or as wide as the panel is."""
        self.width = name if name in WIDTHS else "desktop"
        self._surface.show_width(self.width, WIDTHS[self.width])
        self._settings.keep(WIDTH_SETTING, self.width)

    def zoom(self, step: int) -> None:
        """Show the page a step larger or smaller; 0 is as it is made."""
        at = ZOOMS.index(self.percent) + step
        self._show_zoom(ZOOMS[min(max(at, 0), len(ZOOMS) - 1)] if step else 100)
        self._settings.keep(ZOOM_SETTING, self.percent)

    def toggle_together(self) -> None:
        """Scroll body and preview together from now on, or no longer."""
        self.together = not self.together
        self._settings.keep(TOGETHER_SETTING, self.together)

    def toggle_reading(self) -> None:
        """Show articles in the other style from now on."""
        self.reading = not self.reading
        self._settings.keep(STYLE_SETTING, self.reading)

    def _show_zoom(self, percent: int) -> None:
        self.percent = percent
        self._surface.show_zoom(percent)
