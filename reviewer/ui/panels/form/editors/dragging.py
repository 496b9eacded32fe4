"""Dragging an item of a list: its picture goes along with the mouse, and so does the form.

A mouse grab of the handle alone does it; Qt's own drag and drop would run an
event loop of its own and offer the item to other programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

EDGE = 36
"""So near to the upper or lower edge of the form, in pixels, it scrolls."""
EVERY = 16
"""Milliseconds between two steps of scrolling."""
OPAQUE = 0.92


class Dragging(QObject):
    """The way of one item through its list, from the first move to the drop."""

    moved = Signal()

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._frames: Sequence[QWidget] = ()
        self._picture: QLabel | None = None
        self._hold = QPoint()
        self._at = QPoint()
        self._called_off = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._scroll)
        self.target: int | None = None

    def go_on(self, frame: QWidget, frames: Sequence[QWidget], held: QPoint, at: QPoint) -> None:
        """``frame``, one of ``frames``, is dragged from ``held`` to ``at`` on the screen."""
        if self._called_off:
            return
        self._frames = frames
        if self._picture is None:
            self._begin(frame, held)
        self._follow(at)

    def end(self) -> int | None:
        """The item is let go; returns the place before which it shall stand, if any."""
        target = self.target
        self._stop()
        self._called_off = False
        return target

    def gap(self) -> QRect | None:
        """Where a bar is to be drawn: the place to which the item would go."""
        if self.target is None or not self._frames:
            return None
        if self.target < len(self._frames):
            y = self._frames[self.target].geometry().top() - 3
        else:
            y = self._frames[-1].geometry().bottom() + 2
        return QRect(0, y, self._area.width(), 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape lets go of the item where it was."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._called_off = True
            self._stop()
            return True
        return super().eventFilter(watched, event)

    def _begin(self, frame: QWidget, held: QPoint) -> None:
        self._hold = frame.mapFromGlobal(held)
        self._picture = QLabel(self._area.window())
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture.setPixmap(_faded(frame.grab()))
        self._picture.adjustSize()
        self._picture.show()
        self._timer.start()
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _stop(self) -> None:
        self.target = None
        self._timer.stop()
        app = QCoreApplication.instance()
        if self._picture is not None and app is not None:
            app.removeEventFilter(self)
            self._picture.hide()
            self._picture.deleteLater()
            self._picture = None
        self.moved.emit()

    def _follow(self, at: QPoint) -> None:
        self._at = at
        if self._picture is not None:
            corner = self._area.window().mapFromGlobal(at - self._hold)
            left = self._area.mapTo(self._area.window(), QPoint(0, 0)).x()
            self._picture.move(left, corner.y())
        y = self._area.mapFromGlobal(at).y()
        self.target = sum(frame.geometry().center().y() < y for frame in self._frames)
        self.moved.emit()

    def _scroll(self) -> None:
        form = _form_around(self._area)
        step = 0 if form is None else _step(form.viewport(), self._at)
        if form is not None and step:
            bar = form.verticalScrollBar()
            bar.setValue(bar.value() + step)
            self._follow(self._at)


def _step(viewport: QWidget, at: QPoint) -> int:
    """How far to scroll: the nearer to the edge, and beyond it, the faster."""
    y = viewport.mapFromGlobal(at).y()
    if y < EDGE:
        return -min(EDGE - y, EDGE) // 3
    beyond = y - (viewport.height() - EDGE)
    return min(beyond, EDGE) // 3 if beyond > 0 else 0


def _form_around(widget: QWidget | None) -> QScrollArea | None:
    while widget is not None and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget


def _faded(picture: QPixmap) -> QPixmap:
    faded = QPixmap(picture.size())
    faded.setDevicePixelRatio(picture.devicePixelRatio())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(OPAQUE)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return faded
