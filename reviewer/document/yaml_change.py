"""Turns the value in a slot into another one, touching only what differs.

Maps are compared key by key, lists item by item, long texts word by word.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document.block import BlockProblem
from reviewer.document.edits import Span, apply
from reviewer.document.operations import same
from reviewer.document.scalars import misread
from reviewer.document.yaml_emit import leaves_block
from reviewer.document.yaml_lines import next_line
from reviewer.document.yaml_nodes import Alias, Entry, Map, Node, Scalar, Seq
from reviewer.document.yaml_prepare import prepare
from reviewer.document.yaml_reflow import compared, reflowed, relined
from reviewer.document.yaml_rows import FlowRows, rows
from reviewer.document.yaml_slots import Slot, entry_slot, item_slot, put, trimmed
from reviewer.document.yaml_tree import build

if TYPE_CHECKING:
    from reviewer.document.edits import TextEdit
    from reviewer.document.yaml_rows import BlockRows
    from reviewer.document.yaml_sheet import Sheet
    from reviewer.document.yaml_style import Model


class NeedsRewrite(Exception):
    """Raised where a collection cannot be changed piece by piece."""


def change(sheet: Sheet, slot: Slot, old: Any, new: Any) -> list[TextEdit]:
    """The edits that make ``new`` of ``old``, the value in ``slot``."""
    if same(old, new):
        return []
    node = slot.node
    if _is_emptied(old, new) and isinstance(node, (Seq, Map)) and slot.owner is not None:
        return rows(sheet.text, slot, sheet.newline).emptied(str(new))
    try:
        if isinstance(node, Seq) and isinstance(new, list) and new and old:
            return _change_list(sheet, slot, node, old, new)
        if isinstance(node, Map) and isinstance(new, dict) and new and old:
            return _change_map(sheet, slot, node, old, new)
    except NeedsRewrite:
        return replaced(sheet, slot, new)
    edits = _change_text(sheet, slot, new) if isinstance(new, str) else None
    return replaced(sheet, slot, new) if edits is None else edits


def _is_emptied(old: Any, new: Any) -> bool:
    """Whether all of a list or map goes: comments between its elements stay."""
    return isinstance(new, (list, dict)) and type(old) is type(new) and bool(old) and not new


def replaced(sheet: Sheet, slot: Slot, value: Any) -> list[TextEdit]:
    """The edits that write ``value`` into ``slot`` anew, in the style of what stands there."""
    written = sheet.writer.value(value, slot.setting, sheet.model(slot))
    node = slot.node
    if isinstance(value, str) and isinstance(node, Scalar):  # a text keeps its tag and anchor
        written = replace(written, head=sheet.text[node.head : node.start] + written.head)
    return put(sheet.text, slot, written, sheet.newline)


# Lists


def _change_list(
    sheet: Sheet, slot: Slot, node: Seq, old: list[Any], new: list[Any]
) -> list[TextEdit]:
    row = rows(sheet.text, slot, sheet.newline)
    order = _order(old, new)
    if order and isinstance(row, FlowRows) and (moved := row.reordered(order)):
        return moved
    steps = _list_steps(old, new)
    gone = [index for step in steps for index in step.gone]
    if len(gone) == len(old):
        raise NeedsRewrite
    model = sheet.model(slot)
    stock = {frozen(old[index]): row.taken(index) for index in gone}
    edits: list[TextEdit] = []
    for step in steps:
        for i, j in step.pairs:
            inner = item_slot(sheet.text, node, node.items[i])
            edits += change(sheet, inner, old[i], new[j])
        fresh = [
            stock.get(frozen(new[j])) or item_piece(sheet, row, new[j], model) for j in step.fresh
        ]
        edits += row.insertion(step.at, fresh)
    return edits + row.removal(gone)


def _order(old: list[Any], new: list[Any]) -> list[int]:
    """From where the items of ``new`` come, if it is ``old`` in another order; else nothing."""
    origins = {frozen(value): index for index, value in enumerate(old)}
    order = [origins.get(frozen(value), -1) for value in new]
    return order if sorted(order) == list(range(len(old))) else []


@dataclass(frozen=True, slots=True)
class _Step:
    """A stretch of a list that differs: what changes, what goes, what comes at ``at``."""

    pairs: list[tuple[int, int]]
    gone: range
    at: int
    fresh: range


def _list_steps(old: list[Any], new: list[Any]) -> list[_Step]:
    steps: list[_Step] = []
    for tag, i1, i2, j1, j2 in compared(list(map(frozen, old)), list(map(frozen, new))):
        if tag == "equal":
            continue
        paired = min(i2 - i1, j2 - j1)
        pairs = [(i1 + k, j1 + k) for k in range(paired)]
        steps.append(_Step(pairs, range(i1 + paired, i2), i1 + paired, range(j1 + paired, j2)))
    return steps


def frozen(value: Any) -> Any:
    """A hashable image of a value; equal where ``same`` holds."""
    match value:
        case dict():
            return ("map", frozenset((frozen(key), frozen(item)) for key, item in value.items()))
        case list() | tuple():
            return ("list", tuple(map(frozen, value)))
        case float():
            return ("float", "nan" if math.isnan(value) else repr(value))
        case datetime():
            return ("datetime", value.isoformat())
        case _:
            return (type(value).__name__, value)


def item_piece(sheet: Sheet, row: BlockRows | FlowRows, value: Any, model: Model | None) -> str:
    """A list item as text, ready to be inserted into ``row``."""
    inside = model.item() if model is not None else None
    if isinstance(row, FlowRows):
        return sheet.writer.value(value, row.setting, inside).head
    return row.piece(sheet.writer.item(value, row.column, inside, row.dash_gap))


# Maps


def _change_map(
    sheet: Sheet, slot: Slot, node: Map, old: dict[Any, Any], new: dict[Any, Any]
) -> list[TextEdit]:
    names = _renamed_keys(node, old, new)
    gone = [name for name in old if name not in new and name not in names.values()]
    indices = [i for i, e in enumerate(node.entries) if not e.merges and e.name in gone]
    if len(indices) == len(node.entries) or any(node.entry(name) is None for name in gone):
        raise NeedsRewrite
    edits: list[TextEdit] = []
    for name, value in new.items():
        before = names.get(name, name)
        if (entry := node.entry(before)) is not None:
            inner = entry_slot(sheet.text, node, entry)
            edits += renamed(sheet, node, entry, name) if before != name else []
            edits += change(sheet, inner, old[before], value)
        elif name not in old or not same(old[name], value):
            edits += _added(sheet, slot, node, list(new), name, value)
    return edits + rows(sheet.text, slot, sheet.newline).removal(indices)


def _added(
    sheet: Sheet, slot: Slot, node: Map, names: list[Any], name: Any, value: Any
) -> list[TextEdit]:
    row = rows(sheet.text, slot, sheet.newline)
    model = sheet.model(slot)
    inside = model.field(name) if model is not None else None
    piece = entry_piece(sheet, row, name, value, inside)
    return row.insertion(_index_for(node, names, name), [piece])


def _renamed_keys(node: Map, old: dict[Any, Any], new: dict[Any, Any]) -> dict[Any, Any]:
    """New names with the old ones whose value, or sole place, they take over."""
    gone = [name for name in old if name not in new and len(node.every(name)) == 1]
    fresh = [name for name in new if name not in old]
    if len(gone) == len(fresh) == 1:
        before, after = old[gone[0]], new[fresh[0]]
        if type(before) is type(after) and isinstance(before, (dict, list)):
            return {fresh[0]: gone[0]}
    values = {frozen(old[name]): name for name in reversed(gone)}
    found: dict[Any, Any] = {}
    for name in fresh:
        image = frozen(new[name])
        if image in values:
            found[name] = values.pop(image)
    if node.flow:  # one line anyway: what goes makes room for what comes
        left = [name for name in gone if name not in found.values()]
        found |= dict(zip((name for name in fresh if name not in found), left, strict=False))
    return found


def renamed(sheet: Sheet, node: Map, entry: Entry, name: Any) -> list[TextEdit]:
    """The edits that give an entry another key."""
    style = entry.key.style if isinstance(entry.key, Scalar) else None
    key = sheet.writer.key(name, flow=node.flow, style=style)
    separate = " " if isinstance(entry.key, Alias) and entry.colon == entry.key.end else ""
    return trimmed(sheet.text, Span(entry.key.head, entry.key.end), key + separate)


def _index_for(node: Map, names: list[Any], name: Any) -> int:
    """Before which entry a new key stands: behind the one that precedes it."""
    for before in reversed(names[: names.index(name)]):
        if (entry := node.entry(before)) is not None:
            return node.entries.index(entry) + 1
    return len(node.entries) if node.entries and node.entries[0].merges else 0


def entry_piece(
    sheet: Sheet, row: BlockRows | FlowRows, name: Any, value: Any, model: Model | None
) -> str:
    """A key with its value as text, ready to be inserted into ``row``."""
    return row.piece(sheet.writer.entry(name, value, row.setting, model))


# Text


def _change_text(sheet: Sheet, slot: Slot, new: str) -> list[TextEdit] | None:
    """Edits inside a text of several lines; ``None`` where it is to be written anew."""
    node = slot.node
    if not isinstance(node, Scalar) or slot.in_flow or not new.strip():
        return None
    if next_line(sheet.text, node.start) > node.end or leaves_block(node.value, new):
        return None
    if node.style == "|":
        edits = relined(sheet.text, node, new, sheet.newline)
    else:
        edits = reflowed(sheet.text, node, new)
    if edits is None or (not node.style and misread(new)):
        return None
    if not _reads_back(sheet, slot, edits, new):
        return None
    return edits


def _reads_back(sheet: Sheet, slot: Slot, edits: list[TextEdit], new: str) -> bool:
    start, end = slot.after, next_line(sheet.text, slot.node.end)
    shifted = [edit.shift(-start) for edit in edits]
    mark = "-" if slot.setting.compact else "x:"
    text = " " * max(slot.column, 0) + mark + apply(sheet.text[start:end], shifted)
    prepared = prepare(text)
    try:
        root = build(prepared.text)
    except (yaml.YAMLError, BlockProblem):
        return False
    node = _only_value(root)
    return isinstance(node, Scalar) and prepared.restore(node.value) == new


def _only_value(root: Node | None) -> Node | None:
    if isinstance(root, Map) and len(root.entries) == 1:
        return root.entries[0].value
    if isinstance(root, Seq) and len(root.items) == 1:
        return root.items[0].value
    return None
