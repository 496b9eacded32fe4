"""How the list writes dates."""

from __future__ import annotations

import pytest

from reviewer.ui.listing.dates import short_date


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
