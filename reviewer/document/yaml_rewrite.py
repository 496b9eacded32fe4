"""The second try: the whole entry that an operation touches, written anew.

Used where a splice would have changed more than it should, for instance in a
flow collection whose commas cannot be told apart. The entry loses its comments
and its style; everything around it stays. What other places repeat by an alias
cannot be rewritten without changing them, so that is refused, and says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.block import Plan
from reviewer.document.edits import ordered
from reviewer.document.operations import EditRefused, Operation, Rename, carry_out, spelled
from reviewer.document.yaml_change import entry_piece, replaced
from reviewer.document.yaml_lines import line_number
from reviewer.document.yaml_nodes import Alias, Map, Scalar, walk
from reviewer.document.yaml_plan import planned
from reviewer.document.yaml_rows import rows
from reviewer.document.yaml_slots import owner_lines

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.document.yaml_nodes import Node
    from reviewer.document.yaml_sheet import Sheet


def rewrite(sheet: Sheet, operation: Operation) -> Plan:
    """The entry at the top of the operation's path, written anew in block style."""
    path = operation.path
    if not path or sheet.root is None:
        raise EditRefused("The front matter as a whole cannot be written anew.")
    _refuse_scalar(sheet)
    data = carry_out(sheet.data, operation)
    found = sheet.find(path[:1])
    if found.rest:
        raise EditRefused(f"“{spelled(path)}” cannot be changed without changing something else.")
    _refuse_repeated(sheet, found.slot.node)
    if isinstance(operation, Rename) and len(path) == 1:
        return _renamed(sheet, path, operation.new)
    if len(path) == 1 and not _still_there(data, path):
        raise EditRefused(
            f"“{spelled(path)}” cannot be taken away without changing something else."
        )
    edits = replaced(sheet, found.slot, data[path[0]], imitate=False)
    return planned(sheet, found.slot, edits)


def _renamed(sheet: Sheet, path: Path, name: str) -> Plan:
    found = sheet.find(())
    node = found.slot.node
    entry = node.entry(path[0]) if isinstance(node, Map) else None
    if entry is None or not isinstance(node, Map):
        raise EditRefused(f"There is no “{spelled(path)}” to rename.")
    row = rows(sheet.text, found.slot, sheet.newline)
    piece = entry_piece(sheet, row, name, sheet.value(path), None)
    edits = row.substitution(node.entries.index(entry), [piece])
    lines = owner_lines(sheet.text, sheet.entry(node, entry))
    return Plan(ordered(edits), (lines,))


def _still_there(data: object, path: Path) -> bool:
    key = path[0]
    return key in data if isinstance(data, dict) else isinstance(data, list) and key < len(data)


def _refuse_scalar(sheet: Sheet) -> None:
    if isinstance(sheet.root, Scalar):
        raise EditRefused("This front matter is a single text and has no fields.")


def _refuse_repeated(sheet: Sheet, node: Node) -> None:
    """Refuse where an alias elsewhere stands for something inside the entry."""
    inside = {id(part) for part in walk(node)}
    assert sheet.root is not None
    for part in walk(sheet.root):
        if isinstance(part, Alias) and id(part) not in inside and id(part.target) in inside:
            line = line_number(sheet.text, part.start)
            raise EditRefused(
                f"Line {line} repeats this value (*{part.name}), so it would change with it.",
                remedy=f"Write the value out in line {line} first.",
            )
