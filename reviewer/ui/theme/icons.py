"""Icons from bundled SVG files, drawn in the colour that the theme asks for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 16
SCALES = (1, 2, 3)


def tinted(name: str, colour: str, disabled: str) -> QIcon:
    """The icon ``name`` with strokes in ``colour``, in ``disabled`` where it cannot be used."""
    icon = QIcon()
    for mode, stroke in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for scale in SCALES:
            icon.addPixmap(_pixmap(name, stroke, scale), mode)
    return icon


def icon_path(name: str) -> Path:
    """Where the icon's file lies; an unknown name raises KeyError."""
    path = resource("icons") / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    return path


@cache
def _source(name: str) -> str:
    return icon_path(name).read_text(encoding="utf-8")


def _pixmap(name: str, stroke: str, scale: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", stroke).encode()))
    pixmap = QPixmap(SIZE * scale, SIZE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resource("icons") / "app.svg"))
