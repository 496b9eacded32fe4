"""The look of the window now: colours, icons, fonts; by day, by night, as the system says."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from reviewer.desk.events import Event
from reviewer.ui.theme.icons import tinted
from reviewer.ui.theme.palette import palette
from reviewer.ui.theme.stylesheet import stylesheet
from reviewer.ui.theme.tokens import colours

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

UI_FONTS = ["Noto Sans", "Segoe UI", "Helvetica Neue", "sans-serif"]
MONO_FONTS = ["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"]


class Scheme(Enum):
    """Which palette the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class SystemLook(Protocol):
    """What the system says of its own look; ``QStyleHints`` does."""

    colorSchemeChanged: Any

    def colorScheme(self) -> Qt.ColorScheme:
        """Light, dark or unknown."""
        ...


class Theme(QObject):
    """Named colours and icons of the palette in use; ``changed`` when that is another one."""

    def __init__(
        self,
        app: QApplication,
        scheme: Scheme = Scheme.SYSTEM,
        system: SystemLook | None = None,
    ) -> None:
        super().__init__()
        self.changed: Event[Theme] = Event()
        self._app = app
        self._scheme = scheme
        self._system = system or app.styleHints()
        self._dark = self._wants_dark()
        self._colours = colours(self._dark)
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._system.colorSchemeChanged.connect(self._settle)
        self._dress()

    @property
    def dark(self) -> bool:
        """Whether the dark palette is in use."""
        return self._dark

    @property
    def scheme(self) -> Scheme:
        """What the user chose."""
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Use this palette from now on."""
        self._scheme = scheme
        self._settle()

    def value(self, token: str) -> str:
        """A token's colour as ``#rrggbb``; an unknown token raises KeyError."""
        return self._colours[token]

    def colour(self, token: str) -> QColor:
        """A token's colour; an unknown token raises KeyError."""
        return QColor(self._colours[token])

    def icon(self, name: str, token: str = "ink") -> QIcon:
        """The icon drawn in a token's colour; an unknown icon or token raises KeyError."""
        key = (name, self._colours[token])
        if key not in self._icons:
            self._icons[key] = tinted(name, self._colours[token], self._colours["faint"])
        return self._icons[key]

    def font(self, size: float = 13, *, bold: bool = False) -> QFont:
        """The window's font at ``size`` pixels."""
        return _font(UI_FONTS, size, bold)

    def mono(self, size: float = 12) -> QFont:
        """The fixed-width font at ``size`` pixels."""
        return _font(MONO_FONTS, size, False)

    def _wants_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._system.colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def _settle(self) -> None:
        dark = self._wants_dark()
        if dark == self._dark:
            return
        self._dark = dark
        self._colours = colours(dark)
        self._dress()
        self.changed.emit(self)

    def _dress(self) -> None:
        self._app.setFont(self.font())
        self._app.setPalette(palette(self._colours))
        self._app.setStyleSheet(stylesheet(self._colours, dark=self._dark))


def _font(families: list[str], size: float, bold: bool) -> QFont:
    font = QFont(families)
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
