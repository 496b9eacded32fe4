"""Plans the smallest edits that carry out an operation on a block of YAML.

A path may lead through an alias or a key that ``<<`` merges in, which have no
place of their own in the text: the entry that holds the alias is then written
with its own value, and a merged key gets an entry that overrides it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.block import Plan
from reviewer.document.edits import Span, TextEdit, ordered
from reviewer.document.operations import (
    EditRefused,
    InsertItem,
    MoveItem,
    Operation,
    RemoveItem,
    Rename,
    SetValue,
    Unset,
    carry_out,
    spelled,
)
from reviewer.document.yaml_change import change, entry_piece, item_piece, renamed, replaced
from reviewer.document.yaml_nodes import Alias, Map, Scalar, Seq
from reviewer.document.yaml_order import example, index_for
from reviewer.document.yaml_rows import FlowRows, rows
from reviewer.document.yaml_slots import Slot, owner_lines

if TYPE_CHECKING:
    from reviewer.document.block import StyleGuide
    from reviewer.document.operations import Path
    from reviewer.document.yaml_sheet import Found, Sheet


def plan(sheet: Sheet, operation: Operation, guide: StyleGuide | None) -> Plan:
    """The edits of ``operation``; raises ``EditRefused`` where there are none."""
    match operation:
        case SetValue(path, value):
            return _set(sheet, path, value, guide)
        case Unset(path):
            return _unset(sheet, path)
        case Rename(path, name):
            return _rename(sheet, path, name)
        case InsertItem(path, index, value):
            return _insert(sheet, path, index, value)
        case RemoveItem(path, index):
            return _unset(sheet, (*path, index))
        case MoveItem(path, old, new):
            return _move(sheet, path, old, new)


def planned(sheet: Sheet, slot: Slot | None, edits: list[TextEdit]) -> Plan:
    """Edits with the places they may touch: the owner's lines, and where something comes in."""
    inserted = [edit.span for edit in edits if not edit.span]
    lines = [] if slot is None else [owner_lines(sheet.text, slot)]
    try:
        return Plan(ordered(edits), (*lines, *inserted))
    except ValueError as error:
        raise EditRefused("These changes meet in one place of the text.") from error


# Setting


def _set(sheet: Sheet, path: Path, value: Any, guide: StyleGuide | None) -> Plan:
    if sheet.root is None or _is_nothing(sheet):
        return _first_entry(sheet, path, value, guide)
    found = sheet.find(path)
    slot, rest = found.slot, found.rest
    if not rest:
        return planned(sheet, slot, change(sheet, slot, sheet.value(path), value))
    if isinstance(slot.node, Map):
        if len(rest) > 1:  # below a merged key
            inner = sheet.value((*found.path, rest[0]))
            value = carry_out(inner, SetValue(rest[1:], value))
        return _new_entry(sheet, found, value, guide)
    return _remade(sheet, found, SetValue(rest, value))


def _is_nothing(sheet: Sheet) -> bool:
    root = sheet.root
    return isinstance(root, Scalar) and not root.is_written and sheet.data is None


def _first_entry(sheet: Sheet, path: Path, value: Any, guide: StyleGuide | None) -> Plan:
    """A key for a block that holds nothing but comments, if that."""
    if len(path) != 1:
        raise EditRefused(f"There is nothing to hold “{spelled(path)}”.")
    model = example(guide, path[0])
    slot = Slot(Scalar(0, 0, 0), 0, 0)
    written = sheet.writer.entry(path[0], value, slot.setting, model)
    new = sheet.newline.join((written.head, *written.lines)) + sheet.newline
    end = len(sheet.text)
    if sheet.text and not sheet.text.endswith(("\n", "\r")):
        new = sheet.newline + new
    return Plan((TextEdit(Span(end, end), new),), (Span(end, end),))


def _new_entry(sheet: Sheet, found: Found, value: Any, guide: StyleGuide | None) -> Plan:
    slot, name = found.slot, found.rest[0]
    node = slot.node
    assert isinstance(node, Map)
    is_top = not found.path
    row = rows(sheet.text, slot, sheet.newline)
    model = example(guide, name) if is_top else None
    if not node.entries:
        merged = {name: value}
        return planned(sheet, slot, replaced(sheet, slot, merged))
    piece = entry_piece(sheet, row, name, value, model)
    index = index_for(guide, node, name) if is_top else len(node.entries)
    edits = row.insertion(index, [piece])
    return planned(sheet, slot if node.flow else None, edits)


def _remade(sheet: Sheet, found: Found, operation: Operation) -> Plan:
    """The slot that an alias fills, with a changed copy of what it stands for."""
    slot = found.slot
    if not isinstance(slot.node, Alias):
        raise EditRefused(f"There is no “{spelled((*found.path, *found.rest))}” in this post.")
    value = carry_out(sheet.value(found.path), operation)
    return planned(sheet, slot, replaced(sheet, slot, value))


# Taking away


def _unset(sheet: Sheet, path: Path) -> Plan:
    if not path:
        raise EditRefused("An edit needs the name of a field.")
    found = sheet.find(path[:-1])
    slot, name = found.slot, path[-1]
    if found.rest or isinstance(slot.node, Alias):
        return _below_text(sheet, found, Unset((*found.rest, name)))
    indices = _indices(slot, name)
    if not indices:
        return _without_merged(sheet, slot, found.path, {name: None})
    row = rows(sheet.text, slot, sheet.newline)
    lines = [owner_lines(sheet.text, s) for s in _owned(sheet, slot, indices)]
    if len(indices) == len(row.spans):
        edits = _all_gone(sheet, slot)
        if slot.owner is not None:
            lines.append(owner_lines(sheet.text, slot))
    else:
        edits = row.removal(indices)
    # the next entry may move up behind a dash, a comma may go with its item
    spans = [edit.span for edit in edits]
    return Plan(ordered(edits), (*lines, *spans))


