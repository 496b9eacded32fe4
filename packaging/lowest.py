"""Passes the tests with the lowest version of each dependency that pyproject.toml allows.

The environment is ``.venv-lowest``. Arguments go to pytest.
"""

from __future__ import annotations

import sys

import environment
import system

FOLDER = environment.CHECKOUT / ".venv-lowest"


def main() -> int:
    """Set up, then run pytest; returns its exit code."""
    wanted = [requirement.replace(">=", "==") for requirement in environment.requirements()]
    python = environment.prepare_with(FOLDER, wanted)
    system.bring_libraries()
    return environment.run_tests(python, sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
