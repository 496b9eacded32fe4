"""The rows of the Changes tab, from a diff: what differs, some lines around it, folds between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.document.diff import Piece, same_but_for_end, words
from reviewer.document.lines import end_of, usual_end, without_end
from reviewer.ui.panels.changes.visible import end_mark, plain, revealed
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.diff import Diff, Hunk

AROUND = 3
"""Unchanged lines that are shown on either side of a change."""
LEAST = 2
"""Unchanged lines that are worth a fold."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: an unchanged, removed or added line, or a fold that hides some.

    ``kind`` is ``same``, ``removed``, ``added`` or ``fold``; numbers count from
    1, 0 for none. ``hunk`` is set on the rows of a change, ``leads`` on the
    first of them. A fold's ``fold`` is the number of its first hidden line.
    """

    kind: str
    old: int = 0
    new: int = 0
    pieces: tuple[Piece, ...] = ()
    mark: str = ""
    hunk: int = -1
    leads: bool = False
    fold: int = 0

    @property
    def sign(self) -> str:
        """What stands before the line, so that colour is not the only sign."""
        return {"removed": "−", "added": "+"}.get(self.kind, " ")

    @property
    def text(self) -> str:
        """The row's text without its marks."""
        return "".join(piece.text for piece in self.pieces)

    def spoken(self) -> str:
        """The row for a screen reader."""
        names = {"removed": tr("removed"), "added": tr("added"), "same": tr("unchanged")}
        if self.kind == "fold":
            return self.text
        number = self.old if self.kind == "removed" else self.new
        spoken = tr("{what} line {n}: {line}", what=names[self.kind], n=number, line=self.text)
        return f"{spoken} ({self.mark})" if self.mark else spoken


def rows(diff: Diff, unfolded: frozenset[int] = frozenset()) -> list[Row]:
    """All rows of a diff; ``unfolded`` are the folds that have been opened."""
    found: list[Row] = []
    old_at = new_at = 0
    for index, hunk in enumerate(diff.hunks):
        found += _unchanged(diff, old_at, new_at, hunk.lines.new_start, unfolded)
        found += _changed(diff, index, hunk)
        old_at, new_at = hunk.lines.old_end, hunk.lines.new_end
    if diff.hunks:
        found += _unchanged(diff, old_at, new_at, len(diff.new), unfolded)
    return found


def summary(diff: Diff) -> str:
    """What a save will do, in a sentence or two."""
    if not diff.hunks:
        return tr("Nothing has changed.")
    counts = diff.counts()
    changed, added, removed = counts.changed, counts.added, counts.removed
    parts = (
        tr_count("{count} line will change", "{count} lines will change", changed),
        tr_count("{count} line will be added", "{count} lines will be added", added),
        tr_count("{count} line will be removed", "{count} lines will be removed", removed),
    )
    told = [part for part, count in zip(parts, (changed, added, removed), strict=True) if count]
    return tr("{changes}. Everything else stays byte for byte.", changes=_joined(told))


def patch(rows_: list[Row]) -> str:
    """Rows as text for the clipboard, as ``diff`` writes them."""
    signs = {"removed": "-", "added": "+", "same": " "}
    return "\n".join(signs.get(row.kind, "") + row.text for row in rows_)


def _joined(parts: list[str]) -> str:
    *before, last = parts
    return tr("{first} and {last}", first=", ".join(before), last=last) if before else last


def _unchanged(diff: Diff, old: int, new: int, end: int, unfolded: frozenset[int]) -> Iterator[Row]:
    """The lines from ``new`` to before ``end``; those far from any change as one fold."""
    head = AROUND if new else 0
    tail = AROUND if end < len(diff.new) else 0
    first, last = new + head, end - tail
    for at in range(new, end):
        hidden = first <= at < last and last - first >= LEAST and first + 1 not in unfolded
        if not hidden:
            text = plain(without_end(diff.new[at]))
            yield Row("same", old + at - new + 1, at + 1, (Piece(text, False),))
        elif at == first:
            text = tr_count("… {count} line unchanged", "… {count} lines unchanged", last - first)
            yield Row("fold", pieces=(Piece(text, False),), fold=first + 1)


def _changed(diff: Diff, index: int, hunk: Hunk) -> list[Row]:
    removed: list[Row] = []
    added: list[Row] = []
    usual = usual_end(diff.old)
    for i, j in hunk.pairs():
        old = hunk.old[i] if i is not None else None
        new = hunk.new[j] if j is not None else None
        old_pieces, new_pieces = _pieces(old, new)
        old_mark, new_mark = _marks(old, new, usual)
        if i is not None:
            number = hunk.lines.old_start + i + 1
            removed.append(Row("removed", number, 0, old_pieces, old_mark, index))
        if j is not None:
            number = hunk.lines.new_start + j + 1
            added.append(Row("added", 0, number, new_pieces, new_mark, index))
    first, *rest = [*removed, *added]
    return [Row(first.kind, first.old, first.new, first.pieces, first.mark, index, True), *rest]


def _pieces(old: str | None, new: str | None) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    if old is None or new is None or same_but_for_end(old, new):
        return _whole(old), _whole(new)
    left, right = words(old, new)
    return tuple(_revealed(left)), tuple(_revealed(right))


def _whole(line: str | None) -> tuple[Piece, ...]:
    return tuple(_revealed((Piece(without_end(line or ""), False),)))


def _revealed(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    for piece in pieces:
        yield Piece(revealed(piece.text, at_end=piece is pieces[-1]), piece.changed)


def _marks(old: str | None, new: str | None, usual: str) -> tuple[str, str]:
    """How the lines end, where that is part of the difference."""
    if old is not None and new is not None:
        if end_of(old) == end_of(new):
            return "", ""
        return end_mark(old), end_mark(new)
    line = old if old is not None else new or ""
    mark = end_mark(line) if end_of(line) != usual else ""
    return (mark, "") if new is None else ("", mark)
