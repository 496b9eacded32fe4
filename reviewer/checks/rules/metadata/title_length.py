"""Titles that search engines cut."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

OWN_FIELDS = ("seo_title", "seoTitle", "meta_title", "metaTitle")
"""Titles that were written for search engines and stand in for the post's."""
NARROW, SMALL, COMMON, LARGE, HUGE, FULL = 5, 7, 11, 14, 18, 20
_WIDTHS = (
    ("fijl!'|.,:;I ’‘()[]", NARROW - 1),
    ('rt-"*{}', SMALL),
    ("ABCDEFGHKNOPQRSTUVXYZ&w", LARGE),
    ("MWm@%—", HUGE),
)
WIDTHS = {sign: width for signs, width in _WIDTHS for sign in signs}
"""About how many pixels a letter takes at the size that results have (Arial, 20 pixels)."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The title that search engines show."""
    own = next((key for key in OWN_FIELDS if isinstance(subject.data.get(key), str)), "")
    key = own or subject.content_type.title_field or "title"
    title = subject.data[own] if own else subject.title
    most = settings["most"]
    if pixels(title) > most:
        shown = _cut(title, most)
        message = f"Search engines will cut this title after about {quoted(shown, 80)}"
        yield Said(f"{message}: {len(title)} characters, {pixels(title)} pixels.", path=(key,))


def pixels(text: str) -> int:
    """About how wide the text is in a list of results."""
    return sum(map(_width, text))


def _width(sign: str) -> int:
    if unicodedata.east_asian_width(sign) in "WF":
        return FULL
    return 0 if unicodedata.combining(sign) else WIDTHS.get(sign, COMMON)


def _cut(title: str, most: int) -> str:
    taken = 0
    for at, sign in enumerate(title):
        taken += _width(sign)
        if taken > most:
            return title[:at].rpartition(" ")[0] or title[:at]
    return title


RULE = Rule(
    code="title-length",
    name="Title that is cut",
    group=Group.METADATA,
    severity=Severity.HINT,
    what="A title that is wider than the line that search engines give it, by the widths of its"
    " letters.",
    why="The end of the title, often what is new in it, is not seen where most readers decide.",
    example=Example(
        bad="---\ntitle: Ford held preliminary talks with Xiaomi of China about a partnership to"
        " build electric vehicles\n---\n\nText.\n",
        good="---\ntitle: Ford held talks with China's Xiaomi over EV partnership\n---\n\nText.\n",
    ),
    options=(Option("most", 640, "pixels that a title may take"),),
    check=check,
)
