"""The web view of the site: its scripts run, and reach nothing but the site."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QUrl

from reviewer.ui.panels.site.web import SiteWebView, is_of_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

PATIENCE = 30_000
ORIGIN = QUrl("http://127.0.0.1:4000")


class Host:
    """A server on this machine that answers with one page and notes what it is asked for."""

    def __init__(self, page: str = "") -> None:
        self.asked: list[str] = []
        self.page = page
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host.asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Access-Control-Allow-Origin", "*")
                self.end_headers()
                self.wfile.write(host.page.encode())

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Visit:
    """A view of one host's page, beside another host."""

    def __init__(self, qtbot: QtBot, site: Host, other: Host) -> None:
        self.site, self.other = site, other
        self._qtbot = qtbot
        self.view = SiteWebView()
        self.links: list[str] = []
        self.view.link_clicked.connect(lambda url: self.links.append(url.toString()))

    def show(self, page: str) -> None:
        """Load a page of the site."""
        self.site.page = page
        with self._qtbot.waitSignal(self.view.loadFinished, timeout=PATIENCE):
            self.view.show_page(self.site.origin, f"{self.site.origin}/")

    def ask(self, script: str) -> Any:
        """The value of a script in the page."""
        answers: list[Any] = []
        self.view.page().runJavaScript(script, 0, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
        return answers[0]

    def until(self, script: str) -> None:
        """Wait until a script in the page says yes."""
        self._qtbot.waitUntil(lambda: bool(self.ask(script)), timeout=PATIENCE)


@pytest.fixture
def visit(qtbot: QtBot) -> Iterator[Visit]:
    site, other = Host(), Host("<script>parent.reached = true</script>")
    made = Visit(qtbot, site, other)
    yield made
    made.view.close()
    made.view.deleteLater()
    site.close()
    other.close()


@pytest.mark.parametrize(
    ("address", "is_ours"),
    [
        ("http://127.0.0.1:4000/a/", True),
        ("ws://127.0.0.1:4000/livereload", True),
        ("http://127.0.0.1:4001/a/", False),
        ("http://localhost:4000/", False),
        ("http://127.0.0.1.example:4000/", False),
        ("https://127.0.0.1:4000/", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_the_servers_addresses_are_the_sites(address: str, is_ours: bool) -> None:
    assert is_of_site(QUrl(address), ORIGIN) is is_ours


def test_no_address_is_the_sites_before_there_is_one() -> None:
    assert not is_of_site(QUrl("http:///a"), QUrl())


def test_scripts_of_the_site_run(visit: Visit) -> None:
    visit.show("<p id=a></p><script>document.getElementById('a').textContent = 'ran'</script>")
    assert visit.ask("document.getElementById('a').textContent") == "ran"


def test_other_servers_are_not_reached(visit: Visit) -> None:
    away = visit.other.origin
    visit.show(
        f"<img src='{away}/img'><script src='{away}/js'></script><iframe src='{away}/f'></iframe>"
        f"<script>fetch('{away}/x').catch(() => {{ window.refused = true }})</script>"
    )
    visit.until("window.refused === true")
    assert visit.other.asked == []
    assert visit.view.blocked == ("127.0.0.1",)


def test_a_script_cannot_lead_away(visit: Visit) -> None:
    visit.show("<p>here</p>")
    visit.ask(f"location.href = '{visit.other.origin}/away'; 1")
    visit.until("document.body.innerText === 'here'")
    assert visit.other.asked == []


def test_a_link_that_leads_out_is_told_and_not_followed(visit: Visit) -> None:
    visit.show("<a id=a href='https://news.example/'>out</a>")
    visit.ask("document.getElementById('a').click(); 1")
    visit._qtbot.waitUntil(lambda: visit.links == ["https://news.example/"], timeout=PATIENCE)
    assert visit.view.url().toString() == f"{visit.site.origin}/"


def test_a_link_within_the_site_is_followed(visit: Visit) -> None:
    visit.show("<a id=a href='/next/'>next</a>")
    with visit._qtbot.waitSignal(visit.view.loadFinished, timeout=PATIENCE):
        visit.ask("document.getElementById('a').click(); 1")
    assert visit.view.url().path() == "/next/"


def test_nothing_is_permitted(visit: Visit) -> None:
    visit.show("<p>here</p>")
    visit.ask("Notification.requestPermission().then(answer => { window.answer = answer }); 1")
    visit.until("window.answer !== undefined")
    assert visit.ask("window.answer") == "denied"


def test_messages_do_not_stop_the_editor(visit: Visit) -> None:
    visit.show(
        "<script>alert('stop'); window.sure = confirm('sure?'); window.said = prompt('?')</script>"
    )
    assert visit.ask("window.sure === false && window.said === null")


def test_a_page_gets_no_file_and_opens_no_window_unasked(visit: Visit) -> None:
    visit.show(
        "<input id=f type=file><script>window.opened = window.open('/other/')</script>"
        "<a id=d href='/x.zip' download>x</a>"
    )
    visit.ask("document.getElementById('f').click(); document.getElementById('d').click(); 1")
    assert visit.ask("window.opened === null && document.getElementById('f').files.length === 0")
    assert visit.view.url().path() == "/"


def test_a_script_reads_no_file(visit: Visit) -> None:
    visit.show(
        "<iframe src='file:///etc/passwd'></iframe><img src='file:///etc/passwd'>"
        "<script>fetch('file:///etc/passwd').catch(() => { window.refused = true });"
        "location.href = 'file:///etc/passwd'</script>"
    )
    visit.until("window.refused === true")
    assert visit.view.url().scheme() == "http"


def test_a_page_that_is_shown_already_is_loaded_anew(visit: Visit) -> None:
    visit.show("<p>before</p>")
    visit.show("<p>after</p>")
    assert visit.ask("document.body.innerText") == "after"
