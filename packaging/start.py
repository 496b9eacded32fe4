"""Opens Reviewer on its sample site, from a fresh checkout: ``python3 packaging/start.py``.

Brings what is missing first (the virtual environment, the packages, Qt's
system libraries). Where there is no display, it lets Reviewer do its main job
off screen instead. Arguments go to ``reviewer``: a folder to open, for instance.
"""

from __future__ import annotations

import os
import subprocess
import sys

import environment
import system


def main() -> int:
    """Set up, then open the window or run the demo; returns the exit code."""
    environment.prepare()
    system.bring_libraries()
    command = [str(environment.program(environment.VENV, "reviewer"))]
    if system.has_display():
        _mind_root()
        command += sys.argv[1:]
    else:
        print("There is no display here, so no window can open.")
        print("Reviewer does its main job off screen instead (reviewer demo):", flush=True)
        command.append("demo")
    return subprocess.run(command, check=False).returncode


def _mind_root() -> None:
    if sys.platform.startswith("linux") and system.is_root():
        print("You are root, for whom Chromium cannot keep its sandbox: the preview runs without.")
        print("Better start Reviewer as an ordinary user.", flush=True)
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"


if __name__ == "__main__":
    sys.exit(main())
