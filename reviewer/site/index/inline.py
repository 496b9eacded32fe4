"""A librarian that does everything at once in the thread of its caller: for tests and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.site.index.keeping import Keeper
from reviewer.site.index.questions import (
    BASELINE,
    FACETS,
    NEIGHBOURS,
    REMARKS,
    SEARCH,
    SURVEY,
    VALUES,
    Question,
    answer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reviewer.schema.neighbours import Question as Asked
    from reviewer.site.index.messages import Answer, News, Search

    Told = Callable[[Answer], None]


class InlineLibrarian:
    """Fits ``Librarian``; what it was asked for is done when a method returns."""

    def __init__(self) -> None:
        self._keeper: Keeper | None = None
        self._ticket = 0

    def open(self, root: Path, on_news: Callable[[News], None]) -> None:
        """Leave the folder that was open, then read, learn and check this one."""
        self.close()
        self._keeper = Keeper(on_news)
        self._keeper.open(root)
        self._keeper.refresh()
        self._keeper.examine()

    def refresh(self, paths: Sequence[str] | None = None, *, force: bool = False) -> None:
        """Look again at these files, or at all."""
        if self._keeper is not None:
            self._keeper.refresh(paths, force=force)
            if self._keeper.is_outdated:
                self._keeper.learn_anew()
            self._keeper.examine()

    def stop(self) -> None:
        """Nothing is left to be stopped: what was asked for is done already."""

    def search(self, search: Search, told: Told, lane: str = "list") -> None:
        """Answer which posts fit, after gathering all that the answer needs."""
        library = self._keeper.library if self._keeper else None
        if library is not None:
            library.gather(search)
        self._ask(SEARCH, search, told)

    def facets(self, told: Told) -> None:
        """Answer with the counts of folders, fields, tags, years and states."""
        self._ask(FACETS, None, told)

    def values(self, field: str, told: Told) -> None:
        """Answer with the values of one field."""
        self._ask(VALUES, field, told)

    def remarks(self, path: str, data: bytes, told: Told) -> None:
        """Answer what the rules find in a post with these bytes."""
        self._ask(REMARKS, (path, data), told)

    def neighbours(self, path: str, questions: Sequence[Asked], told: Told) -> None:
        """Answer what the post at ``path`` has to know of others."""
        self._ask(NEIGHBOURS, (path, tuple(questions)), told)

    def survey(self, told: Told) -> None:
        """Answer with the types that posts have and for what stands out."""
        self._ask(SURVEY, None, told)

    def baseline(self, told: Told) -> None:
        """Answer with the text of a baseline of all findings that there are now."""
        self._ask(BASELINE, None, told)

    def close(self) -> None:
        """Let go of the folder."""
        if self._keeper is not None:
            self._keeper.close()
            self._keeper = None

    def _ask(self, kind: str, about: Any, told: Told) -> None:
        self._ticket += 1
        library = self._keeper.library if self._keeper else None
        question = Question(self._ticket, kind, about)
        if library is None:
            told(answer(None, question))
        else:
            told(library.safely(lambda: answer(library, question)))
