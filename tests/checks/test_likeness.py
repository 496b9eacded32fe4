"""Texts share about as many bands as they are alike."""

from __future__ import annotations

import random

import pytest

from reviewer.checks.likeness import BANDS, alike, also_in, bands_of

WORDS = [f"{first}{last}" for first in "bdfgklmnpr" for last in ("a", "en", "ist", "or", "ung")]


def text(seed: int, length: int = 600) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def likeness(one: list[str], other: list[str]) -> float:
    """What two texts seem to have in common."""
    theirs = bands_of(" ".join(other), 3)
    shared = [["other.md"] if band in theirs else [] for band in bands_of(" ".join(one), 3)]
    return alike(shared).get("other.md", 0.0)


def test_the_same_words_are_the_same_text() -> None:
    words = " ".join(text(1))
    assert bands_of(words, 3) == bands_of(f"*{words.title()}*!", 3)
    assert len(bands_of(words, 3)) == BANDS


def test_a_text_of_fewer_words_than_a_shingle_has_no_bands() -> None:
    assert bands_of("Two words", 3) == ()


def test_other_texts_have_nothing_in_common() -> None:
    assert likeness(text(1), text(2)) == 0.0


@pytest.mark.parametrize("kept", [0.95, 0.85])
def test_likeness_is_estimated(kept: float) -> None:
    """On the average of many texts, since a single one may share a band more or less."""
    guesses = []
    for seed in range(30):
        words = text(seed)
        cut = int(len(words) * kept)
        guesses.append(likeness(words, words[:cut] + text(seed + 100, len(words) - cut)))
    jaccard = kept / (2 - kept)
    assert sum(guesses) / len(guesses) == pytest.approx(jaccard, abs=0.1)


def test_the_likest_comes_first() -> None:
    shared = [["a.md", "b.md"], ["b.md"], ["b.md"], ["a.md", "b.md"]]
    assert list(alike(shared)) == ["b.md", "a.md"]


def test_of_several_posts_one_is_named() -> None:
    assert also_in(["a.md"]) == "a.md"
    assert also_in(["a.md", "b.md", "c.md"]) == "a.md and 2 more"
