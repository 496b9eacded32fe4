"""What must be replaced in a page that shows one list of blocks so that it shows another."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.render.blocks import Block


@dataclass(frozen=True, slots=True)
class Patch:
    """``removed`` blocks from ``start`` on give way to ``html``.

    All known lines behind them then move by ``shift``, and what is otherwise
    still wrong is put right by ``lines``: the places of blocks, and their lines.
    """

    start: int
    removed: int
    html: tuple[str, ...]
    shift: int
    lines: tuple[tuple[int, int], ...]

    @property
    def changes_html(self) -> bool:
        """Whether any block is different, and not only moved to other lines."""
        return bool(self.removed or self.html)

    def as_json(self) -> str:
        """The patch as the page's script reads it, in ASCII."""
        return json.dumps(asdict(self))


def patch(old: Sequence[Block], new: Sequence[Block]) -> Patch | None:
    """The smallest run of blocks to replace; None where nothing differs."""
    limit = min(len(old), len(new))
    start = _common(old, new, limit)
    end = _common(old[::-1], new[::-1], limit - start)
    fresh = new[start : len(new) - end]
    shift = _shift(old[len(old) - end :], new[len(new) - end :])
    found = Patch(
        start=start,
        removed=len(old) - end - start,
        html=tuple(block.html for block in fresh),
        shift=shift,
        lines=tuple(_lines(old, new, (start, len(new) - end), shift)),
    )
    return found if found.changes_html or found.shift or found.lines else None


def _shift(old: Sequence[Block], new: Sequence[Block]) -> int:
    """By how much lines moved behind what was replaced; all of them, as a rule."""
    pairs = zip(old, new, strict=True)
    return next((b.line - a.line for a, b in pairs if a.line and b.line), 0)


def _lines(
    old: Sequence[Block], new: Sequence[Block], fresh: tuple[int, int], shift: int
) -> Iterator[tuple[int, int]]:
    """The lines of fresh blocks, and of others as far as they did not move along."""
    grown = len(new) - len(old)
    for at, block in enumerate(new):
        if at < fresh[0]:
            stands = old[at].line
        elif at < fresh[1]:
            stands = -1
        else:
            line = old[at - grown].line
            stands = line and line + shift
        if block.line != stands:
            yield at, block.line


def _common(left: Sequence[Block], right: Sequence[Block], limit: int) -> int:
    for index in range(limit):
        # The same block, as remembered, is the usual case.
        if left[index] is not right[index] and left[index].html != right[index].html:
            return index
    return limit
