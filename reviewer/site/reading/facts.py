"""What the list tells of a post, taken from its front matter: title, date, category."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from reviewer.schema import dates
from reviewer.schema.dates import NotADate
from reviewer.schema.examples import raw_values
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE_KEYS = ("title", "name", "heading", "headline", "linkTitle")
DATE_KEYS = (
    *("date", "pubDate", "publishDate", "pubDatetime", "published", "publishedAt", "created"),
    *("pub_date", "publish_date", "published_at", "publishedDate", "created_at", "createdAt"),
)
CATEGORY_KEYS = ("category", "categories", "section")
LONGEST_DATE = 40


def _values(data: Mapping[Any, Any], keys: tuple[str, ...]) -> list[Any]:
    """What stands under any of ``keys``; case counts only where both spellings are there."""
    found = [data[key] for key in keys if key in data]
    if found:
        return found
    lowered = {key.lower(): value for key, value in data.items() if isinstance(key, str)}
    return [lowered[key.lower()] for key in keys if key.lower() in lowered]


def title_of(data: Mapping[Any, Any]) -> str:
    """The title that the front matter gives, on one line."""
    values = _values(data, TITLE_KEYS)
    found = next((each for each in values if isinstance(each, str | int | float) and each), "")
    return " ".join(show_scalar(found).split())


def written_title(block: str) -> str:
    """The title of a post whose front matter is broken, so that the list can name it."""
    return raw_values(block).get("title", "").strip("\"' \n")


def date_of(data: Mapping[Any, Any]) -> str:
    """The date as ISO text that sorts; text that begins like a date is taken as it is."""
    for value in _values(data, DATE_KEYS):
        # The blog plugin of MkDocs tells created from updated.
        found = _iso(value.get("created") if isinstance(value, dict) else value)
        if found:
            return found
    return ""


def _iso(value: Any) -> str:
    if isinstance(value, datetime):
        return _in_utc(value).isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _sortable(value) if value[:4].isdigit() else _spelt(value)
    return ""


def _in_utc(value: datetime) -> datetime:
    try:
        return (value if value.tzinfo is None else value.astimezone(UTC)).replace(tzinfo=None)
    except OverflowError:  # within a day of the year 1 or 9999
        return value.replace(tzinfo=None)


def _sortable(text: str) -> str:
    try:
        return _in_utc(datetime.fromisoformat(text.strip())).isoformat(" ", "seconds")
    except ValueError:
        return text.strip()


def _spelt(text: str) -> str:
    """``Jul 08 2022`` as ISO text, "" for what is no date."""
    if len(text) > LONGEST_DATE or not text.strip()[-4:].isdigit():
        return ""
    try:
        return dates.read(text).isoformat()
    except NotADate:
        return ""


def category_of(data: Mapping[Any, Any]) -> str:
    """The category, or all of them between commas."""
    taxonomies = data.get("taxonomies")  # where Zola keeps them
    inner = _values(taxonomies, CATEGORY_KEYS) if isinstance(taxonomies, dict) else []
    for value in (*_values(data, CATEGORY_KEYS), *inner):
        if isinstance(value, list):
            value = ", ".join(show_scalar(each) for each in value if isinstance(each, str | int))
        if isinstance(value, str) and value:
            return value
    return ""


def heading_of(body: str) -> str:
    """The first heading, for files whose title is only there."""
    for line in body[:2000].splitlines():
        if line.startswith("# "):
            return line[2:].strip(" #")
    return ""


def name_of(path: str) -> str:
    return path.rsplit("/", 1)[-1]
