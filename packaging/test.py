"""Passes the tests, from a fresh checkout: ``python3 packaging/test.py``.

Brings what is missing first (the virtual environment, the packages, Qt's
system libraries). Arguments go to pytest: a file or folder to test, for instance.
"""

from __future__ import annotations

import subprocess
import sys

import environment
import system


def main() -> int:
    """Set up, then run pytest; returns its exit code."""
    python = environment.prepare()
    system.bring_libraries()
    command = [str(python), "-m", "pytest", *sys.argv[1:]]
    return subprocess.run(command, cwd=environment.CHECKOUT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
