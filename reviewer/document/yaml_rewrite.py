"""The second try: the entry that an operation names, written anew in block style.

Used where a splice would have changed more than it should. The smallest holder
of the changed value that reads back right is taken, from the value itself out
to the top-level entry; it loses its comments and style, all around it stays.
What other places repeat by an alias cannot be rewritten without changing them,
so that is refused, and says why.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document.block import BlockProblem, Plan
from reviewer.document.edits import Span, TextEdit, apply, ordered
from reviewer.document.operations import (
    EditRefused,
    Operation,
    Rename,
    Unset,
    carry_out,
    same,
    spelled,
)
from reviewer.document.yaml_change import entry_piece
from reviewer.document.yaml_data import Reading
from reviewer.document.yaml_lines import line_end, line_number, next_line, skip_blanks
from reviewer.document.yaml_nodes import Alias, Entry, Map, walk
from reviewer.document.yaml_plan import planned
from reviewer.document.yaml_prepare import prepare
from reviewer.document.yaml_rows import rows
from reviewer.document.yaml_slots import owner_lines, put
from reviewer.document.yaml_tree import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.operations import Path
    from reviewer.document.yaml_sheet import Sheet
    from reviewer.document.yaml_slots import Slot


def rewrite(sheet: Sheet, operation: Operation) -> Plan:
    """The smallest entry around the change that can be written anew."""
    path = operation.path
    if sheet.root is None:
        raise EditRefused("The front matter is empty.")
    data = carry_out(sheet.data, operation)
    for plan in _plans(sheet, operation, data):
        if _leads_to(sheet, plan, data):
            return plan
    _refuse_repeated(sheet, path)
    raise EditRefused(f"“{spelled(path)}” cannot be changed without changing something else.")


def _plans(sheet: Sheet, operation: Operation, data: Any) -> Iterator[Plan]:
    path = operation.path
    if isinstance(operation, Rename) and len(path) == 1:
        yield from _renamed(sheet, path, operation.new)
    if isinstance(operation, Unset):
        yield from _with_blank_lines(sheet, path)
    first = len(path) - isinstance(operation, (Rename, Unset))
    for depth in range(first, 0, -1):
        found = sheet.find(path[:depth])
        if not found.rest:
            value = _look_up(data, path[:depth])
            yield _anew(sheet, found.slot, value, blocks=True)
            yield _anew(sheet, found.slot, value, blocks=False)


def _anew(sheet: Sheet, slot: Slot, value: Any, *, blocks: bool) -> Plan:
    writer = replace(sheet.writer, blocks=blocks)
    written = writer.value(value, slot.setting, None)
    return planned(sheet, slot, put(sheet.text, slot, written, sheet.newline))


def _with_blank_lines(sheet: Sheet, path: Path) -> Iterator[Plan]:
    """The entry with the blank lines below it, which a text above would else take in."""
    slot = sheet.find(path).slot
    if slot.owner is None or slot.in_flow:
        return
    span = owner_lines(sheet.text, slot)
    end = span.end
    while end < len(sheet.text) and skip_blanks(sheet.text, end) == line_end(sheet.text, end):
        end = next_line(sheet.text, end)
    whole = Span(span.start, end)
    yield Plan((TextEdit(whole, ""),), (whole,))


def _look_up(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data


def _renamed(sheet: Sheet, path: Path, name: str) -> Iterator[Plan]:
    """The whole top-level entry with its new key."""
    slot: Slot = sheet.find(()).slot
    node = slot.node
    entry = node.entry(path[0]) if isinstance(node, Map) else None
    if entry is None or not isinstance(node, Map):
        return
    row = rows(sheet.text, slot, sheet.newline)
    piece = entry_piece(sheet, row, name, sheet.value(path), None)
    edits = row.substitution(node.entries.index(entry), [piece])
    yield Plan(ordered(edits), (owner_lines(sheet.text, sheet.entry(node, entry)),))


def _leads_to(sheet: Sheet, plan: Plan, data: Any) -> bool:
    text = apply(sheet.text, plan.edits)
    prepared = prepare(text)
    try:
        root = build(prepared.text)
        return same(Reading(text, root, sheet.dialect, prepared).data, data)
    except (yaml.YAMLError, BlockProblem):
        return False


def _refuse_repeated(sheet: Sheet, path: Path) -> None:
    """Refuse where an alias elsewhere stands for something inside the entry."""
    slots = [sheet.find(path[:depth]).slot for depth in range(len(path) + 1)]
    owner = slots[-1].owner
    inside = {id(slot.node) for slot in slots}
    inside |= {id(part) for part in walk(slots[-1].node)}
    inside |= {id(part) for part in walk(owner.key)} if isinstance(owner, Entry) else set()
    assert sheet.root is not None
    for part in walk(sheet.root):
        if isinstance(part, Alias) and id(part.target) in inside:
            line = line_number(sheet.text, part.start)
            raise EditRefused(
                f"Line {line} repeats this value (*{part.name}), so it would change with it.",
                remedy=f"Write the value out in line {line} first.",
            )
