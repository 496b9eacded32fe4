"""Questions to the index, and their answers from a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.errors import ReviewerError
from reviewer.site.index.messages import Answer
from reviewer.site.index.survey import baseline_text, survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.site.index.library import Library

SEARCH, FACETS, VALUES = "search", "facets", "values"
NEIGHBOURS, REMARKS = "neighbours", "remarks"
SURVEY, BASELINE = "survey", "baseline"
LONG = frozenset({SURVEY, BASELINE})
"""Questions that take a look at every post."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about what; ``ticket`` tells answers apart.

    Of the searches in one ``lane`` only the newest counts.
    """

    ticket: int
    kind: str
    about: Any
    lane: str = ""


def answer(library: Library | None, question: Question) -> Answer:
    """The answer; an error that the asker should hear of is part of it."""
    if library is None:
        return Answer(question.ticket, None, ReviewerError("No folder is open."))
    try:
        return Answer(question.ticket, _ANSWERS[question.kind](library, question.about))
    except ReviewerError as error:
        return Answer(question.ticket, None, error)


_ANSWERS: dict[str, Callable[[Library, Any], Any]] = {
    SEARCH: lambda library, search: library.search(search),
    FACETS: lambda library, _nothing: library.facets(),
    VALUES: lambda library, field: library.values(field),
    NEIGHBOURS: lambda library, about: library.answers(*about),
    REMARKS: lambda library, about: library.remarks(*about),
    SURVEY: lambda library, _nothing: survey(library),
    BASELINE: lambda library, _nothing: baseline_text(library),
}
