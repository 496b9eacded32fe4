"""Engines are heard, and are gone when they should be, whatever ended them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from select import select
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from reviewer.errors import ReviewerError
from reviewer.site.serving import guard
from reviewer.site.serving.command import Command, Missing, Request, Signs, Which
from reviewer.site.serving.server import Heard, Sign, SiteServer, free_port
from reviewer.site.serving.static import StaticServer
from tests.support import fake_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = Signs(
    re.compile("^ready"), re.compile("^building"), re.compile("^built"), re.compile("^wrong")
)
PATIENCE = 20
linux = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux lets one wait for any process"
)


@dataclass(frozen=True, slots=True)
class Talker:
    """A recipe for an engine that says these lines."""

    lines: tuple[str, ...]
    program: str = sys.executable
    label: str = "Talker"

    def missing(self, site: Path, which: Which) -> Missing | None:
        """Nothing."""
        return None

    def shown(self, site: Path) -> str:
        """In short."""
        return "talk"

    def command(self, request: Request, which: Which) -> Command:
        """The fake engine, which leaves a file in the scratch folder."""
        (request.scratch / "left").write_text("x")
        argv = (self.program, str(fake_engine.__file__), *self.lines, str(request.scratch))
        return Command(argv, request.site, SIGNS)


class Listener:
    """Starts servers, hears what they say, and stops them at the end."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._heard: Queue[Heard] = Queue()
        self.server: SiteServer | None = None

    def start(self, *lines: str, program: str = sys.executable) -> SiteServer:
        """A server whose engine says these lines, and then its scratch folder."""
        self.server = SiteServer(Talker(lines, program), self._site, "", self._heard.put)
        self.server.start(lambda name: name)
        return self.server

    def hear(self, sign: Sign) -> Heard:
        """The next thing of this kind."""
        while True:
            heard = self._heard.get(timeout=PATIENCE)
            if heard.sign is sign:
                return heard


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    made = Listener(tmp_path)
    yield made
    if made.server is not None:
        made.server.stop()


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("ready", Sign.READY),
        ("building", Sign.BUILDING),
        ("built", Sign.BUILT),
        ("wrong: a title", Sign.ERROR),
    ],
)
def test_lines_have_their_meaning(listener: Listener, line: str, sign: Sign) -> None:
    listener.start(line)
    assert listener.hear(sign).text == line


def test_colours_are_taken_out_of_lines(listener: Listener) -> None:
    listener.start("\x1b[31mready\x1b[0m")
    assert listener.hear(Sign.READY).text == "ready"


def test_an_engine_that_ends_by_itself_is_told(listener: Listener) -> None:
    listener.start("exit")
    assert listener.hear(Sign.ENDED).code == 3


def test_a_program_that_is_not_there_is_told(listener: Listener) -> None:
    listener.start(program="/nowhere/engine")
    assert listener.hear(Sign.ENDED).code != 0


def test_a_folder_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    server = SiteServer(Talker(()), tmp_path / "gone", "", lambda _heard: None)
    with pytest.raises(ReviewerError, match="Talker could not be started"):
        server.start(lambda name: name)


def test_stopping_removes_what_the_engine_wrote(listener: Listener) -> None:
    server = listener.start("ready")
    listener.hear(Sign.READY)
    scratch = Path(listener.hear(Sign.LINE).text)
    assert (scratch / "left").is_file()
    server.stop()
    assert not scratch.exists()


def test_a_server_stopped_before_it_began_does_not_begin(tmp_path: Path) -> None:
    server = SiteServer(Talker(("ready",)), tmp_path, "", lambda _heard: None)
    server.stop()
    server.start(lambda name: name)
    assert server.origin == ""


@linux
def test_stopping_ends_what_the_engine_started(listener: Listener) -> None:
    server = listener.start("child", "ready")
    child = _pid(listener.hear(Sign.LINE).text)
    listener.hear(Sign.READY)
    server.stop()
    assert _ends(child)


@linux
def test_the_engine_ends_when_the_guards_input_does() -> None:
    process, child = _guarded()
    assert process.stdin is not None
    process.stdin.close()
    process.wait(PATIENCE)
    assert _ends(child)
    assert process.stdout is not None
    process.stdout.close()


@linux
def test_the_engine_ends_when_its_guard_is_killed() -> None:
    process, _child = _guarded()
    engine = int(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()[0])
    process.send_signal(signal.SIGKILL)
    process.wait(PATIENCE)
    assert _ends(engine)
    os.killpg(process.pid, signal.SIGKILL)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    process.stdout.close()


def test_built_pages_are_served_and_never_kept(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "index.html").write_text("the page")
    port = free_port()
    server = StaticServer(tmp_path, port)
    try:
        with urlopen(f"http://127.0.0.1:{port}/news/", timeout=PATIENCE) as answer:
            assert answer.read() == b"the page"
            assert answer.headers["Cache-Control"] == "no-store"
    finally:
        server.close()


def _guarded() -> tuple[subprocess.Popen[bytes], int]:
    """A guard with an engine, and the process that the engine started."""
    process = subprocess.Popen(
        [sys.executable, "-I", guard.__file__, sys.executable, fake_engine.__file__, "child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    return process, _pid(process.stdout.readline().decode())


def _pid(line: str) -> int:
    return int(line.split()[1])


def _ends(pid: int) -> bool:
    """Whether a process, which need not be a child of ours, ends in time."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select([process], [], [], PATIENCE)[0])
    finally:
        os.close(process)
