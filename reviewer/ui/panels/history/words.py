"""How the History tab says when a version came to be and what it changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from reviewer.ui.listing.dates import short_date
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from reviewer.desk.local_history.difference import Difference
    from reviewer.desk.local_history.gathering import Entry
    from reviewer.document.diff import Diff

NAMED = 3
"""Fields that are named; further ones are counted."""


def when(seconds: float, now: datetime) -> str:
    """A moment as people say it, in the user's own time."""
    moment = datetime.fromtimestamp(seconds, now.tzinfo)
    days = {now.date(): tr("Today"), now.date() - timedelta(days=1): tr("Yesterday")}
    day = days.get(moment.date()) or short_date(moment.date().isoformat())
    return tr("{day}, {time}", day=day, time=f"{moment:%H:%M}")


def changed(entry: Entry) -> str:
    """What a version changed: ``title, date; body 3 lines``."""
    if entry.difference is None:
        return tr("oldest version kept")
    return difference(entry.difference)


def difference(found: Difference) -> str:
    """What differs, in a few words."""
    parts = []
    if found.fields:
        named = ", ".join(found.fields[:NAMED])
        more = len(found.fields) - NAMED
        parts.append(tr("{names} and {n} more", names=named, n=more) if more > 0 else named)
    if found.body_lines:
        parts.append(tr_count("body {count} line", "body {count} lines", found.body_lines))
    if found.other:
        parts.append(tr("comments, order or line ends"))
    return "; ".join(parts) or tr("nothing")


def source(entry: Entry) -> str:
    """Where a version was found, if a commit tells more than the time."""
    if not entry.commit:
        return ""
    return tr("{subject} ({author})", subject=entry.subject, author=entry.author)


def number_of(versions: int) -> str:
    """How many versions there are."""
    return tr_count("{count} earlier version", "{count} earlier versions", versions)


def compared(diff: Diff, *, with_now: bool) -> str:
    """What the comparison below shows, in a sentence."""
    if not diff.hunks:
        return tr("Both texts are the same.")
    counts = diff.counts()
    told = (
        (counts.changed, tr_count("{count} line changed", "{count} lines changed", counts.changed)),
        (counts.added, tr_count("{count} line added", "{count} lines added", counts.added)),
        (counts.removed, tr_count("{count} line removed", "{count} lines removed", counts.removed)),
    )
    parts = [text for count, text in told if count]
    lead = tr("Since this version") if with_now else tr("In this version")
    return f"{lead}: {', '.join(parts)}."
