"""A shell over a small site on disk: all of the window's abilities without the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QSettings

from reviewer.desk.workspace import Workspace
from reviewer.site.index.inline import InlineLibrarian
from reviewer.ui.actions.table import Actions
from reviewer.ui.automation.unattended import Unattended
from reviewer.ui.context import Context
from reviewer.ui.prompts import GoneAnswer, SaveAnswer
from reviewer.ui.settings import Settings
from reviewer.ui.shell import Shell, Surroundings
from tests.support.inline_tasks import InlineTasks
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reviewer.desk.journal.journal import Journal
    from reviewer.desk.open_post import OpenPost
    from reviewer.site.index.librarian import Librarian
    from reviewer.site.index.messages import Row
    from reviewer.ui.tasks import Tasks

FORD, RATES, RAIL, DRAFT = (
    "_posts/2026-02-01-ford.md",
    "_posts/2026-01-31-rates.md",
    "_posts/2026-01-30-rail.md",
    "_drafts/copper.md",
)
SITE = {
    "_config.yml": "title: Economy\n",
    FORD: post("title: Ford talks\ncategory: News\ndate: 2026-02-01 06:54:02 +0000\ntags: [ev]"),
    RATES: post("title: Rates stay\ncategory: Markets\ndate: 2026-01-31 08:00:00 +0000"),
    RAIL: post("title: Rail strike\ncategory: News\ndate: 2026-02-31 08:00:00 +0000"),
    DRAFT: post("title: Copper: a high\ncategory: News"),
}


class Answers(Unattended):
    """Answers as the test says, and notes what was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.on_unsaved = SaveAnswer.CANCEL
        self.on_gone = GoneAnswer.CANCEL
        self.on_rules = SaveAnswer.CANCEL
        self.on_ignore = False
        self.unsaved: list[tuple[str, ...]] = []
        self.gone: list[str] = []
        self.text: str | None = None

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """The text that the test types."""
        return self.text

    def ask_folder(self, start: Path | None = None) -> Path | None:
        """The folder that the test names."""
        return self.folder

    def ask_save(self, posts: Sequence[str]) -> SaveAnswer:
        """What to do with unsaved posts."""
        self.unsaved.append(tuple(posts))
        return self.on_unsaved

    def ask_save_rules(self, count: int) -> SaveAnswer:
        """What to do with rules that are not saved."""
        return self.on_rules

    def ask_ignore(self, rule: str) -> bool:
        """Whether to switch a rule off."""
        return self.on_ignore

    def ask_baseline(self) -> bool:
        """Yes: tests that ask for it want it."""
        return True

    def ask_gone(self, post: str) -> GoneAnswer:
        """What to do with a post that somebody deleted."""
        self.gone.append(post)
        return self.on_gone


class Desk:
    """The shell and what a test looks at."""

    def __init__(
        self,
        root: Path,
        settings: Settings,
        tasks: Tasks | None = None,
        librarian: Librarian | None = None,
        journal: Journal | None = None,
    ) -> None:
        self.root = root
        self.answers = Answers()
        self.notices: list[str] = []
        self.revealed: list[Path] = []
        self.copied: list[str] = []
        self.context = Context(
            Workspace(librarian or InlineLibrarian()),
            tasks or InlineTasks(),
            self.answers,
            cast("Any", None),
            settings,
            Actions(),
        )
        around = Surroundings(self.revealed.append, self.copied.append, lambda: root, journal)
        self.shell = Shell(self.context, around)
        self.context.notices.connect(lambda notice: self.notices.append(notice.text))

    @property
    def workspace(self) -> Workspace:
        """The desk."""
        return self.context.workspace

    @property
    def listed(self) -> list[str]:
        """The paths in the list from top to bottom."""
        return list(map(self.workspace.catalogue.path, self.context.listing.rows))

    def row(self, path: str) -> Row:
        """What the list holds of a post."""
        return self.workspace.catalogue.row(self.id_of(path))

    def id_of(self, path: str) -> int:
        """The id of a post."""
        post = self.workspace.catalogue.id_of(path)
        assert post is not None, f"the list does not know {path}"
        return post

    @property
    def current(self) -> OpenPost:
        """The post that is shown."""
        current = self.workspace.current
        assert current is not None, "no post is shown"
        return current

    def show(self, path: str) -> OpenPost:
        """Show a post."""
        self.context.navigation.go_to_post(path)
        return self.current

    def on_disk(self, path: str) -> bytes:
        """The bytes of a file."""
        return (self.root / path).read_bytes()


def make_desk(folder: Path, tasks: Tasks | None = None, librarian: Librarian | None = None) -> Desk:
    """A desk with the site written into ``folder`` and not yet opened."""
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    root = write_site(folder / "economy", SITE)
    return Desk(root, Settings(store), tasks, librarian)
