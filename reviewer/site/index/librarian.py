"""Who keeps the index of the open folder, as the window sees it.

Nothing here waits: commands return at once, what happens comes as ``News``
through ``on_news`` and answers come to the function that was given with the
question. Both are called in whatever thread the librarian works in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reviewer.schema.neighbours import Question
    from reviewer.site.index.messages import Answer, News, Search


class Librarian(Protocol):
    """Reads, watches, searches and checks one folder at a time."""

    def open(self, root: Path, on_news: Callable[[News], None]) -> None:
        """Leave the folder that was open, then read, learn and check this one."""
        ...

    def refresh(self, paths: Sequence[str] | None = None, *, force: bool = False) -> None:
        """Look again at these files (and below these folders), or at all; ends with ``Ready``.

        With ``force`` files are read even where their size and time of change stayed the same.
        """
        ...

    def stop(self) -> None:
        """Leave reading and checking where they stand."""
        ...

    def search(self, search: Search, told: Callable[[Answer], None], lane: str = "list") -> None:
        """Ask which posts fit: ``Found``.

        Of several questions in one ``lane`` only the newest is answered, so that
        the list and the palette do not take each other's answers.
        """
        ...

    def facets(self, told: Callable[[Answer], None]) -> None:
        """Ask for the counts of folders, fields, tags, years and states: ``tuple[Group, ...]``."""
        ...

    def values(self, field: str, told: Callable[[Answer], None]) -> None:
        """Ask for the values of one field with counts: ``Group``."""
        ...

    def neighbours(
        self, path: str, questions: Sequence[Question], told: Callable[[Answer], None]
    ) -> None:
        """Ask what the post at ``path`` has to know of others: ``dict[Question, Answered]``."""
        ...

    def remarks(self, path: str, data: bytes, told: Callable[[Answer], None]) -> None:
        """Ask what the rules find in a post with these bytes: ``tuple[Finding, ...]``."""
        ...

    def survey(self, told: Callable[[Answer], None]) -> None:
        """Ask for the types that posts have and for what stands out: ``Survey``."""
        ...

    def baseline(self, told: Callable[[Answer], None]) -> None:
        """Ask for the text of a baseline of all findings that there are now."""
        ...

    def close(self) -> None:
        """End the work and its process, if it has one."""
        ...
