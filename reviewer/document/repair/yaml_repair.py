"""Mends a block of YAML: what concerns all of it first, then piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document.block import BlockProblem
from reviewer.document.lines import split_lines
from reviewer.document.repair.causes import (
    brackets,
    colon,
    comma,
    conflict,
    curly_quotes,
    indentation,
    missing_colon,
    missing_space,
    no_key,
    placeholder,
    quotes,
    special_start,
    tabs,
)
from reviewer.document.repair.search import Budget, Search
from reviewer.document.repair.segments import fields, segments
from reviewer.document.repair.sheet import Sheet
from reviewer.document.yaml_text import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.dialect import Dialect
    from reviewer.document.repair.search import Outcome
    from reviewer.document.repair.segments import Segment
    from reviewer.document.repair.sheet import Mend

_LOOKS = (
    conflict.look,
    placeholder.look,
    tabs.look,
    missing_colon.look,
    comma.look,
    missing_space.look,
    curly_quotes.look,
    colon.look,
    quotes.look,
    special_start.look,
    brackets.look,
    indentation.look,
    no_key.look,
)
_EACH = 3
"""Ways that are kept for each piece."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A block that reads, and the mends with the lines (from 0 in the block) they speak of."""

    text: str
    mends: tuple[tuple[int, Mend], ...]


def repairs(text: str, dialect: Dialect) -> Iterator[Repair]:
    """Ways to mend the block, likely ones first; each of them reads."""

    def fields_of(piece: str) -> Any:
        data = read(piece, dialect).data
        if data is not None and not isinstance(data, dict):
            raise BlockProblem("No fields.", line=1)
        return data

    budget = Budget()
    for merged, mends in _without_conflict(text):
        pieces = segments(merged, fields_of)
        if pieces is None:
            return
        for repair in _by_pieces(pieces, mends, fields_of, budget):
            if fields(fields_of, repair.text):
                yield repair
    search = Search(fields_of, _LOOKS, budget)
    for outcome in search.outcomes(text, _EACH):
        yield Repair(outcome.text, _placed(0, outcome))


def _without_conflict(text: str) -> list[tuple[str, tuple[tuple[int, Mend], ...]]]:
    sheet = Sheet(tuple(split_lines(text)))
    for number in range(len(sheet.lines)):
        if mends := list(conflict.look(sheet, number)):
            return [(sheet.mended(mend).text, ((number, mend),)) for mend in mends]
    return [(text, ())]


def _by_pieces(
    pieces: list[Segment], before: tuple[tuple[int, Mend], ...], read_: Any, budget: Budget
) -> Iterator[Repair]:
    """The likeliest way for each piece, then other ways for one of them at a time."""
    ways = {
        number: Search(read_, _LOOKS, budget).outcomes(piece.text, _EACH)
        for number, piece in enumerate(pieces)
        if piece.data is None
    }
    if not all(ways.values()):
        return
    choice = dict.fromkeys(ways, 0)
    yield _assembled(pieces, ways, choice, before)
    for number, outcomes in ways.items():
        for other in range(1, len(outcomes)):
            yield _assembled(pieces, ways, {**choice, number: other}, before)


def _assembled(
    pieces: list[Segment],
    ways: dict[int, list[Outcome]],
    choice: dict[int, int],
    before: tuple[tuple[int, Mend], ...],
) -> Repair:
    texts: list[str] = []
    mends = list(before)
    for number, piece in enumerate(pieces):
        if number in choice:
            outcome = ways[number][choice[number]]
            texts.append(outcome.text)
            mends += _placed(piece.first, outcome)
        else:
            texts.append(piece.text)
    return Repair("".join(texts), tuple(mends))


def _placed(first: int, outcome: Outcome) -> tuple[tuple[int, Mend], ...]:
    return tuple((first + mend.first, mend) for mend in outcome.mends)
