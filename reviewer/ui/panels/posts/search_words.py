"""What the search field says: what one can type, what is wrong with it, what was found instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from reviewer.site.index.messages import Found

ENOUGH_WORDS = 3
"""Of the words that were looked for instead, how many are named."""


@dataclass(frozen=True, slots=True)
class Example:
    """Something to type, and what it finds."""

    query: str
    meaning: str


def examples() -> tuple[Example, ...]:
    """The language of searches by example, from the plainest on."""
    return (
        Example("rail strike", tr("both words in title or path, misspelt ones too")),
        Example('"exact words"', tr("these words in a row, anywhere in the text")),
        Example("text:tax", tr("a word anywhere in the text, or its beginning")),
        Example("category:News", tr("a field contains this; any field will do, seo.title too")),
        Example("category=News", tr("a field is exactly this, capitals and all")),
        Example("author:", tr("a field is set")),
        Example("-tag:draft", tr("a minus leaves these out")),
        Example("date>=2026-01", tr("from this month on; a year or a day will do")),
        Example("problems>0", tr("so many problems; errors, warnings and hints as well")),
        Example(
            "state:draft", tr("or published, changed, broken, clear, waiting, approved, reopened")
        ),
        Example("(tea OR coffee) year:2026", tr("either of two; brackets keep them together")),
    )


def with_example(query: str, example: str) -> str:
    """The query with an example put behind it."""
    return f"{query.rstrip()} {example}".lstrip()


def remark(found: Found) -> str:
    """What a user should know of what was found, "" where there is nothing to say."""
    words = list(dict.fromkeys(word for _typed, word in found.similar))
    parts = []
    if words:
        typed = tr(", ").join(dict.fromkeys(f"“{typed}”" for typed, _word in found.similar))
        named = tr(", ").join(words[:ENOUGH_WORDS])
        parts.append(
            tr("Nothing has {typed}. Shown is what has {words}.", typed=typed, words=named)
        )
    if found.pending:
        parts.append(
            tr_count(
                "{count} post is still to be looked into.",
                "{count} posts are still to be looked into.",
                found.pending,
            )
        )
    return " ".join(parts)
