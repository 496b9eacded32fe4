"""Passes the tests, from a fresh checkout: ``python3 packaging/test.py``.

Brings what is missing first (the virtual environment, the packages, Qt's
system libraries). Arguments go to pytest: a file or folder to test, for instance.
"""

from __future__ import annotations

import sys

import environment
import system


def main() -> int:
    """Set up, then run pytest; returns its exit code."""
    python = environment.prepare()
    system.bring_libraries()
    return environment.run_tests(python, sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
