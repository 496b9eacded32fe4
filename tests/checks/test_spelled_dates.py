"""Days are the same however a text writes them."""

from __future__ import annotations

import pytest

from reviewer.checks.spelled_dates import dates_in, meant, names


@pytest.mark.parametrize(
    "text",
    [
        "on 2 March 2026",
        "on March 2, 2026,",
        "on March 2nd",
        "Mar. 2, 2026",
        "2026-03-02",
        "am 2. März 2026",
        "le 2 mars 2026",
        "el 2 de marzo de 2026",
        "the 2nd of March",
    ],
)
def test_ways_to_write_a_day(text: str) -> None:
    (found,) = dates_in(text)
    assert (found.month, found.day) == (3, 2)
    assert found.year in (0, 2026)


@pytest.mark.parametrize(
    "text",
    [
        "it may 5 times",
        "March 2026",
        "2026-13-02",
        "version 2026-03-021",
        "March 5% of it",
        "12 mars3",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert list(dates_in(text)) == []


def test_a_year_that_is_left_out_may_be_any() -> None:
    known = list(dates_in("On 2 March 2026 they met."))
    assert names(next(dates_in("March 2")), known)
    assert not names(next(dates_in("March 2, 2025")), known)


def test_the_date_that_was_meant_shares_two_parts() -> None:
    known = list(dates_in("On 2 March 2026, and on 5 May 2026."))
    found = meant(next(dates_in("5 March 2026")), known)
    assert found is not None
    assert found.text == "2 March 2026"
