"""Faults that the kernel itself gives: system calls that strace lets fail, and a disk that is full.

A child process gets ready and waits; strace takes hold of it and lets the k-th
call of one kind fail; then the child saves, or keeps a journal, and says how it
ended. ``tests.measure.faults`` says what must hold afterwards.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

CALLS = {
    "openat": ("ENOSPC", "EIO", "EACCES", "EROFS", "EINTR"),
    "write": ("ENOSPC", "EIO", "EINTR"),
    "fsync": ("ENOSPC", "EIO", "EINTR"),
    "rename": ("ENOSPC", "EIO", "EACCES", "EROFS"),
    "unlink": ("EIO", "EACCES"),
    "chmod": ("EIO", "EACCES", "EROFS"),
    "mkdir": ("ENOSPC", "EACCES", "EROFS"),
    "ftruncate": ("EIO", "EROFS"),
    "flock": ("EIO", "ENOLCK"),
    "newfstatat": ("EIO", "EACCES"),
    "close": ("EIO",),
}
"""What is let fail, and how. EINTR is what the kernel says when a signal comes in between."""
DONE = "done: "


def can_trace() -> bool:
    """Whether strace is there and may take hold of a process."""
    if not shutil.which("strace"):
        return False
    probe = ("strace", "-o", os.devnull, "-e", "inject=chmod:error=EIO:when=1", "true")
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def child(name: str, folder: str) -> list[str]:
    """The command of the process that does the work of a scenario."""
    return [sys.executable, "-m", "tests.measure.faults", "--child", name, folder]


def traced(name: str, folder: Path, call: str, code: str, at: int) -> tuple[str, Fault]:
    """Do the work of a scenario with one failing system call; its message, and what struck."""
    with subprocess.Popen(
        child(name, str(folder)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        log = folder / "strace"
        tracer = _tracer(process.pid, log, f"inject={call}:error={code}:when={at}")
        process.stdin.write("go\n")
        process.stdin.flush()
        said = process.stdout.read()
        tracer.wait()
    fault = Fault(at, getattr(errno, code), (call,))
    if "(INJECTED)" in log.read_text(errors="replace"):
        fault.struck = call
    log.unlink()
    if DONE not in said:
        return "the process did not say how it ended", fault
    return said.partition(DONE)[2].strip(), fault


def _tracer(process: int, log: Path, inject: str) -> subprocess.Popen[str]:
    call = inject.partition("=")[2].partition(":")[0]
    command = ["strace", "-f", "-o", str(log), "-e", f"trace={call}", "-e", inject]
    tracer = subprocess.Popen(
        [*command, "-p", str(process)], stderr=subprocess.PIPE, text=True, bufsize=1
    )
    assert tracer.stderr is not None
    tracer.stderr.readline()  # "Process … attached"
    tracer.stderr.close()
    return tracer


@contextmanager
def small_disk(kilobytes: int = 64) -> Iterator[Path | None]:
    """A file system of its own, so small that it is soon full; nothing where that is refused."""
    with tempfile.TemporaryDirectory(prefix="disk-") as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder]
        try:
            done = subprocess.run(mount, capture_output=True, check=False).returncode == 0
        except OSError:
            done = False
        if not done:
            yield None
            return
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def fill(disk: Path) -> Path:
    """Take all that is left of a disk; returns the file that holds it."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"\0" * 512):
            pass
    return ballast
