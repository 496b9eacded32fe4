"""Tells where an entry stands, for error messages, jumps and highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.block import Place
from reviewer.document.edits import Span
from reviewer.document.yaml_nodes import Entry, Map
from reviewer.document.yaml_slots import Slot, owner_lines

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.document.yaml_sheet import Sheet


def place(sheet: Sheet, path: Path) -> Place | None:
    """The place of ``path``, or of the alias or ``<<`` that brings it in."""
    found = sheet.find(path)
    slot = found.slot
    if found.rest:
        if not _exists(sheet, path):
            return None
        slot = _merging(sheet, slot, found.rest) or slot
    owner = slot.owner
    key = None
    if isinstance(owner, Entry):
        key = Span(owner.key.start, max(owner.key.end, owner.key.start))
    entry = (
        Span(owner.start, owner.end) if owner and slot.in_flow else owner_lines(sheet.text, slot)
    )
    return Place(key, Span(slot.node.start, slot.node.end), entry)


def _exists(sheet: Sheet, path: Path) -> bool:
    try:
        sheet.value(path)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _merging(sheet: Sheet, slot: Slot, rest: Path) -> Slot | None:
    """The slot of the ``<<`` that brings the first key of ``rest`` into a map."""
    node = slot.node
    if not isinstance(node, Map) or not node.merged():
        return None
    del rest
    return sheet.entry(node, node.merged()[-1])
