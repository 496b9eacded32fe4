"""Asking for pages, of a server on this machine: answers, redirects, silence, refusals."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar

import httpx
import pytest

from reviewer.site.links.asking import ask, new_client
from reviewer.site.links.memory import DAY, Memory
from reviewer.site.links.outcome import Outcome, State
from reviewer.site.links.round import AT_ONCE_PER_HOST, Round

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Handler(BaseHTTPRequestHandler):
    """Answers by the path: ``/404``, ``/301/fine``, ``/no-head``, ``/slow``."""

    asked: ClassVar[list[str]] = []
    let_go = threading.Event()

    def do_HEAD(self) -> None:
        self._respond(is_head=True)

    def do_GET(self) -> None:
        self._respond(is_head=False)

    def _respond(self, *, is_head: bool) -> None:
        self.asked.append(f"{self.command} {self.path}")
        first, _, rest = self.path.strip("/").partition("/")
        if first == "slow":
            self.let_go.wait(10)
        status = int(first) if first.isdigit() else 405 if first == "no-head" and is_head else 200
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", rest if "://" in rest else f"/{rest}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    Handler.asked = []
    Handler.let_go.clear()
    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{found.server_address[1]}"
    finally:
        Handler.let_go.set()
        found.shutdown()
        found.server_close()
        thread.join()


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with new_client(patience=5) as found:
        yield found


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/fine", State.FINE),
        ("/404", State.GONE),
        ("/410", State.GONE),
        ("/403", State.UNSURE),
        ("/429", State.UNSURE),
        ("/503", State.FAILING),
        ("/no-head", State.FINE),
        ("/302/fine", State.FINE),
        ("/301/fine", State.MOVED),
        ("/301/404", State.GONE),
    ],
)
def test_answers(server: str, client: httpx.Client, path: str, state: State) -> None:
    assert ask(client, server + path).state is state


def test_what_moved_for_good_is_told_with_its_place(server: str, client: httpx.Client) -> None:
    assert ask(client, f"{server}/301/302/fine").target == f"{server}/302/fine"
    assert ask(client, f"{server}/302/301/fine").target == ""


def test_head_goes_first_and_get_only_where_it_fails(server: str, client: httpx.Client) -> None:
    ask(client, f"{server}/fine")
    ask(client, f"{server}/no-head")
    assert Handler.asked == ["HEAD /fine", "HEAD /no-head", "GET /no-head"]


def test_redirects_in_circles_end(server: str, client: httpx.Client) -> None:
    circle = f"{server}/302/" + "302/" * 20
    assert "round in circles" in ask(client, circle).says


def test_silence_ends(server: str) -> None:
    with new_client(patience=0.05) as hasty:
        outcome = ask(hasty, f"{server}/slow")
    assert (outcome.state, outcome.says) == (
        State.UNREACHABLE,
        "The site did not answer in time.",
    )


def test_names_that_lead_into_a_private_network_are_not_asked(client: httpx.Client) -> None:
    outcome = ask(client, "http://inside.test/", lambda _host: ["10.0.0.7"])
    assert outcome.state is State.NOT_ASKED


def test_redirects_into_a_private_network_are_not_followed() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"Location": "http://169.254.169.254/latest"})

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        outcome = ask(client, "https://paper.test/", lambda _host: ["93.184.216.34"])
    assert outcome.state is State.NOT_ASKED
    assert asked == ["https://paper.test/"]


def test_nonsense_is_told_as_such(client: httpx.Client) -> None:
    for address in ("http://[::1", "http://a b/", "http://"):
        outcome = ask(client, address, lambda _host: [])
        assert outcome.state is State.UNREACHABLE


def test_a_round_asks_each_page_once_and_remembers(server: str, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "links.json")
    with new_client() as client:
        addresses = [f"{server}/fine#a", f"{server}/fine#b", f"{server}/404"]
        found = {each.address: each.state for each in Round(client, memory).run(addresses)}
        assert found == {f"{server}/fine": State.FINE, f"{server}/404": State.GONE}
        memory.save()
        before = list(Handler.asked)
        again = Round(client, Memory(tmp_path / "links.json")).run(addresses)
        assert {each.address: each.state for each in again} == found
    assert Handler.asked == before


def test_a_cancelled_round_ends(server: str, tmp_path: Path, client: httpx.Client) -> None:
    memory = Memory(tmp_path / "links.json")
    found: list[Outcome] = []
    for each in Round(client, memory).run([f"{server}/fine/{n}" for n in range(500)], lambda: True):
        found.append(each)
    assert found == []


def test_one_host_is_asked_gently(tmp_path: Path, client: httpx.Client) -> None:
    lock = threading.Lock()
    busy: dict[str, int] = {"a": 0, "b": 0}
    most = dict(busy)
    meet = threading.Barrier(2 * AT_ONCE_PER_HOST)

    def answer(_client: httpx.Client, address: str) -> Outcome:
        host = address.split("/")[2]
        with lock:
            busy[host] += 1
            most[host] = max(most[host], busy[host])
        meet.wait(10)
        with lock:
            busy[host] -= 1
        return Outcome(address, State.FINE)

    addresses = [f"http://{host}/{number}" for host in "ab" for number in range(6)]
    memory = Memory(tmp_path / "links.json")
    assert len(list(Round(client, memory, answer).run(addresses))) == len(addresses)
    assert most == {"a": AT_ONCE_PER_HOST, "b": AT_ONCE_PER_HOST}


def test_outcomes_age(tmp_path: Path) -> None:
    now = [1000.0]
    memory = Memory(tmp_path / "links.json", lambda: now[0])
    for state in (State.FINE, State.UNREACHABLE):
        memory.keep(Outcome(f"https://a.test/{state}", state))
    now[0] += DAY
    assert memory.recall("https://a.test/fine") is not None
    assert memory.recall("https://a.test/unreachable") is None


def test_a_damaged_memory_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    for text in ("{", "[[1]]", '[["a", "odd", "", "", 1]]', "7"):
        file.write_text(text)
        assert Memory(file).recall("a") is None
