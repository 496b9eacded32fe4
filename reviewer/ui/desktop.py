"""The few things asked of the desktop around the window, behind one seam for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

if TYPE_CHECKING:
    from pathlib import Path


class Desktop:
    """File manager and clipboard."""

    def reveal(self, folder: Path) -> None:
        """Show ``folder`` in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard."""
        QGuiApplication.clipboard().setText(text)
