"""Words that no dictionary knows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reviewer.checks.body.passages import HEADING
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.checks.spelling import dictionary_of
from reviewer.document.edits import TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.checks.body.passages import Passage
    from reviewer.checks.rule import Settings
    from reviewer.checks.spelling import Dictionary
    from reviewer.checks.subject import Subject

CODE = "spelling"
WORD = re.compile(
    r"(?<![^\s(\[\"'“‘«*—–-])[a-zà-öø-ÿāăąćčďđēęěğıłńňőœřśşšťůűźżž]{5,}"
    r"(?:['’][a-z]{1,3})?(?=[\s)\]\"'”’».,;:!?…*—–-]|$)(?![.:][\w/]|-?\w)"
)
"""Words in lower case: names are nobody's business, nor is what looks like code."""
FOREIGN = 0.15
"""From this share of unknown words on, the text is of another language or trade."""
OFTEN = 3
"""What a post says so often, or so many posts say, is a word of its trade."""
MOST_TOLD = 20


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The words of the body in lower case, each of them once.

    Told are those that one slip makes of a word that is known: dictionaries
    are years behind what trades and machines are called.
    """
    dictionary = dictionary_of(subject.language or settings["language"])
    if dictionary is None:
        return
    for word, (passage, start) in list(unknown(subject, dictionary).items())[:MOST_TOLD]:
        proposals = dictionary.proposals(word)
        if proposals and len(subject.others_with(CODE, word)) < OFTEN - 1:
            span = passage.span(start, start + len(word))
            fixes = (
                Fix(f"Write {quoted(each)}", edits=(TextEdit(span, each),)) for each in proposals
            )
            yield Said(f"No dictionary knows {quoted(word)}.", span=span, fixes=tuple(fixes))


def unknown(subject: Subject, dictionary: Dictionary) -> dict[str, tuple[Passage, int]]:
    """Unknown words with the first place of each; none where the text seems to be foreign."""
    places: dict[str, tuple[Passage, int]] = {}
    counts: Counter[str] = Counter()
    for passage in subject.body.passages:
        for found in WORD.finditer(passage.words) if passage.kind != HEADING else ():
            counts[found[0]] += 1
            places.setdefault(found[0], (passage, found.start()))
    right = subject.site.words
    strange = [word for word in places if word not in right and not dictionary.knows(word)]
    if len(strange) > max(FOREIGN * len(places), OFTEN):
        return {}
    return {word: places[word] for word in strange if counts[word] < OFTEN}


def shares(subject: Subject) -> Iterable[str]:
    """All unknown words, so that those of a trade are known by their number."""
    dictionary = dictionary_of(subject.language or "en")
    return unknown(subject, dictionary) if dictionary is not None else ()


RULE = Rule(
    code=CODE,
    name="Spelling",
    group=Group.PROSE,
    severity=Severity.HINT,
    what="Words of five letters or more, in lower case, that are one slip away from a known word"
    " and that neither the Hunspell dictionary of the post's language nor the"
    " folder's own list (.reviewer/words.txt) knows. American English comes with Reviewer; others"
    " are found in /usr/share/hunspell and in the folder dictionaries beside Reviewer's settings."
    " Languages without a dictionary are left alone. Off unless asked for.",
    why="A slip in the first paragraph costs more trust than a wrong figure in the last.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe banks recieve more.\n",
        good="---\ntitle: Rates\n---\n\nThe banks receive more colour from Xyzzy. `recieve`\n",
    ),
    check=check,
    options=(Option("language", "en", "The language of posts and sites that name none."),),
    shares=shares,
    is_on=False,
)
