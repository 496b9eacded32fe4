"""Passes the tests of everything but the window in an environment that has no Qt.

The proof that scripts and servers can use the package without it. The
environment, ``.venv-without-qt``, holds the packages that pyproject.toml
names, less those that need Qt. Arguments go to pytest.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib

import environment

FOLDER = environment.CHECKOUT / ".venv-without-qt"
NEEDS_QT = ("pyside6", "pytest-qt")
NOT_FOR_TESTS = ("ruff", "mypy", "types-")


def main() -> int:
    """Set up, then run pytest; returns its exit code."""
    python = environment.prepare_with(FOLDER, requirements())
    command = [str(python), "-m", "pytest", *sys.argv[1:]]
    return subprocess.run(command, cwd=environment.CHECKOUT, check=False).returncode


def requirements() -> list[str]:
    """What pyproject.toml asks for, less Qt and what no test imports."""
    project = tomllib.loads((environment.CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    return [line for line in wanted if not line.lower().startswith((*NEEDS_QT, *NOT_FOR_TESTS))]


if __name__ == "__main__":
    sys.exit(main())
