"""The real program with somebody at the keys, in a process of its own that may be killed.

    python -m tests.e2e.typist FOLDER POST TEXT

types TEXT at the end of the post's body, key by key, and says each key that
the post has taken: how many so far and when, by the system's monotonic clock.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reviewer.ui.app import make_app, run
from reviewer.ui.automation.hands import Hands
from reviewer.ui.automation.waiting import pause, until
from reviewer.ui.flows.reading import Phase
from reviewer.ui.main_window import MainWindow
from reviewer.ui.widgets.code_edit import CodeEdit


def type_in(post: str, text: str) -> None:
    """What somebody does who has just started the program."""
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    until(lambda: window.shell.reading.state.phase is Phase.CHECKED, "the folder is read")
    desk = window.context.workspace
    window.context.navigation.go_to_post(post)
    until(lambda: desk.current and desk.current.path == post, f"{post} is shown")
    hands = Hands(window)
    hands.click_tab("body")
    until(lambda: any(one.isVisible() for one in window.findChildren(CodeEdit)), "the body shows")
    (box,) = (one for one in window.findChildren(CodeEdit) if one.isVisible())
    box.setFocus()
    hands.press(box, "Ctrl+End")
    for count, key in enumerate(text, start=1):
        hands.type_text(box, key)
        until(lambda count=count: text[:count] in desk.current.post.body, f"“{key}” is taken")
        print(count, time.monotonic(), flush=True)
        pause(5)


def main() -> int:
    """Start the program on a folder, and type."""
    folder, post, text = sys.argv[1:]
    make_app()
    QTimer.singleShot(0, lambda: type_in(post, text))
    return run(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
