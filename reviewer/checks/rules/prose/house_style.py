"""Words that the house spells otherwise, or does not use."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.document.edits import TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject
    from reviewer.document.edits import Span

SLIPS = {"teh": "the", "recieve": "receive", "seperate": "separate", "alot": "a lot"}
"""What no house writes; a list of one's own takes its place."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The words of the body, and those of the title."""
    wanted = {_key(str(word)): str(instead or "") for word, instead in settings["words"].items()}
    if not wanted:
        return
    pattern = pattern_of(tuple(wanted))
    for found in pattern.finditer(subject.title):
        better = _better(found[0], wanted)
        if better != found[0]:
            path = (subject.content_type.title_field or "title",)
            yield Said(_message(found[0], better), path=path)
    for passage in subject.body.passages:
        for found in pattern.finditer(passage.words):
            better = _better(found[0], wanted)
            if better != found[0]:
                span = passage.span(*found.span())
                fixes = _fixes(span, better, is_safe=not pattern.search(better))
                yield Said(_message(found[0], better), span=span, fixes=fixes)


@lru_cache(maxsize=8)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words and phrases, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


def _better(found: str, wanted: Mapping[str, str]) -> str:
    """What the house writes, with a capital where one stood."""
    better = wanted.get(_key(found), found)
    starts_large = found[0].isupper() and better[:1].islower()
    return better[:1].upper() + better[1:] if starts_large else better


def _fixes(span: Span, better: str, *, is_safe: bool) -> tuple[Fix, ...]:
    """A word that the list would find again is better put in by hand."""
    if not better:
        return ()
    return (Fix(f"Write {quoted(better)}", edits=(TextEdit(span, better),), safe=is_safe),)


def _message(found: str, better: str) -> str:
    advice = f"write {quoted(better)} instead of" if better else "do not write"
    return f"House style: {advice} {quoted(found)}."


def _key(word: str) -> str:
    return " ".join(word.split()).casefold()


RULE = Rule(
    code="house-style",
    name="House style",
    group=Group.PROSE,
    severity=Severity.WARNING,
    what="Words that the list in reviewer.yml replaces by others, as in `words: {utilise: use}`;"
    " a word with nothing behind it is one not to be written.",
    why="A site reads as if of one hand when all write the same words the same way.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe banks recieve alot.\n",
        good="---\ntitle: Rates\n---\n\nThe banks receive a lot. `teh`\n",
    ),
    check=check,
    options=(Option("words", SLIPS, "Words, and what to write instead of each."),),
)
