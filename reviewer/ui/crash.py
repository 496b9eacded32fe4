"""The last resort: an error that nobody expected is written down and shown in plain words."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

import PySide6
from platformdirs import user_log_path
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

import reviewer
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

LOG_SIZE = 500_000
log = logging.getLogger(__name__)


class CrashHandler(QObject):
    """Takes the place of ``sys.excepthook``; may be called from any thread."""

    showing = Signal()
    _happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.file = log_file()
        self._log = _log_handler(self.file)
        self._showing = False
        self._before = sys.excepthook
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take errors from now on, and write the log."""
        logging.getLogger().addHandler(self._log)
        sys.excepthook = self.take

    def remove(self) -> None:
        """Take errors no longer."""
        sys.excepthook = self._before
        logging.getLogger().removeHandler(self._log)
        self._log.close()

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the error down and show it; one message at a time."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        log.critical("unexpected error", exc_info=(kind, error, trace))
        self._happened.emit(report(kind, error, trace))

    def _show(self, text: str) -> None:
        if self._showing:
            return
        self._showing = True
        self.showing.emit()
        crash_message(text, self.file).exec()
        self._showing = False


def crash_message(text: str, file: Path) -> QMessageBox:
    """The message: what to do first, the report behind a button, where the log lies."""
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Reviewer"), tr("Something went wrong."))
    box.setInformativeText(
        tr(
            "Your posts on disk are as they were. Save what you have open, then start Reviewer"
            " again.\n\nThe report below helps us to mend this; it was also written to {file}.",
            file=file,
        )
    )
    box.setDetailedText(text)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return box


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The error with the versions that matter; no text of any post."""
    versions = (
        f"Reviewer {reviewer.__version__}, Qt {PySide6.__version__},"
        f" Python {platform.python_version()}, {platform.platform()}"
    )
    lines = traceback.format_exception(kind, error, trace)
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{versions}\n\n{''.join(lines)}"


def _log_handler(file: Path) -> RotatingFileHandler:
    handler = RotatingFileHandler(
        file, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def log_file() -> Path:
    """Where the log is written."""
    return user_log_path("reviewer", appauthor=False, ensure_exists=True) / "reviewer.log"
