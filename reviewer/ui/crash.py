"""The last resort: an error that nobody expected is written down and shown in plain words."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

import reviewer
from reviewer.ui.logbook import Logbook, log_file
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

log = logging.getLogger(__name__)


class CrashHandler(QObject):
    """Takes the place of Python's hooks for errors; may be called from any thread.

    One message stands at a time, and the same error is shown once: what fails
    at each repaint would else never let the editor save. All go to the log.
    """

    showing = Signal()
    _happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.file = log_file()
        self._logbook = Logbook(self.file)
        self._showing = False
        self._shown: set[str] = set()
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take errors from now on, and write the log."""
        self._logbook.open()
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        sys.unraisablehook = self._take_unraisable

    def remove(self) -> None:
        """Take errors no longer."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        self._logbook.close()

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the error down and show it."""
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        log.critical("unexpected error", exc_info=(kind, error, trace))
        where = _signature(kind, trace)
        if where not in self._shown:
            self._shown.add(where)
            self._happened.emit(report(kind, error, trace))

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            error = args.exc_value or args.exc_type()
            self.take(args.exc_type, error, args.exc_traceback)

    def _take_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        # While an object is taken away there is nothing left to do about it.
        error = args.exc_value or args.exc_type()
        exc_info = (args.exc_type, error, args.exc_traceback)
        log.error("%s: %r", args.err_msg or "ignored", args.object, exc_info=exc_info)

    def _show(self, text: str) -> None:
        if self._showing:
            return
        self._showing = True
        self.showing.emit()
        box = crash_message(text, self.file)
        box.exec()
        box.deleteLater()
        self._showing = False


def crash_message(text: str, file: Path) -> QMessageBox:
    """The message: what to do first, the report behind a button, where the log lies."""
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Reviewer"), tr("Something went wrong."))
    box.setInformativeText(
        tr(
            "Your posts on disk are as they were, and what you have typed is still open. Save it,"
            " then start Reviewer again. What you cannot save is offered at the next start."
            "\n\nThe report below helps us to mend this; it was also"
            " written to {file}.",
            file=file,
        )
    )
    box.setDetailedText(text)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.addButton(QMessageBox.StandardButton.Ok)
    _add_copying(box, text)
    return box


def _add_copying(box: QMessageBox, text: str) -> None:
    """A button that copies the report and leaves the message open."""
    copying = QPushButton(tr("Copy report"), box)
    box.addButton(copying, QMessageBox.ButtonRole.ActionRole)
    # Else the message box would close at the click.
    copying.clicked.disconnect()
    copying.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The error with the versions that matter."""
    versions = (
        f"Reviewer {reviewer.__version__}, Qt {PySide6.__version__},"
        f" Python {platform.python_version()}, {platform.platform()}"
    )
    lines = traceback.format_exception(kind, error, trace)
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{versions}\n\n{''.join(lines)}"


def _signature(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What tells an error from others: its kind, and where it was raised."""
    frames = traceback.extract_tb(trace)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{kind.__qualname__} {place}"
