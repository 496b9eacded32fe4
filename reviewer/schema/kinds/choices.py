"""Values outside a folder's usual set, and what was probably meant instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from reviewer.schema.kinds.base import guess
from reviewer.schema.labels import quoted
from reviewer.schema.origin import INFERRED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.schema.field import Field, Option
    from reviewer.schema.finding import Finding
    from reviewer.schema.kinds.base import Spot

ALIKE = 80
"""rapidfuzz ratio from which a value passes for a slip of another."""
SHORTEST = 4
"""Characters below which likeness means nothing: ``en`` and ``es`` are both right."""
LONG_WORD = 6
OFTEN = 10
"""Characters of a word, and posts that write it, before one wrong letter is a slip."""
FEWEST = 3
"""Posts that must write an option before another value passes for a slip of it."""
SHOWN = 6
_SEPARATORS = re.compile(r"[\s_-]+")
_WORDS = re.compile(r"[^\W\d_]+(?:[\s&'’-]+[^\W\d_]+)*")


def folded(value: Any) -> str:
    """The value without what slips change most: case, blanks, hyphens."""
    return _SEPARATORS.sub("", str(value).casefold())


def nearest(value: Any, options: Sequence[Option], *, alike: bool = True) -> Option | None:
    """The option that ``value`` is a slip of, ``None`` if it resembles none.

    Only words can be ``alike``: in codes such as ``v2`` or ``list[str]`` every
    character counts. Otherwise only case, blanks and hyphens may differ.
    """
    if not isinstance(value, str):
        return None
    options = [option for option in options if option.count >= FEWEST or not option.count]
    same = [option for option in options if folded(option.value) == folded(value) != ""]
    if same:
        return max(same, key=lambda option: option.count)
    if not alike or not _WORDS.fullmatch(value):
        return None
    words = [option for option in options if _WORDS.fullmatch(str(option.value))]
    names = dict(enumerate(folded(option.value) for option in words))
    if len(value) >= SHORTEST:
        found = process.extractOne(folded(value), names, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if found:
            return words[found[2]]
    slips = (number for number, name in names.items() if _slipped(folded(value), name))
    return next((words[number] for number in slips), None)


def _slipped(typed: str, meant: str) -> bool:
    """Whether a letter inside a short word is missing, double, or swapped with the next.

    ``Nws`` and ``Nwes`` are slips of ``News``; ``New`` and ``Nows`` may be words.
    """
    if len(meant) < SHORTEST or (typed[:1], typed[-1:]) != (meant[0], meant[-1]):
        return False
    if DamerauLevenshtein.distance(typed, meant) != 1:
        return False
    return len(typed) != len(meant) or sorted(typed) == sorted(meant)


def mistyped(value: Any, options: Sequence[Option]) -> Option | None:
    """The much used option that ``value`` has one letter wrong of.

    Stricter than ``nearest``, for sets that grow: two words that differ only in
    how they end (``bill`` and ``bills``) are both right.
    """
    if not isinstance(value, str) or len(value) < LONG_WORD or not _WORDS.fullmatch(value):
        return None
    stem = folded(value)
    names = {
        number: folded(option.value)
        for number, option in enumerate(options)
        if option.count >= OFTEN and folded(option.value)[:-1] not in (stem, stem[:-1])
    }
    found = process.extractOne(stem, names, scorer=DamerauLevenshtein.distance, score_cutoff=1)
    if found is None or found[0] == stem[:-1]:
        return None
    return options[found[2]]


def outside(value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
    """A finding when ``value`` is not one of the field's options."""
    if not field.options or any(_equal(option.value, value) for option in field.options):
        return
    closed = field.kind == "enum"
    meant = nearest(value, field.options, alike=closed)
    if meant is None and not closed:
        meant = mistyped(value, field.options)
    if meant is not None:
        fix = spot.set_fix(f"Use {meant.text}", meant.value)
        yield spot.finding("unusual-value", guess(field, "options"), _posts_write(meant), fix)
    elif not field.open_options:
        word = "usual values" if field.origin_of("options").kind == INFERRED else "options"
        message = f"{quoted(str(value))} is none of the {word}: {_usual(field.options)}."
        yield spot.finding("unusual-value", guess(field, "options"), message)


def _equal(left: Any, right: Any) -> bool:
    return type(left) is type(right) and bool(left == right)


def _posts_write(option: Option) -> str:
    if not option.count:
        return f"Did you mean {quoted(option.text)}?"
    posts = "post writes" if option.count == 1 else "posts write"
    return f"{option.count:,} {posts} {quoted(option.text)}."


def _usual(options: Sequence[Option]) -> str:
    shown = ", ".join(option.text for option in options[:SHOWN])
    return f"{shown} …" if len(options) > SHOWN else shown
