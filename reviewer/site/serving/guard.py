"""Runs a site's engine so that it ends when Reviewer does, however that ends.

A process between the two: its input is a pipe that Reviewer holds open, and
whose end comes even where Reviewer is killed. It then ends the engine and all
that the engine started. Where the guard itself is killed, Linux ends the engine.

It is run as a file by an interpreter of its own, so it imports nothing of ours.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from threading import Thread

PATIENCE = 3.0
"""Seconds that the engine has to end by itself."""
PR_SET_PDEATHSIG = 1
STDIN = 0
IS_WINDOWS = sys.platform == "win32"


def main(command: list[str]) -> int:
    """Run ``command`` until it ends or the input does; returns its exit code."""
    if not IS_WINDOWS:
        # A handler, since to ignore the signal would be inherited by the engine.
        signal.signal(signal.SIGTERM, _stay)
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,
    )
    Thread(target=_follow_input, args=(child,), daemon=True).start()
    code = child.wait()
    _end_all(child)
    return code


def _follow_input(child: subprocess.Popen[bytes]) -> None:
    # Without a buffer, whose lock would be held when the interpreter ends.
    while os.read(STDIN, 1):
        pass
    _end_all(child)
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        _kill_all(child)


def _end_all(child: subprocess.Popen[bytes]) -> None:
    """Ask the engine and its children to end; they are the guard's own group."""
    if IS_WINDOWS:
        _kill_all(child)
    else:
        os.killpg(0, signal.SIGTERM)


def _kill_all(child: subprocess.Popen[bytes]) -> None:
    if IS_WINDOWS:
        tree = ("taskkill", "/T", "/F", "/PID", str(child.pid))
        subprocess.run(tree, capture_output=True, check=False)
    else:
        os.killpg(0, signal.SIGKILL)


def _stay(_signal: int, _frame: object) -> None:
    """The guard goes last."""


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
