"""Tries mends, likely ones first, until a piece of front matter reads.

Each state is a text; reading it says whether it is mended or where the next
fault lies. A mend that moves the fault further down counts as one fault less,
so that texts with several faults are not mended by trying all combinations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

from reviewer.document.block import BlockProblem
from reviewer.document.lines import split_lines
from reviewer.document.repair.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reviewer.document.repair.sheet import Mend

    Look = Callable[[Sheet, int], Iterable[Mend]]
    Read = Callable[[str], object]

_AROUND = 8
"""Lines on either side of the fault that are looked at."""
_READS = 150
_CHARACTERS = 300_000
"""Characters that are read in one search, which bounds the time that hostile text takes."""
_FAULT = 2.5
"""By how much a text that reads further is preferred."""

_FAR = 1.2
"""Outcomes that cost so much more than the likeliest are not worth a look."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A text that reads, and the mends that led to it."""

    text: str
    mends: tuple[Mend, ...]
    cost: float


@dataclass(slots=True)
class Budget:
    """What may still be read; shared by the searches of one proposal."""

    characters: int = 4 * _CHARACTERS


@dataclass(order=True, slots=True)
class _State:
    rank: float
    number: int
    sheet: Sheet = field(compare=False)
    mends: tuple[Mend, ...] = field(compare=False)
    cost: float = field(compare=False)
    fault: int = field(compare=False)


class Search:
    """Looks for texts that ``read`` takes; it raises ``BlockProblem`` for others."""

    def __init__(self, read: Read, looks: Iterable[Look], budget: Budget) -> None:
        self._read = read
        self._looks = tuple(looks)
        self._budget = budget
        self._seen: set[str] = set()
        self._numbers = count()
        self._heap: list[_State] = []

    def outcomes(self, text: str, most: int) -> list[Outcome]:
        """Up to ``most`` texts that read, likely ones first."""
        found: list[Outcome] = []
        allowance = min(_CHARACTERS, self._budget.characters)
        reads = min(_READS, allowance // max(len(text), 1))
        start = Sheet(tuple(split_lines(text)))
        self._push(start, (), 0.0, self._fault(start) or 1, 0.0)
        while self._heap and reads > 0 and len(found) < most:
            state = heappop(self._heap)
            for mend, sheet in self._next(state):
                reads -= 1
                self._budget.characters -= len(text)
                fault = self._fault(sheet)
                mends, cost = (*state.mends, mend), state.cost + mend.cost
                if fault is None:
                    found.append(Outcome(sheet.text, mends, cost))
                elif reads > 0:
                    further = _FAULT if fault > state.fault else 0.0
                    self._push(sheet, mends, cost, fault, state.rank + mend.cost - further)
        found.sort(key=lambda each: each.cost)
        return [each for each in found if each.cost <= found[0].cost + _FAR][:most]

    def _push(
        self, sheet: Sheet, mends: tuple[Mend, ...], cost: float, fault: int, rank: float
    ) -> None:
        heappush(self._heap, _State(rank, next(self._numbers), sheet, mends, cost, fault))

    def _next(self, state: _State) -> Iterator[tuple[Mend, Sheet]]:
        for mend in self._mends(state):
            sheet = state.sheet.mended(mend)
            if sheet.text not in self._seen:
                self._seen.add(sheet.text)
                yield mend, sheet

    def _mends(self, state: _State) -> list[Mend]:
        at = state.fault - 1
        first, last = max(at - _AROUND, 0), min(at + _AROUND + 1, len(state.sheet.lines))
        numbers = {0, *range(first, last)} if state.sheet.lines else set()
        found = [
            (mend.cost + min(abs(number - at), 8) * 0.04, number, mend)
            for number in numbers
            for look in self._looks
            for mend in look(state.sheet, number)
        ]
        found.sort(key=lambda each: each[:2])
        return [mend for _cost, _number, mend in found]

    def _fault(self, sheet: Sheet) -> int | None:
        """The line of the next fault, from 1; nothing where the text reads."""
        try:
            self._read(sheet.text)
        except BlockProblem as problem:
            return max(problem.where.line, 1)
        return None
