"""A librarian that keeps no index and says what the test has it say, when the test says so."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from reviewer.site.index.messages import Answer, Found
from reviewer.site.index.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reviewer.schema.neighbours import Question
    from reviewer.site.index.messages import Group, News, Search


class ScriptedLibrarian:
    """Notes what it is asked; ``tell`` and ``answer`` are for the test."""

    def __init__(self) -> None:
        self.searches: list[Search] = []
        self.refreshed: list[tuple[str, ...]] = []
        self.stopped = False
        self.groups: tuple[Group, ...] = ()
        self.surveyed = Survey()
        self.asked: list[tuple[str, tuple[Question, ...], Callable[[Answer], None]]] = []
        self.examined: list[tuple[str, bytes, Callable[[Answer], None]]] = []
        self.all_findings = ""
        self._waiting: list[Callable[[Answer], None]] = []
        self._hear: Callable[[News], None] | None = None

    # For the test

    @property
    def hearer(self) -> Callable[[News], None]:
        """Who hears of the folder that is open."""
        assert self._hear is not None, "no folder is open"
        return self._hear

    def tell(self, *news: News) -> None:
        """This happened."""
        for each in news:
            self.hearer(each)

    def answer(self, *ids: int, question: int = -1) -> None:
        """These posts fit what was asked last, or in the question of this number."""
        self.reply(Found(array("I", ids)), question=question)

    def reply(self, found: Found, *, question: int = -1) -> None:
        """What there is to say to what was asked last, or in the question of this number."""
        self._waiting[question](Answer(0, found))

    # For the window

    def open(self, root: Path, on_news: Callable[[News], None]) -> None:
        """The test tells what there is."""
        self._hear = on_news

    def refresh(self, paths: Sequence[str] | None = None, *, force: bool = False) -> None:
        """The test tells what is found."""
        self.refreshed.append(tuple(paths or ()))

    def stop(self) -> None:
        """Noted."""
        self.stopped = True

    def search(self, search: Search, told: Callable[[Answer], None], lane: str = "list") -> None:
        """The test answers."""
        self.searches.append(search)
        self._waiting.append(told)

    def facets(self, told: Callable[[Answer], None]) -> None:
        """The groups that the test has put there."""
        told(Answer(0, self.groups))

    def values(self, field: str, told: Callable[[Answer], None]) -> None:
        """Nothing is counted."""

    def neighbours(
        self, path: str, questions: Sequence[Question], told: Callable[[Answer], None]
    ) -> None:
        """The test answers by ``told``."""
        self.asked.append((path, tuple(questions), told))

    def remarks(self, path: str, data: bytes, told: Callable[[Answer], None]) -> None:
        """The test answers by ``told``."""
        self.examined.append((path, data, told))

    def survey(self, told: Callable[[Answer], None]) -> None:
        """What the test says of all posts."""
        told(Answer(0, self.surveyed))

    def baseline(self, told: Callable[[Answer], None]) -> None:
        """What the test says are all findings."""
        told(Answer(0, self.all_findings))

    def close(self) -> None:
        """There is no process to end."""
