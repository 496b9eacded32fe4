"""Which label goes with which scores, where a folder's posts show that some go together.

Learnt only of numbers on a scale and of labels that are few, and only where
nearly all posts agree and each label has a stretch of the scale to itself:
Pessimistic up to 4, Neutral from 5 to 6, Optimistic from 7.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reviewer.schema.condition import Condition
from reviewer.schema.finding import Severity
from reviewer.schema.labels import label as shown
from reviewer.schema.labels import quoted
from reviewer.schema.origin import INFERRED, Origin
from reviewer.schema.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reviewer.schema.field import Field

    Pairs = Counter[tuple[float, str]]
    Band = tuple[str, float, float]

NUMBERS = ("int", "float")
FEWEST_POSTS = 12
FEWEST_OF_A_LABEL = 3
MOST_LABELS = 7
STRAYS = 0.03
"""Share of posts that may say otherwise; one may in any case."""


def learnt_rules(posts: Sequence[Mapping[Any, Any]], fields: Iterable[Field]) -> tuple[Rule, ...]:
    """Rules for every number and label of which the posts show that they go together."""
    known = tuple(fields)
    scores = [each.name for each in known if each.minimum is not None and each.kind in NUMBERS]
    labels = [each.name for each in known if 1 < len(each.options) <= MOST_LABELS]
    return tuple(
        rule
        for score in scores
        for name in labels
        if name != score
        for rule in _rules(score, name, _pairs(posts, score, name))
    )


def _pairs(posts: Sequence[Mapping[Any, Any]], score: str, name: str) -> Pairs:
    both = ((post.get(score), post.get(name)) for post in posts)
    return Counter(
        (value, text)
        for value, text in both
        if isinstance(value, int | float) and not isinstance(value, bool) and isinstance(text, str)
    )


def _rules(score: str, name: str, pairs: Pairs) -> Iterator[Rule]:
    bands = _bands(pairs)
    origin = Origin(INFERRED, posts=pairs.total())
    for place, (text, low, high) in enumerate(bands):
        usual = f"{low:g}" if low == high else f"{low:g} to {high:g}"
        message = f"Where {shown(name)} is {quoted(text)}, other posts have {usual} here."
        is_labelled = Condition(name, "eq", text)
        sides = []
        if place:
            sides.append(("below", "lte", "gt", bands[place - 1][2]))
        if place + 1 < len(bands):
            sides.append(("above", "gte", "lt", bands[place + 1][1]))
        for side, beyond, within, edge in sides:
            yield Rule(
                f"{score}-{side}-{text}",
                (Condition(score, within, edge),),
                (is_labelled, Condition(score, beyond, edge)),
                score,
                message,
                Severity.WARNING,
                origin,
            )


def _bands(pairs: Pairs) -> list[Band]:
    """The labels with the least and greatest score of each, from low to high; none if unclear."""
    total = pairs.total()
    main: dict[float, str] = {}
    for (value, text), _count in reversed(pairs.most_common()):
        main[value] = text
    counts = Counter(dict.fromkeys(main.values(), 0))
    for (value, text), count in pairs.items():
        if main[value] == text:
            counts[text] += count
    rare = {text for text, count in counts.items() if count < FEWEST_OF_A_LABEL}
    settled = sum(count for text, count in counts.items() if text not in rare)
    if total < FEWEST_POSTS or total - settled > max(1, STRAYS * total):
        return []
    kept = [(value, main[value]) for value in sorted(main) if main[value] not in rare]
    runs = [(text, list(run)) for text, run in groupby(kept, key=lambda each: each[1])]
    if len(runs) < 2 or len(runs) != len(counts) - len(rare):
        return []
    return [(text, run[0][0], run[-1][0]) for text, run in runs]
