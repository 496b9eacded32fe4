"""The log of the window: a file that never grows large, for all that Python and Qt have to say."""

from __future__ import annotations

import faulthandler
import logging
import threading
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, TextIO

from platformdirs import user_log_path
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from pathlib import Path

LOG_SIZE = 500_000
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_qt_log = logging.getLogger("Qt")


def log_file() -> Path:
    """Where the log is written."""
    return user_log_path("reviewer", appauthor=False, ensure_exists=True) / "reviewer.log"


class Logbook:
    """Writes the log from ``open`` to ``close``."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._handler = _handler(file)
        self._last_words: TextIO | None = None

    def open(self) -> None:
        """Write down what is logged, Python's warnings, Qt's messages, and where a crash was."""
        logging.getLogger().addHandler(self._handler)
        logging.captureWarnings(True)
        qInstallMessageHandler(take_qt_message)
        if not faulthandler.is_enabled():
            # Where even Python falls, as within Qt, nothing else could still write.
            with suppress(OSError):
                self._last_words = self._file.with_name("crash.log").open("a", encoding="utf-8")
                faulthandler.enable(self._last_words)

    def close(self) -> None:
        """Write no more."""
        qInstallMessageHandler(None)
        logging.captureWarnings(False)
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        if self._last_words is not None:
            faulthandler.disable()
            self._last_words.close()
            self._last_words = None


def take_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Log what Qt has to say instead of writing it into the terminal."""
    # Threads of Chromium may speak while Python is ending.
    if threading.main_thread().is_alive():
        _qt_log.log(LEVELS.get(kind, logging.WARNING), "%s", text)


def _handler(file: Path) -> RotatingFileHandler:
    handler = RotatingFileHandler(
        file, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", errors="replace", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
