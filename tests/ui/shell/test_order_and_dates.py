"""How the list is sorted and how it writes dates."""

from __future__ import annotations

import pytest

from reviewer.site.entries import Entry
from reviewer.ui.listing.dates import short_date
from reviewer.ui.listing.order import in_order

OLD = Entry("b.md", title="alpha", date="2025-01-01", warnings=4)
NEW = Entry("c.md", title="Beta", date="2026-01-01", errors=1)
UNDATED = Entry("a.md", title="gamma")
TWIN = Entry("a2.md", title="delta", date="2026-01-01")


@pytest.mark.parametrize(
    ("order", "paths"),
    [
        ("newest", ["a2.md", "c.md", "b.md", "a.md"]),
        ("oldest", ["b.md", "a2.md", "c.md", "a.md"]),
        ("title", ["b.md", "c.md", "a2.md", "a.md"]),
        ("problems", ["c.md", "b.md", "a.md", "a2.md"]),
        ("path", ["a.md", "a2.md", "b.md", "c.md"]),
    ],
)
def test_posts_stand_in_order(order: str, paths: list[str]) -> None:
    entries = [OLD, NEW, UNDATED, TWIN]
    assert [entry.path for entry in in_order(entries, order)] == paths


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-02-01 06:54:02", "1 Feb 2026"),
        ("2026-12-31", "31 Dec 2026"),
        ("2026-02-31", "2026-02-31"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_dates_are_written_short(text: str, shown: str) -> None:
    assert short_date(text) == shown
