"""A widget that tells when it comes into sight and when it goes, so that nothing is made unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent


class SeenWidget(QWidget):
    """``shown`` says that what it shows is worth working out now, ``hidden`` that it is not."""

    shown = Signal()
    hidden = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        """It is seen from now on."""
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self.hidden.emit()
