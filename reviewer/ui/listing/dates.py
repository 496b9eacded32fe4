"""Dates as the list writes them: ``1 Feb 2026``."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from reviewer.ui.texts import tr

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@lru_cache(maxsize=4096)
def short_date(text: str) -> str:
    """The day of an ISO date or time in short; text that is neither comes back as it is."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return text
    return f"{day.day} {tr(MONTHS[day.month - 1])} {day.year}"
