"""The names that queries know of themselves; every other name is a field of the front matter."""

from __future__ import annotations

TEXTS = ("title", "path", "folder")
NUMBERS = ("problems", "errors", "warnings", "hints")
DATE, YEAR, STATE, FULL_TEXT = "date", "year", "state", "text"
IS = "is"
"""Asks for a state as well, since that reads better."""

DRAFT, PUBLISHED, CHANGED, BROKEN, CLEAR = "draft", "published", "changed", "broken", "clear"
WAITING, APPROVED, REOPENED, REQUESTED = "waiting", "approved", "reopened", "requested"
STATES = {
    DRAFT: "is not published yet",
    PUBLISHED: "is no draft",
    CHANGED: "has edits that are not saved",
    BROKEN: "has front matter that cannot be read",
    CLEAR: "was checked, and nothing was found",
    WAITING: "is neither a draft nor approved",
    APPROVED: "is approved as it stands",
    REOPENED: "was changed since it was read",
    REQUESTED: "waits for changes that were asked for",
}
"""The states that a post can be in, each with what it means."""
FLAGS = (DRAFT, CHANGED)
"""States that are asked for by yes and no as well."""
YES, NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")

OWN = (*TEXTS, *NUMBERS, DATE, YEAR, STATE, IS, FULL_TEXT, *FLAGS)

_TAXONOMIES = (
    ("category", "categories", "taxonomies.categories"),
    ("tag", "tags", "taxonomies.tags"),
)


def names(field: str) -> tuple[str, ...]:
    """The fields of the front matter, casefolded, that ``field`` speaks of.

    Tags and categories are found by one name however a site spells it. A dot in
    front asks for just this field, also where the name is one of ``OWN``.
    """
    folded = field.casefold()
    if folded.startswith("."):
        return (folded[1:],)
    return next((group for group in _TAXONOMIES if folded in group), (folded,))


def own(field: str) -> str:
    """``field`` as one of ``OWN``, "" where it is a field of the front matter."""
    folded = field.casefold()
    return folded if folded in OWN else ""
