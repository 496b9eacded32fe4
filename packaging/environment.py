"""Makes the virtual environment ``.venv`` in the checkout, and keeps it up to date."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import system

CHECKOUT = Path(__file__).resolve().parents[1]
VENV = CHECKOUT / ".venv"
OLDEST_PYTHON = (3, 11)


def prepare() -> Path:
    """The interpreter of an environment with Reviewer and all it needs; made where missing."""
    python = prepare_with(VENV, ["--editable", f"{CHECKOUT}[test,lint]"])
    _compile(python)
    return python


def prepare_with(folder: Path, requirements: list[str]) -> Path:
    """The interpreter of the environment in ``folder`` with what is required there."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Reviewer needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    if not _works(folder):
        _create(folder)
    _install(folder, requirements)
    return interpreter(folder)


def requirements() -> list[str]:
    """What pyproject.toml asks for, the tests' packages included."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["test"]]


def run_tests(python: Path, arguments: list[str]) -> int:
    """Run pytest in the checkout; returns its exit code."""
    command = [str(python), "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=CHECKOUT, check=False).returncode


def interpreter(folder: Path) -> Path:
    """The Python of the environment in ``folder``."""
    return program(folder, "python")


def program(folder: Path, name: str) -> Path:
    """A command of the environment in ``folder``."""
    windows = sys.platform == "win32"
    return folder / ("Scripts" if windows else "bin") / (f"{name}.exe" if windows else name)


def _works(folder: Path) -> bool:
    """Whether the environment is whole; one that was interrupted, or moved, is not."""
    if not interpreter(folder).exists():
        return False
    return _quiet(str(interpreter(folder)), "-m", "pip", "--version")


def _create(folder: Path) -> None:
    print(f"Making the virtual environment {folder.name}.", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    if find_spec("ensurepip") is not None and _quiet(sys.executable, "-m", "venv", str(folder)):
        return
    # Debian and Ubuntu keep the part that puts pip into a new environment in a package apart.
    if _with_pip_from_elsewhere(folder):
        return
    if shutil.which("apt-get") is None:
        sys.exit("Python's venv module is not complete here; install it with your system's tools.")
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    system.install([(version, "python3-venv")], "Python's venv module is not complete here")
    _run(sys.executable, "-m", "venv", "--clear", str(folder))


def _with_pip_from_elsewhere(folder: Path) -> bool:
    """Make the environment with the pip of the system, where it has one."""
    if find_spec("pip") is None:
        return False
    made = _quiet(sys.executable, "-m", "venv", "--without-pip", "--clear", str(folder))
    pip = [sys.executable, "-m", "pip", "--python", str(interpreter(folder)), "install", "pip"]
    return made and _quiet(*pip)


def _install(folder: Path, requirements: list[str]) -> None:
    """Bring the packages, unless nothing that decides about them has changed."""
    stamp = folder / "reviewer-stamp"
    wanted = _fingerprint(requirements)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print("Bringing the packages (Qt is large: this takes some minutes, once).", flush=True)
    pip = [str(interpreter(folder)), "-m", "pip", "install", "--disable-pip-version-check"]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    _run(*pip, *quiet, *requirements)
    stamp.write_text(wanted, encoding="utf-8")


def _compile(python: Path) -> None:
    """Compile Reviewer, as pip does with what it copies, so that the first start is quick too."""
    _run(str(python), "-m", "compileall", "-q", str(CHECKOUT / "reviewer"))


def _fingerprint(requirements: list[str]) -> str:
    project = (CHECKOUT / "pyproject.toml").read_bytes()
    parts = [project, sys.version.encode(), "\n".join(requirements).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _quiet(*command: str) -> bool:
    nothing = subprocess.DEVNULL
    answer = subprocess.run(command, stdin=nothing, stdout=nothing, stderr=nothing, check=False)
    return answer.returncode == 0


def _run(*command: str) -> None:
    answer = subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
    if answer.returncode:
        sys.exit(f"This failed (see above): {' '.join(command)}")
