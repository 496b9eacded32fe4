"""Passes the tests of everything but the window in an environment that has no Qt.

The proof that scripts and servers can use the package without it. The
environment is ``.venv-without-qt``. Arguments go to pytest.
"""

from __future__ import annotations

import sys

import environment

FOLDER = environment.CHECKOUT / ".venv-without-qt"
LEFT_OUT = ("pyside6", "pytest-qt")


def main() -> int:
    """Set up, then run pytest; returns its exit code."""
    wanted = [r for r in environment.requirements() if not r.lower().startswith(LEFT_OUT)]
    return environment.run_tests(environment.prepare_with(FOLDER, wanted), sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
