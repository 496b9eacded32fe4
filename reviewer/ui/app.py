"""Starts the program with its window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from platformdirs import user_state_path
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

import reviewer
from reviewer.errors import ReviewerError
from reviewer.ui.assembly import build_window
from reviewer.ui.crash import CrashHandler
from reviewer.ui.interrupts import Interrupts
from reviewer.ui.quiet_heap import quieten_heap
from reviewer.ui.theme.icons import app_icon
from reviewer.ui.web.scheme import register_scheme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SWITCH_INTERVAL = 0.0005
"""Seconds for which a thread may keep Python's lock from the others."""


def run(path: Path | None, argv: Sequence[str] = ()) -> int:
    """Show the window on ``path`` (a folder or a post), else on the sample site.

    Returns the exit code once the window has been closed. Raises
    ``ReviewerError`` where no window can be shown.
    """
    refuse_hopeless_start()
    app = make_app(argv)
    crashes = CrashHandler()
    crashes.install()
    window = build_window(app, journals=journal_folder())
    interrupts = Interrupts(window.close)
    window.show()
    quieten_heap()
    if path is not None:
        window.shell.open_folder(path)
    else:
        window.shell.open_sample()
    try:
        return app.exec()
    finally:
        interrupts.remove()
        window.context.close()
        # Chromium crashes where its view outlives the application object.
        delete(window)
        crashes.remove()


def journal_folder() -> Path:
    """Where unsaved work is put on record."""
    return user_state_path("reviewer", appauthor=False) / "journal"


def refuse_hopeless_start() -> None:
    """Say in words what Qt and Chromium would only abort for."""
    if not sys.platform.startswith("linux"):
        return
    if not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        raise ReviewerError(
            "There is no display to show the window on.",
            remedy="“reviewer demo” does the main job off screen, with a picture of each step.",
        )
    if os.geteuid() == 0 and "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ:
        raise ReviewerError(
            "The preview's Chromium does not run its sandbox as root.",
            remedy="Start Reviewer as an ordinary user.",
        )


def make_app(argv: Sequence[str] = ()) -> QApplication:
    """The application object, or the one that there is."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    # Chromium takes its schemes before the application object is made, or never.
    register_scheme()
    app = QApplication([sys.argv[0], *argv])
    app.setApplicationName("Reviewer")
    app.setOrganizationName("Reviewer")
    app.setApplicationVersion(reviewer.__version__)
    app.setWindowIcon(app_icon())
    app.setStyle("Fusion")
    # A thread that renders gives way to the one that paints sooner than Python's usual 5 ms.
    sys.setswitchinterval(SWITCH_INTERVAL)
    return app
