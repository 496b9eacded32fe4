"""What the mouse and the scroll bar of the article point at, in lines and fields of the post."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from reviewer.ui.web.pointed import Pointed

if TYPE_CHECKING:
    from reviewer.ui.web.article_view import ArticleView

CLICK_SLACK = 3
"""Pixels that a hand moves while it clicks."""
INPUTS = (QEvent.Type.Wheel, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Places(QObject):
    """Follows the editor's hands on an article, and moves the article to other places."""

    pointed = Signal(object)
    """A click on something, as ``Pointed``."""
    scrolled = Signal(float)
    """The line at the upper edge, when the editor scrolled the article."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPointF | None = None
        self._leads = False
        view.page().scrollPositionChanged.connect(self._on_scrolled)

    def watch(self, proxy: QObject) -> None:
        """Take the mouse and the keys of the widget that gets them."""
        proxy.installEventFilter(self)

    # Moving the article

    def follow(self, line: float) -> None:
        """Bring a line to the upper edge."""
        self._leads = False
        self._view.run(f"places.follow({float(line)!r})")

    def reveal(self, line: int) -> None:
        """Bring a line into view if it is not."""
        self._leads = False
        self._view.run(f"places.reveal({line})")

    def reveal_field(self, name: str) -> None:
        """Bring what a field shows into view if it is not."""
        self._leads = False
        self._view.run(f"places.revealField({json.dumps(name)})")

    # What the editor does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is done; the event itself goes on to the page."""
        if event.type() in INPUTS:
            self._leads = True
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            self._on_mouse(event)
        return super().eventFilter(watched, event)

    def _on_mouse(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = event.position()
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self._pressed = None
            self._ask(event.position(), twice=True)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            moved = event.position() - self._pressed
            self._pressed = None
            if moved.manhattanLength() <= CLICK_SLACK and not event.modifiers():
                self._ask(event.position(), twice=False)

    def _ask(self, point: QPointF, *, twice: bool) -> None:
        place = point / self._view.zoomFactor()
        script = f"JSON.stringify(places.placeAt({place.x()}, {place.y()}, {json.dumps(twice)}))"
        self._view.ask_if_ready(script, lambda found: self._tell(found, twice))

    def _tell(self, found: Any, twice: bool) -> None:
        place = json.loads(found) if isinstance(found, str) else None
        if place and (place["line"] or place["field"]):
            self.pointed.emit(Pointed(int(place["line"]), str(place["field"]), twice))

    def _on_scrolled(self, _position: QPointF) -> None:
        if self._leads:
            self._view.ask_if_ready("places.lineAtTop()", self._tell_line)

    def _tell_line(self, line: Any) -> None:
        if self._leads and isinstance(line, (int, float)):
            self.scrolled.emit(float(line))
