"""When a post is of, and whether it is out, in the ways that posts say so."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer.checks.moments import day, is_draft, last_day, slug_in_name
from tests.support.rules import subject_of


def data(*lines: str) -> str:
    return "\n".join(("---", "title: Rates", *lines, "---", "", "Text.", ""))


def test_the_front_matter_goes_before_the_name() -> None:
    named = "_posts/2026-02-01-rates.md"
    assert day(subject_of(data("date: 2026-02-03 10:00"), named)) == dt.date(2026, 2, 3)
    assert day(subject_of(data(), named)) == dt.date(2026, 2, 1)
    assert day(subject_of(data("date: soon"), "rates.md")) is None


def test_the_last_day_is_that_of_the_latest_change() -> None:
    subject = subject_of(data("date: 2026-02-03", "lastmod: 2026-03-04"), "rates.md")
    assert last_day(subject) == dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("draft: true", "a.md"),
        ("published: false", "a.md"),
        ("status: In review", "a.md"),
        ("layout: post", "_drafts/a.md"),
    ],
)
def test_ways_to_be_a_draft(line: str, path: str) -> None:
    assert is_draft(subject_of(data(line), path))


@pytest.mark.parametrize("line", ["draft: false", "published: true", "status: done"])
def test_posts_that_are_out(line: str) -> None:
    assert not is_draft(subject_of(data(line), "posts/a.md"))


def test_the_slug_in_a_name_is_without_date_and_ending() -> None:
    assert slug_in_name("_posts/2026-02-01-low-rates.md") == "low-rates"
    assert slug_in_name("posts/low-rates.md") == "low-rates"
