"""When the site's engine runs, which page is shown, and what is said where it does not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from reviewer.errors import ReviewerError
from reviewer.site.folder import Folder
from reviewer.site.serving.command import Missing
from reviewer.site.serving.jekyll import JekyllRecipe
from reviewer.site.serving.offers import Offer
from reviewer.site.serving.server import Heard, Sign
from reviewer.ui.automation.unattended import Unattended
from reviewer.ui.panels.site import presenter as site_presenter
from reviewer.ui.panels.site.finding import PageFound
from reviewer.ui.panels.site.presenter import SitePresenter
from reviewer.ui.panels.site.status import Phase
from tests.support.panels import plain_context, put_on_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer.site.serving.command import Which
    from reviewer.ui.panels.site.status import Status

POST = b"---\ntitle: T\n---\nBody.\n"
PATH = "_posts/2026-02-01-ford.md"
ORIGIN = "http://127.0.0.1:4000"
ADDRESS = f"{ORIGIN}/news/2026/02/01/ford.html"


class Answers(Unattended):
    """Says yes or no to running the folder's code."""

    def __init__(self) -> None:
        super().__init__()
        self.yes = True
        self.asked: list[str] = []

    def ask_run(self, command: str, folder: str) -> bool:
        self.asked.append(command)
        return self.yes


@dataclass
class NotedView:
    """Writes down what it is told."""

    status: list[Status] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    notice: str = ""

    def show_status(self, status: Status) -> None:
        self.status.append(status)

    def show_line(self, line: str) -> None:
        self.lines.append(line)

    def clear_log(self) -> None:
        self.lines.clear()

    def show_page(self, _origin: str, address: str) -> None:
        self.pages.append(address)

    def show_notice(self, text: str) -> None:
        self.notice = text


@dataclass
class FakeServer:
    """Runs nothing."""

    tell: Callable[[Heard], None]
    base: str
    origin: str = ORIGIN
    running: bool = False
    fails: bool = False

    def start(self, which: Which) -> None:
        if self.fails:
            raise ReviewerError("It could not be started.")
        self.running = True

    def stop(self) -> None:
        self.running = False


