"""Mends a block as a whole, line by line, for formats in which each field has its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.repair.search import Budget, Search
from reviewer.document.repair.yaml_repair import Repair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.document.repair.search import Look, Read

_MOST = 4


def repaired(text: str, read: Read, looks: Iterable[Look]) -> Iterator[Repair]:
    """Ways to mend the block, likely ones first."""
    for outcome in Search(read, looks, Budget()).outcomes(text, _MOST):
        yield Repair(outcome.text, tuple((mend.first, mend) for mend in outcome.mends))
