"""How easy an English text is to read, by the formula of Rudolf Flesch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?:[^l]e|ed|[^aeiouy]es)$")
FEWEST_WORDS = 100
"""Shorter texts say nothing about their author's style."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The body as a whole."""
    if not (subject.language or "en").startswith("en"):
        return
    sentences = subject.body.sentences
    words = [word for each in sentences for word in WORD.findall(each.text)]
    if len(words) < FEWEST_WORDS:
        return
    ease = ease_of(words, len(sentences))
    if ease < settings["least"]:
        message = f"Reading ease is {ease:.0f} of 100; {settings['least']} is asked for."
        yield Said(message, span=sentences[0].span)


def ease_of(words: Sequence[str], sentences: int) -> float:
    """206.8 less what long sentences and long words cost."""
    syllables = sum(map(syllables_of, words))
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


def syllables_of(word: str) -> int:
    """As many as there are groups of vowels that are heard."""
    word = word.lower()
    return max(1, len(VOWELS.findall(word)) - bool(SILENT.search(word)))


RULE = Rule(
    code="reading-ease",
    name="Hard to read",
    group=Group.PROSE,
    severity=Severity.HINT,
    what="English texts whose reading ease by Flesch (0 to 100) lies below 30, or what the option"
    " says. Off unless asked for.",
    why="Long words in long sentences lose readers.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n"
        + "Institutional considerations necessitate unprecedented macroeconomic coordination"
        " notwithstanding considerable uncertainty regarding international developments. "
        * 20
        + "\n",
        good="---\ntitle: Rates\n---\n\n" + "The bank said that its rates stay. " * 20 + "\n",
    ),
    check=check,
    options=(Option("least", 30, "The lowest reading ease that is not told."),),
    is_on=False,
)
