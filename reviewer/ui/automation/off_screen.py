"""Lets Qt and Chromium run where there is no screen; to be called before Qt starts."""

from __future__ import annotations

import atexit
import logging
import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

logger = logging.getLogger(__name__)

# No graphics card to talk to, and nothing to tell about that but what is fatal.
CHROMIUM_FLAGS = "--disable-gpu --log-level=3"


def go_off_screen() -> None:
    """Set what Qt and Chromium read from the environment, unless it is set already."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", CHROMIUM_FLAGS)
    if _is_root() and "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ:
        logger.warning("You are root, for whom Chromium has no sandbox: the preview runs without.")
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    qInstallMessageHandler(_log)
    # Qt and Chromium go on talking while the interpreter ends, when no Python can answer.
    atexit.register(qInstallMessageHandler, None)


def _is_root() -> bool:
    return sys.platform.startswith("linux") and os.geteuid() == 0


def _log(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    # Off screen Qt warns of much that is missing there by nature.
    serious = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    logger.log(logging.ERROR if serious else logging.DEBUG, "Qt: %s", text)
