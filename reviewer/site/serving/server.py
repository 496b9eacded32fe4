"""A site being served: starts the engine behind its guard, listens to it, and ends it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError
from reviewer.site.serving import guard
from reviewer.site.serving.command import HOST, Command, Request
from reviewer.site.serving.static import StaticServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.site.serving.command import Recipe, Which

PATIENCE = 8.0
"""Seconds that guard and engine have to end before they are killed."""
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\r")


class Sign(Enum):
    """What a line of the engine, or its end, means."""

    LINE = "line"
    READY = "ready"
    BUILDING = "building"
    BUILT = "built"
    ERROR = "error"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Heard:
    """One line with its meaning; of ``ENDED`` the exit code."""

    sign: Sign
    text: str = ""
    code: int = 0


class SiteServer:
    """One engine at work on one site; ``tell`` is called in a thread of its own."""

    def __init__(
        self, recipe: Recipe, site: Path, base: str, tell: Callable[[Heard], None]
    ) -> None:
        self._recipe = recipe
        self._site = site
        self._base = base
        self._tell = tell
        self._scratch: TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._static: StaticServer | None = None
        self._listener: Thread | None = None
        self._lock = Lock()
        self._stopped = False
        self.origin = ""

    def start(self, which: Which) -> None:
        """Start the engine; raises ``ReviewerError`` where it cannot be run at all.

        A server that was stopped before it had begun does not begin.
        """
        with self._lock:
            if not self._stopped:
                self._start(which)

    def stop(self) -> None:
        """End the engine and all that it started, and remove what it wrote."""
        with self._lock:
            self._stopped = True
            self._stop()

    def _start(self, which: Which) -> None:
        # Chosen names could be long; Windows keeps files open that engines have just left.
        self._scratch = TemporaryDirectory(prefix="reviewer-site-", ignore_cleanup_errors=True)
        request = Request(self._site, Path(self._scratch.name), free_port(), self._base)
        self.origin = request.origin
        try:
            command = self._recipe.command(request, which)
            self._run(command, request.port)
        except OSError as error:
            self._stop()
            raise ReviewerError(f"{self._recipe.label} could not be started: {error}.") from error

    def _stop(self) -> None:
        if self._process is not None:
            _end(self._process)
        if self._listener is not None:
            self._listener.join()
        if self._static is not None:
            self._static.close()
        if self._scratch is not None:
            self._scratch.cleanup()
        self._process = self._listener = self._static = self._scratch = None

    def _run(self, command: Command, port: int) -> None:
        if command.published is not None:
            self._static = StaticServer(command.published, port)
        self._process = subprocess.Popen(
            [sys.executable, "-I", guard.__file__, *command.argv],
            cwd=command.folder,
            env={**os.environ, **command.env},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._listener = Thread(
            target=self._listen, args=(self._process, command), name="site server", daemon=True
        )
        self._listener.start()

    # In the thread that listens

    def _listen(self, process: subprocess.Popen[bytes], command: Command) -> None:
        assert process.stdout is not None
        with process.stdout as pipe:
            for line in pipe:
                self._hear(_COLOURS.sub("", line.decode("utf-8", "replace")).rstrip(), command)
        self._tell(Heard(Sign.ENDED, code=process.wait()))

    def _hear(self, line: str, command: Command) -> None:
        signs = command.signs
        meanings = (
            (signs.error, Sign.ERROR),
            (signs.building, Sign.BUILDING),
            (signs.built, Sign.BUILT),
            (signs.ready, Sign.READY),
        )
        found = [sign for pattern, sign in meanings if pattern.search(line)]
        self._tell(Heard(Sign.LINE, line))
        for sign in found:
            self._tell(Heard(sign, line))


def free_port() -> int:
    """A port of the loopback address that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _end(process: subprocess.Popen[bytes]) -> None:
    """The end of its input tells the guard to end the engine."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if sys.platform != "win32":
        # What did not end when it was asked, and would hold our end of the output open.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
