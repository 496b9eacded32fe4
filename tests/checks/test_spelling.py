"""Dictionaries: which one fits a language, and what it knows."""

from __future__ import annotations

import pytest

from reviewer.checks.rules.prose.spelling import RULE
from reviewer.checks.spelling import dictionary_of, slips_of
from reviewer.schema.neighbours import Remembered
from tests.support.rules import NOW, KnownSite, found

TEXT = "---\ntitle: Rates\n---\n\nThe governer and the banks recieve more.\n"


class Many(Remembered):
    """A folder whose other posts use the same unknown words."""

    def others_with(self, name: str, value: object) -> tuple[str, ...]:
        return ("a.md", "b.md")


def test_american_english_is_always_there() -> None:
    dictionary = dictionary_of("en")
    assert dictionary is not None
    assert dictionary.knows("receive")
    assert not dictionary.knows("recieve")


@pytest.mark.parametrize(
    "word", ["colour", "organisation", "travelled", "bank’s", "metadata", "жук"]
)
def test_words_of_either_english_of_today_and_of_other_alphabets_are_known(word: str) -> None:
    dictionary = dictionary_of("en")
    assert dictionary is not None
    assert dictionary.knows(word)


def test_american_english_alone_knows_no_british_spelling() -> None:
    dictionary = dictionary_of("en-us")
    assert dictionary is not None
    assert not dictionary.knows("colour")


def test_a_language_without_a_dictionary_is_left_alone() -> None:
    assert dictionary_of("xx") is None


def test_a_slip_swaps_drops_adds_or_changes_a_letter() -> None:
    assert {"receive"} <= set(slips_of("recieve"))
    assert {"bank"} <= set(slips_of("bannk")) & set(slips_of("bnk")) & set(slips_of("bonk"))


def test_what_was_meant_is_proposed() -> None:
    labels = {fix.label for each in found(RULE, TEXT) for fix in each.fixes}
    assert {"Write “governor”", "Write “receive”"} <= labels


def test_the_folders_own_words_are_right() -> None:
    site = KnownSite(NOW, words=frozenset({"governer"}))
    assert [each.quote for each in found(RULE, TEXT, site=site)] == ["recieve"]


def test_words_of_several_posts_are_those_of_a_trade() -> None:
    assert found(RULE, TEXT, others=Many()) == ()
