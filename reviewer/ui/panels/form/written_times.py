"""Times of the day as people write them: choices and steps in the style that is there."""

from __future__ import annotations

import re

_TIME = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<rest>(?::\d{2}(?:\.\d+)?)?)")
DAY = 24 * 60
HALF_HOUR = 30


def half_hours(like: str = "") -> tuple[str, ...]:
    """The times to choose from, with seconds and one-digit hours if ``like`` has them."""
    return tuple(_written(minute, like) for minute in range(0, DAY, HALF_HOUR))


def stepped(text: str, minutes: int) -> str | None:
    """The time so many minutes later, round the clock; ``None`` if ``text`` is no time."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    now = (int(found["hour"]) * 60 + int(found["minute"]) + minutes) % DAY
    return _written(now, text.strip(), found["rest"])


def _written(minute: int, like: str, rest: str | None = None) -> str:
    found = _TIME.fullmatch(like.strip())
    if rest is None:
        rest = ":00" if found and found["rest"] else ""
    narrow = found is not None and len(found["hour"]) == 1
    hour = str(minute // 60) if narrow else f"{minute // 60:02}"
    return f"{hour}:{minute % 60:02}{rest}"
