"""A web page that cannot ask the editor for anything: no dialogs, no files, no permissions."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtWebEngineCore import QWebEnginePage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QUrl
    from PySide6.QtWebEngineCore import QWebEnginePermission, QWebEngineProfile

logger = logging.getLogger(__name__)


class QuietPage(QWebEnginePage):
    """Answers no to whatever a page wants of the editor, and writes its messages to the log."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self.permissionRequested.connect(_refuse)

    def javaScriptAlert(self, _origin: QUrl | str, message: str) -> None:
        """A page does not stop the editor's work."""
        logger.debug("alert: %s", message)

    def javaScriptConfirm(self, _origin: QUrl | str, message: str) -> bool:
        """Nobody is asked."""
        logger.debug("confirm: %s", message)
        return False

    def javaScriptPrompt(self, _origin: QUrl | str, message: str, _usual: str) -> tuple[bool, str]:
        """Nobody is asked."""
        logger.debug("prompt: %s", message)
        return False, ""

    def chooseFiles(
        self,
        _mode: QWebEnginePage.FileSelectionMode,
        _names: Sequence[str],
        _kinds: Sequence[str],
    ) -> list[str]:
        """No page gets a file of the editor's."""
        return []

    def javaScriptConsoleMessage(
        self,
        _level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        _line: int,
        _source: str,
    ) -> None:
        """For whoever looks at our log; what Chromium refused is no concern of the user's."""
        logger.debug("console: %s", message)


def _refuse(permission: QWebEnginePermission) -> None:
    permission.deny()
