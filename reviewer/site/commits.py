"""The texts that a file had in Git's commits, read without running anything the folder names.

A folder from elsewhere may bring a ``.git/config`` that names programs (signature
checks, file monitors, helpers for remotes). Only plumbing that reads objects is
called here, with those settings overruled, without a shell and without a network.
"""

from __future__ import annotations

import logging
import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_log = logging.getLogger(__name__)

NEWEST = 50
"""Commits of a file that are read."""
LARGEST = 20_000_000
"""Bytes of text that are read in all."""
PATIENCE = 15
"""Seconds that Git may take."""
_OVERRULED = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "log.showSignature=false",
    "log.mailmap=false",
    "protocol.allow=never",
)
_LOG = ("log", "--follow", "--no-merges", "--no-show-signature", "--no-ext-diff", "--no-textconv")
_FORMAT = "--format=%x01%H%x00%at%x00%an%x00%s"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that changed the file: ``when`` in seconds since 1970, and the text it left."""

    name: str
    when: float
    author: str
    subject: str
    data: bytes


def commits(file: Path, newest: int = NEWEST) -> tuple[Commit, ...]:
    """The commits that changed ``file``, the newest first, through renamings.

    None where there is no Git, no repository, or no commit of this file.
    """
    if not _is_tracked_folder(file.parent):
        return ()
    try:
        heads = _heads(file, newest)
        return tuple(_with_texts(file.parent, heads))
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        _log.info("no commits of %s: %s", file, error)
        return ()


@dataclass(frozen=True, slots=True)
class _Head:
    name: str
    when: float
    author: str
    subject: str
    path: str


def _is_tracked_folder(folder: Path) -> bool:
    return any((above / ".git").exists() for above in (folder, *folder.parents))


def _heads(file: Path, newest: int) -> list[_Head]:
    asked = (*_LOG, _FORMAT, "-z", "--name-only", f"--max-count={newest}", "--", file.name)
    answer = _git(file.parent, asked).decode("utf-8", "surrogateescape")
    return [_head(part) for part in answer.split("\x01")[1:]]


def _head(part: str) -> _Head:
    name, when, author, rest = part.split("\0", 3)
    subject, _, paths = rest.partition("\0")
    return _Head(name, float(when), author, subject, paths.strip("\0\n"))


def _with_texts(folder: Path, heads: Sequence[_Head]) -> list[Commit]:
    wanted = "".join(f"{head.name}:{head.path}\n" for head in heads if "\n" not in head.path)
    answer = _git(folder, ("cat-file", "--batch"), os.fsencode(wanted))
    found: list[Commit] = []
    at = 0
    for head in heads:
        if "\n" in head.path:
            continue
        line_end = answer.index(b"\n", at)
        words = answer[at:line_end].split()
        at = line_end + 1
        if words[-1] == b"missing":  # the commit that deleted the file
            continue
        size = int(words[-1])
        data = answer[at : at + size]
        at += size + 1
        found.append(Commit(head.name, head.when, head.author, head.subject, data))
    return found


def _git(folder: Path, arguments: Sequence[str], asked: bytes = b"") -> bytes:
    settings = [word for setting in _OVERRULED for word in ("-c", setting)]
    done = subprocess.run(
        ["git", "--no-pager", "--no-optional-locks", *settings, *arguments],
        cwd=folder,
        input=asked,
        capture_output=True,
        timeout=PATIENCE,
        check=True,
        env=_environment(),
    )
    if len(done.stdout) > LARGEST:
        raise ValueError("too much to read")
    return done.stdout


def _environment() -> dict[str, str]:
    """The user's, less what would lead Git to another repository."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat"}
