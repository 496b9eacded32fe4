"""Figures as people write them, and which of them say the same."""

from __future__ import annotations

import pytest

from reviewer.checks.quantities import agrees, counted, figures_in, nearest


def values(text: str) -> list[tuple[list[int], str]]:
    return [([int(value) for value in each.values], each.unit) for each in figures_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "$2-3 billion",
        "$2–3bn",
        "US$2bn to US$3bn",
        "two to three billion dollars",
        "USD 2-3 billion",
        "between $2 and $3 billion",
    ],
)
def test_one_amount_in_many_ways(text: str) -> None:
    assert [found for found, _unit in values(text)] == [[2 * 10**9, 3 * 10**9]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,000 direct jobs and 12,000-15,000 others", [([5000], ""), ([12000, 15000], "")]),
        ("5% to 7%, or 8 per cent", [([5, 7], "%"), ([8], "%")]),
        ("3 and 4 things", [([3], ""), ([4], "")]),
        ("1 234 567 people", [([1234567], "")]),
        ("€3 Mrd. und 4 Mio", [([3 * 10**9], "€"), ([4 * 10**6], "")]),
    ],
)
def test_figures_of_a_text(text: str, expected: list[tuple[list[int], str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    ["in 2026", "on 2026-02-01 at 12:30", "version 1.2.3", "9/11, 24/7 and #5", "one of the two"],
)
def test_what_is_no_figure(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("said", "body", "is_same"),
    [
        ("2.5 million", "2,480,000", True),
        ("2.5 million", "2,580,000", False),
        ("$6-11 billion", "from $6 billion up to $11 billion", True),
        ("$7-11 billion", "$6-11 billion", False),
        ("5%", "5", False),
        ("$5 million", "five million dollars", True),
        ("2 billion", "2.4 billion", False),
    ],
)
def test_agreement(said: str, body: str, is_same: bool) -> None:
    (figure,) = figures_in(said)
    assert agrees(figure, list(figures_in(body))) is is_same


def test_the_ends_of_two_ranges_make_no_third() -> None:
    (figure,) = figures_in("$2-11 billion")
    assert not agrees(figure, list(figures_in("$2-3 billion and then $6-11 billion")))
    assert agrees(figure, list(figures_in("It was $2 billion. It is $11 billion.")))


def test_what_a_bare_number_counts() -> None:
    text = "5,000 direct jobs for $3 billion"
    assert [counted(text, each) for each in figures_in(text)] == ["direct", ""]


def test_the_figure_that_was_meant_shares_an_end() -> None:
    (figure,) = figures_in("$7-11 billion")
    known = list(figures_in("$1 billion, $6-11 billion and $2-3 billion, or 40%"))
    meant = nearest(figure, known)
    assert meant is not None
    assert meant.text == "$6-11 billion"


def test_very_many_digits_take_no_time() -> None:
    assert list(figures_in("1" * 50_000)) != [None]
    assert list(figures_in("1," * 50_000)) != [None]