def _all_gone(sheet: Sheet, slot: Slot) -> list[TextEdit]:
    row = rows(sheet.text, slot, sheet.newline)
    if slot.owner is None and isinstance(slot.node, Map) and not slot.node.flow:
        spans = [owner_lines(sheet.text, s) for s in _owned(sheet, slot, range(len(row.spans)))]
        return [TextEdit(span, "") for span in spans]
    return row.emptied("[]" if isinstance(slot.node, Seq) else "{}")


def _indices(slot: Slot, name: Any) -> list[int]:
    """The places of a key (all of them, if it stands twice) or of an item."""
    node = slot.node
    if isinstance(node, Map):
        every = node.every(name)
        return [i for i, entry in enumerate(node.entries) if any(entry is e for e in every)]
    if isinstance(node, Seq) and type(name) is int and 0 <= name < len(node.items):
        return [name]
    return []


def _owned(sheet: Sheet, slot: Slot, indices: Any) -> list[Slot]:
    node = slot.node
    if isinstance(node, Map):
        return [sheet.entry(node, node.entries[i]) for i in indices]
    assert isinstance(node, Seq)
    return [sheet.item(node, node.items[i]) for i in indices]


def _without_merged(sheet: Sheet, slot: Slot, path: Path, renamed: dict[Any, Any]) -> Plan:
    """A key that only ``<<`` brings in goes: the other merged keys are written out.

    ``renamed`` says under which name a key goes on, ``None`` if under none.
    """
    node = slot.node
    if not isinstance(node, Map) or not node.merged():
        raise EditRefused(f"There is no “{spelled((*path, *renamed))}” to take away.")
    own = {entry.name for entry in node.entries if not entry.merges}
    kept = {
        (renamed.get(name) or name): value
        for name, value in sheet.value(path).items()
        if name not in own and renamed.get(name, name) is not None
    }
    row = rows(sheet.text, slot, sheet.newline)
    pieces = [entry_piece(sheet, row, name, value, None) for name, value in kept.items()]
    merges = [i for i, entry in enumerate(node.entries) if entry.merges]
    if not pieces and len(merges) == len(node.entries):
        edits = _all_gone(sheet, slot)
    elif not pieces:
        edits = row.removal(merges)
    else:
        edits = row.substitution(merges[0], pieces)
        edits += row.removal(merges[1:]) if merges[1:] else []
    return Plan(ordered(edits), tuple(edit.span for edit in edits))


def _below_text(sheet: Sheet, found: Found, operation: Operation) -> Plan:
    """An operation behind an alias or a merged key: the holder gets its own value."""
    if found.rest and isinstance(found.slot.node, Map):
        name = found.rest[0]
        inner = sheet.value((*found.path, name))
        value = carry_out({name: inner}, operation)[name]
        return _new_entry(sheet, found, value, None)
    return _remade(sheet, found, operation)


# Renaming


def _rename(sheet: Sheet, path: Path, name: str) -> Plan:
    if not path:
        raise EditRefused("An edit needs the name of a field.")
    found = sheet.find(path[:-1])
    slot, node = found.slot, found.slot.node
    if found.rest or isinstance(node, Alias):
        return _below_text(sheet, found, Rename((*found.rest, path[-1]), name))
    if not isinstance(node, Map):
        raise EditRefused("Only a field has a name; an item of a list has none.")
    entries = node.every(path[-1])
    if not entries:
        return _without_merged(sheet, slot, found.path, {path[-1]: name})
    edits = [edit for entry in entries for edit in renamed(sheet, node, entry, name)]
    lines = [owner_lines(sheet.text, sheet.entry(node, entry)) for entry in entries]
    return Plan(ordered(edits), tuple(lines))


# List items


def _insert(sheet: Sheet, path: Path, index: int, value: Any) -> Plan:
    found = sheet.find(path)
    slot, node = found.slot, found.slot.node
    if found.rest or isinstance(node, Alias):
        return _below_text(sheet, found, InsertItem(found.rest, index, value))
    if not isinstance(node, Seq):
        raise EditRefused(f"“{spelled(path)}” holds no list.")
    if not node.items:
        return planned(sheet, slot, replaced(sheet, slot, [value]))
    row = rows(sheet.text, slot, sheet.newline)
    piece = item_piece(sheet, row, value, sheet.model(slot))
    return planned(sheet, slot, row.insertion(index, [piece]))


def _move(sheet: Sheet, path: Path, old: int, new: int) -> Plan:
    found = sheet.find(path)
    slot, node = found.slot, found.slot.node
    if found.rest or isinstance(node, Alias):
        return _below_text(sheet, found, MoveItem(found.rest, old, new))
    if not isinstance(node, Seq) or not {old, new} <= set(range(len(node.items))):
        raise EditRefused("An item cannot move that far.")
    if old == new:
        return Plan((), ())
    row = rows(sheet.text, slot, sheet.newline)
    order = carry_out(list(range(len(node.items))), MoveItem((), old, new))
    at = new + 1 if new > old else new
    edits = row.reordered(order) if isinstance(row, FlowRows) else None
    edits = edits or [*row.insertion(at, [row.taken(old)]), *row.removal([old])]
    return planned(sheet, slot, edits)