class Desk:
    """A Jekyll site with a post on the desk, and an engine that says what the test says."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (root / "_posts").mkdir(parents=True)
        (root / "_config.yml").write_text("baseurl: /news\n")
        self.root = root
        self.missing: Missing | None = None
        self.found = True
        self.servers: list[FakeServer] = []
        self.fails = False
        monkeypatch.setattr(site_presenter, "offer_for", self._offer)
        monkeypatch.setattr(site_presenter, "find_page", self._find)
        self.context, _post = plain_context()
        self.answers = Answers()
        self.context.prompts = self.answers
        self.view = NotedView()
        self.presenter = SitePresenter(self.context, self.view, self._server)
        self.open(root)

    def open(self, root: Path) -> None:
        """Open a folder with its post."""
        self.context.workspace.open_folder(Folder.open(root))
        put_on_desk(self.context.workspace, POST, PATH)

    def run(self) -> FakeServer:
        """Start the engine, which answers."""
        self.presenter.look(True)
        self.presenter.start()
        self.say(Sign.READY)
        return self.servers[-1]

    def say(self, sign: Sign, text: str = "", code: int = 0) -> None:
        """The engine says something."""
        self.servers[-1].tell(Heard(sign, text, code))

    @property
    def last(self) -> Status:
        """What the page says now."""
        return self.view.status[-1]

    def _offer(self, folder: Folder) -> Offer | None:
        return Offer(JekyllRecipe(), folder.root, self.missing)

    def _find(self, origin: str, path: str) -> PageFound:
        return PageFound(origin, path, self.found)

    def _server(self, _offer: Offer, base: str, tell: Callable[[Heard], None]) -> FakeServer:
        made = FakeServer(tell, base, fails=self.fails)
        self.servers.append(made)
        return made


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path / "site", monkeypatch)


def test_the_page_offers_the_engine(desk: Desk) -> None:
    desk.presenter.look(True)
    assert desk.last.phase is Phase.OFFERED
    assert (desk.last.action, desk.last.code) == ("Start Jekyll", "jekyll serve")


def test_an_engine_that_is_missing_comes_with_the_way_to_get_it(desk: Desk) -> None:
    desk.missing = Missing("Jekyll is not installed.", "sudo apt install jekyll")
    desk.presenter.look(True)
    assert desk.last.title == "Jekyll is not installed."
    assert desk.last.code == "sudo apt install jekyll"


def test_what_was_installed_meanwhile_is_found(desk: Desk) -> None:
    desk.missing = Missing("Jekyll is not installed.", "sudo apt install jekyll")
    desk.presenter.look(True)
    desk.missing = None
    desk.presenter.press()
    assert desk.last.phase is Phase.OFFERED


def test_nothing_runs_without_a_yes(desk: Desk) -> None:
    desk.answers.yes = False
    desk.presenter.look(True)
    desk.presenter.start()
    assert desk.answers.asked == ["jekyll serve"]
    assert not desk.servers


def test_a_folder_is_asked_about_once(desk: Desk) -> None:
    desk.run()
    desk.presenter.stop()
    desk.run()
    assert len(desk.answers.asked) == 1


def test_the_posts_page_is_shown_once_the_engine_answers(desk: Desk) -> None:
    server = desk.run()
    assert server.base == "/news"
    assert desk.view.pages == [ADDRESS]


def test_the_page_is_loaded_anew_after_each_build(desk: Desk) -> None:
    desk.run()
    desk.say(Sign.BUILDING)
    desk.say(Sign.BUILT)
    assert desk.view.pages == [ADDRESS, ADDRESS]


def test_another_post_has_another_page(desk: Desk) -> None:
    desk.run()
    put_on_desk(desk.context.workspace, POST, "_posts/2026-02-02-rail.md")
    assert desk.view.pages[-1].endswith("/02/02/rail.html")


def test_a_page_that_is_not_there_is_told_with_what_the_engine_says(desk: Desk) -> None:
    desk.found = False
    desk.presenter.look(True)
    desk.presenter.start()
    desk.say(Sign.ERROR, "Liquid Exception: oh")
    desk.say(Sign.READY)
    assert "no page at /news/2026/02/01/ford.html" in desk.view.notice
    assert "Liquid Exception: oh" in desk.view.notice


def test_a_complaint_goes_with_the_build_that_has_none(desk: Desk) -> None:
    desk.run()
    for sign, text in ((Sign.BUILDING, ""), (Sign.ERROR, "Liquid Exception: oh"), (Sign.BUILT, "")):
        desk.say(sign, text)
    assert "oh" in desk.view.notice
    desk.say(Sign.BUILDING)
    desk.say(Sign.BUILT)
    assert desk.view.notice == ""


def test_an_error_names_files_as_the_list_does(desk: Desk) -> None:
    desk.run()
    desk.say(Sign.ERROR, f"Error: cannot read {desk.root}/{PATH}")
    desk.say(Sign.BUILT)
    assert desk.view.notice == f"The engine says: Error: cannot read {PATH}"


def test_the_engines_lines_are_shown(desk: Desk) -> None:
    desk.run()
    desk.say(Sign.LINE, "Generating...")
    assert desk.view.lines == ["Generating..."]


def test_an_engine_that_ends_by_itself_is_told_with_its_error(desk: Desk) -> None:
    server = desk.run()
    desk.say(Sign.ERROR, "Error: no such theme")
    desk.say(Sign.ENDED, code=1)
    assert desk.last.phase is Phase.FAILED
    assert desk.last.text == "Error: no such theme"
    assert not server.running


def test_an_engine_that_cannot_be_started_is_told(desk: Desk) -> None:
    desk.fails = True
    desk.presenter.look(True)
    desk.presenter.start()
    assert (desk.last.phase, desk.last.text) == (Phase.FAILED, "It could not be started.")


def test_a_failed_engine_can_be_started_again(desk: Desk) -> None:
    desk.run()
    desk.say(Sign.ENDED, code=1)
    desk.presenter.press()
    assert desk.last.phase is Phase.STARTING


def test_starting_anew_ends_the_former_engine(desk: Desk) -> None:
    first = desk.run()
    desk.presenter.start()
    assert not first.running
    assert desk.servers[-1].running


def test_an_engine_that_was_stopped_is_not_listened_to(desk: Desk) -> None:
    desk.run()
    desk.presenter.stop()
    desk.say(Sign.ENDED, code=1)
    assert desk.last.phase is Phase.OFFERED


def test_another_folder_ends_the_former_engine(desk: Desk, tmp_path: Path) -> None:
    server = desk.run()
    other = tmp_path / "other"
    other.mkdir()
    desk.open(other)
    assert not server.running


def test_another_folder_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    desk.run()
    other = tmp_path / "other"
    other.mkdir()
    desk.open(other)
    desk.presenter.start()
    assert len(desk.answers.asked) == 2


def test_the_engine_ends_with_the_window(desk: Desk) -> None:
    server = desk.run()
    desk.presenter.close()
    assert not server.running


def test_no_page_is_asked_for_while_nobody_looks(desk: Desk) -> None:
    desk.run()
    desk.presenter.look(False)
    desk.say(Sign.BUILT)
    assert desk.view.pages == [ADDRESS]
