"""What must be replaced in a page that shows one list of blocks so that it shows another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.render.blocks import Block


@dataclass(frozen=True, slots=True)
class Patch:
    """``removed`` blocks from ``start`` on give way to ``html``; then all have ``lines``."""

    start: int
    removed: int
    html: tuple[str, ...]
    lines: tuple[int, ...]

    @property
    def changes_html(self) -> bool:
        """Whether any block is different, and not only moved to other lines."""
        return bool(self.removed or self.html)

    def as_json(self) -> str:
        """The patch as the page's script reads it, in ASCII."""
        return json.dumps(
            {"start": self.start, "removed": self.removed, "html": self.html, "lines": self.lines}
        )


def patch(old: Sequence[Block], new: Sequence[Block]) -> Patch | None:
    """The smallest run of blocks to replace; None where nothing differs."""
    if old == new:
        return None
    limit = min(len(old), len(new))
    start = _common(old, new, limit)
    end = _common(old[::-1], new[::-1], limit - start)
    fresh = new[start : len(new) - end]
    return Patch(
        start=start,
        removed=len(old) - end - start,
        html=tuple(block.html for block in fresh),
        lines=tuple(block.line for block in new),
    )


def _common(left: Sequence[Block], right: Sequence[Block], limit: int) -> int:
    for index in range(limit):
        if left[index].html != right[index].html:
            return index
    return limit
