"""Tells Git to merge posts with ``reviewer merge-driver``, and takes that back.

Two things make a merge driver: its command in Git's configuration, and lines in
an attributes file that name it for some files. What else stands in either is
left alone.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import reviewer
from reviewer.document.lines import split_lines, usual_end, without_end
from reviewer.errors import ReviewerError
from reviewer.site import storage
from reviewer.site.engines.engine import MARKDOWN

NAME = "reviewer"
DRIVER = "merge-driver --marker-size %L -- %O %A %B %P"
REMARK = "# Posts are merged field by field (reviewer merge-driver)"
PATTERNS = tuple(f"*{extension}" for extension in (*MARKDOWN, ".mdx"))


def install(folder: Path, *, everywhere: bool) -> list[str]:
    """Set it up for the repository that holds ``folder``, or for the user; says what was done."""
    attributes = _attributes_file(folder, everywhere=everywhere)
    scope = _scope(everywhere)
    _git(folder, "config", scope, f"merge.{NAME}.name", "posts, field by field (Reviewer)")
    _git(folder, "config", scope, f"merge.{NAME}.driver", f"{_program()} {DRIVER}")
    lines = split_lines(_read(attributes))
    taken = [pattern for pattern in PATTERNS if _is_taken(pattern, lines)]
    _write(attributes, _with_ours(lines, [each for each in PATTERNS if each not in taken]))
    return [
        f"Git merges posts with Reviewer now ({attributes}).",
        *(f"{pattern} has a merge setting of its own there, which stays." for pattern in taken),
    ]


def uninstall(folder: Path, *, everywhere: bool) -> list[str]:
    """Take away what ``install`` has set up; says what was done."""
    attributes = _attributes_file(folder, everywhere=everywhere)
    scope = _scope(everywhere)
    # Git fails where there is nothing to remove, which is what was asked for.
    _git(folder, "config", scope, "--remove-section", f"merge.{NAME}", may_fail=True)
    if attributes.exists():
        _write(attributes, _without_ours(split_lines(_read(attributes))))
    return [f"Git merges posts in its own way again ({attributes})."]


def _scope(everywhere: bool) -> str:
    return "--global" if everywhere else "--local"


def _attributes_file(folder: Path, *, everywhere: bool) -> Path:
    if not everywhere:
        return Path(_git(folder, "rev-parse", "--show-toplevel")) / ".gitattributes"
    named = _git(folder, "config", "--global", "--type=path", "core.attributesFile", may_fail=True)
    if named:
        return Path(named)
    settings = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(settings) / "git" / "attributes"


def _program() -> str:
    """The command that starts this Reviewer from any folder, for the shell that Git uses."""
    command = f"{shlex.quote(Path(sys.executable).as_posix())} -m reviewer"
    try:
        distribution("reviewer")
    except PackageNotFoundError:
        checkout = Path(reviewer.__file__).parents[1].as_posix()
        return f"PYTHONPATH={shlex.quote(checkout)} {command}"
    return command


def _git(folder: Path, *arguments: str, may_fail: bool = False) -> str:
    """What Git answers, without the line end."""
    try:
        answer = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise ReviewerError("Git is not installed.", remedy="Install it first.") from error
    if answer.returncode and not may_fail:
        said = os.fsdecode(answer.stderr).strip().removeprefix("fatal: ")
        raise ReviewerError(f"Git says: {said}")
    return os.fsdecode(answer.stdout).rstrip("\r\n") if not answer.returncode else ""


def _line(pattern: str) -> str:
    return f"{pattern} merge={NAME}"


def _is_taken(pattern: str, lines: list[str]) -> bool:
    """Whether a pattern is merged in another way already."""
    for line in lines:
        words = line.split()
        if words[:1] == [pattern] and without_end(line) != _line(pattern):
            names = {word.lstrip("-!").partition("=")[0] for word in words[1:]}
            if names & {"merge", "binary"}:
                return True
    return False


def _with_ours(lines: list[str], patterns: list[str]) -> str:
    text = "".join(lines)
    known = {without_end(line) for line in lines}
    missing = [_line(pattern) for pattern in patterns if _line(pattern) not in known]
    if not missing:
        return text
    end = usual_end(lines)
    lead = end if text and not text.endswith(("\n", "\r")) else ""
    ours = [each for each in (REMARK, *missing) if each not in known]
    return text + lead + "".join(each + end for each in ours)


def _without_ours(lines: list[str]) -> str:
    ours = {REMARK, *map(_line, PATTERNS)}
    return "".join(line for line in lines if without_end(line) not in ours)


def _read(path: Path) -> str:
    if not path.exists():
        return ""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _write(path: Path, text: str) -> None:
    """Write the file, all or nothing; one that would be empty goes away."""
    if not text:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    expected = storage.read(path).digest if path.exists() else None
    storage.save(path, text.encode("utf-8", "surrogateescape"), expected)
