"""A librarian that tells and answers on the GUI thread, whatever thread it works in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reviewer.site.index.messages import Checked, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reviewer.schema.neighbours import Question
    from reviewer.site.index.librarian import Librarian
    from reviewer.site.index.messages import Answer, News, Search
    from reviewer.ui.mailbox import Mailbox

MOST_ROWS = 200
MOST_COUNTS = 1_000
"""How much of a kind is told at once, at some milliseconds' work for those who hear it."""


class GuiLibrarian:
    """Passes questions on at once, and answers and news through the mailbox."""

    def __init__(self, librarian: Librarian, mailbox: Mailbox) -> None:
        self._librarian = librarian
        self._mailbox = mailbox

    def open(self, root: Path, on_news: Callable[[News], None]) -> None:
        """Leave the folder that was open, then read, learn and check this one."""

        def post(news: News) -> None:
            for portion in portions(news):
                self._mailbox.post(partial(on_news, portion))

        self._librarian.open(root, post)

    def refresh(self, paths: Sequence[str] | None = None, *, force: bool = False) -> None:
        """Look again at these files, or at all."""
        self._librarian.refresh(paths, force=force)

    def stop(self) -> None:
        """Leave reading and checking where they stand."""
        self._librarian.stop()

    def search(self, search: Search, told: Callable[[Answer], None], lane: str = "list") -> None:
        """Ask which posts fit."""
        self._librarian.search(search, self._posting(told), lane)

    def facets(self, told: Callable[[Answer], None]) -> None:
        """Ask for the counts of folders, fields, tags, years and states."""
        self._librarian.facets(self._posting(told))

    def values(self, field: str, told: Callable[[Answer], None]) -> None:
        """Ask for the values of one field with counts."""
        self._librarian.values(field, self._posting(told))

    def neighbours(
        self, path: str, questions: Sequence[Question], told: Callable[[Answer], None]
    ) -> None:
        """Ask what the post at ``path`` has to know of others."""
        self._librarian.neighbours(path, questions, self._posting(told))

    def remarks(self, path: str, data: bytes, told: Callable[[Answer], None]) -> None:
        """Ask what the rules find in a post with these bytes."""
        self._librarian.remarks(path, data, self._posting(told))

    def survey(self, told: Callable[[Answer], None]) -> None:
        """Ask for the types that posts have and for what stands out."""
        self._librarian.survey(self._posting(told))

    def baseline(self, told: Callable[[Answer], None]) -> None:
        """Ask for the text of a baseline of all findings that there are now."""
        self._librarian.baseline(self._posting(told))

    def close(self) -> None:
        """End the work."""
        self._librarian.close()

    def _posting(self, told: Callable[[Answer], None]) -> Callable[[Answer], None]:
        return lambda answer: self._mailbox.post(lambda: told(answer))


def portions(news: News) -> Iterator[News]:
    """Long news as several short ones, in the same order."""
    if isinstance(news, Rows) and len(news.rows) > MOST_ROWS:
        for start in range(0, len(news.rows), MOST_ROWS):
            yield replace(news, rows=news.rows[start : start + MOST_ROWS])
    elif isinstance(news, Checked) and len(news.ids) > MOST_COUNTS:
        for start in range(0, len(news.ids), MOST_COUNTS):
            yield _part(news, slice(start, start + MOST_COUNTS))
    else:
        yield news


def _part(news: Checked, part: slice) -> Checked:
    return Checked(news.ids[part], news.errors[part], news.warnings[part], news.hints[part])
