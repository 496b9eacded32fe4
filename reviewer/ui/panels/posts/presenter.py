"""What each row of the list says, what the header says, and what an empty list says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reviewer.schema.finding import Severity
from reviewer.site.reviews.decisions import APPROVED, REOPENED, REQUESTED
from reviewer.ui.listing.dates import short_date
from reviewer.ui.listing.order import label_of
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from reviewer.site.index import messages
    from reviewer.ui.context import Context

STANDINGS = {APPROVED: "approved", REOPENED: "reopened", REQUESTED: "to change"}


@dataclass(frozen=True, slots=True)
class Row:
    """One post as the list shows it; ``clear`` once checked and found without fault.

    ``review`` is what was decided about it as it stands.
    """

    path: str
    title: str
    about: str
    changed: bool
    errors: int
    warnings: int
    clear: bool
    broken: bool
    review: str = ""

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ", ".join(part for part in self._parts() if part)

    @property
    def standing(self) -> str:
        """What was decided, in a word or two; unsaved edits are another text."""
        if self.changed and self.review == APPROVED:
            return ""
        return tr(STANDINGS[self.review]) if self.review in STANDINGS else ""

    def _parts(self) -> Iterator[str]:
        yield self.title
        yield self.about
        yield tr("unsaved") if self.changed else ""
        yield tr_count("{count} error", "{count} errors", self.errors) if self.errors else ""
        yield (
            tr_count("{count} warning", "{count} warnings", self.warnings) if self.warnings else ""
        )
        yield self.standing or (tr("clear") if self.clear else "")


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands where no rows are; ``action`` names the action that helps."""

    title: str
    text: str
    button: str
    action: str


class PostsPresenter:
    """Puts the listing into words."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace
        self._listing = context.listing

    @property
    def rows(self) -> array[int]:
        """The ids of the posts from top to bottom."""
        return self._listing.rows

    @property
    def current(self) -> int:
        """The row of the post that is shown; -1 where it has none."""
        current = self._workspace.current
        if current is None:
            return -1
        return self._listing.place(self._workspace.catalogue.id_of(current.path))

    @property
    def headline(self) -> str:
        """How many posts are listed, and of how many where some are left out."""
        shown, known = len(self.rows), len(self._workspace.catalogue)
        if self._listing.narrowed and shown != known:
            return tr("{shown} of {known} posts", shown=f"{shown:,}", known=f"{known:,}")
        return tr_count("{count} post", "{count} posts", shown)

    @property
    def order(self) -> str:
        """The name of the order."""
        return label_of(self._listing.order)

    def title(self, post: int) -> str:
        """What the list calls a post; cheap, since its row's height hangs on it."""
        catalogue = self._workspace.catalogue
        return catalogue.title(post) or PurePosixPath(catalogue.path(post)).name

    def path(self, post: int) -> str:
        """Where a post lies in the folder."""
        return self._workspace.catalogue.path(post)

    def place_of_title(self, text: str, start: int) -> int:
        """The row of the next title that begins with ``text``, from ``start`` round to it."""
        rows, find = self.rows, self._workspace.catalogue.starting_with
        below = find(text, rows[start:])
        return start + below if below >= 0 else find(text, rows[:start])

    def row(self, post: int) -> Row:
        """What the list says of a post."""
        facts = self._workspace.catalogue.row(post)
        return Row(
            path=facts.path,
            title=self.title(post),
            about=_about(facts),
            changed=post in self._listing.changed,
            errors=facts.errors or int(bool(facts.problem)),
            warnings=facts.warnings,
            clear=facts.checked and not (facts.errors or facts.warnings or facts.problem),
            broken=bool(facts.problem),
            review=facts.review or "",
        )

    def empty(self) -> Empty | None:
        """What to say when there are no rows; None when there are some."""
        if self.rows:
            return None
        if self._workspace.folder is None:
            return Empty(
                tr("No folder is open"),
                tr("Open a folder of Markdown posts, or drop one on the window."),
                tr("Open folder…"),
                "open-folder",
            )
        if self._workspace.catalogue and self._listing.narrowed:
            return Empty(
                tr("Nothing matches"),
                tr("No post fits what the list is narrowed to."),
                tr("Show all posts"),
                "everything",
            )
        if self._listing.waiting:
            return Empty(tr("Reading the folder…"), "", "", "")
        return Empty(
            tr("No posts in this folder"),
            tr("Reviewer looks for Markdown files where the site keeps its posts."),
            tr("Open folder…"),
            "open-folder",
        )

    def open(self, row: int) -> None:
        """Show the post in this row."""
        self._context.navigation.go_to_post(self.path(self.rows[row]))

    def filter(self, query: str) -> None:
        """Keep the posts that fit the filter line."""
        if query != self._listing.query:
            self._listing.show_query(query)

    def save_search(self, query: str) -> None:
        """Keep a search in the sidebar under a name of the user's."""
        name = self._context.prompts.ask_text(tr("Save search"), tr("Name"), query)
        if name and name.strip():
            self._context.searches.save(name.strip(), query)

    @property
    def query(self) -> str:
        """The filter line."""
        return self._listing.query


def _about(facts: messages.Row) -> str:
    parts = [short_date(facts.date), facts.category]
    if facts.problem:
        parts = [tr("Front matter cannot be read")]
    return " · ".join(part for part in parts if part) or facts.path


def badges(row: Row) -> Iterator[tuple[Severity, int]]:
    """The counts that a row shows, the worst first."""
    if row.errors:
        yield Severity.ERROR, row.errors
    if row.warnings:
        yield Severity.WARNING, row.warnings
