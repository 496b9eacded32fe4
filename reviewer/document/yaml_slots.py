"""The places that hold a value, and putting another value there.

A slot is what follows a key's colon or an item's dash. A comment on that line
stays on it, whatever comes and goes around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.document.edits import Span, TextEdit, difference
from reviewer.document.yaml_emit import Setting, Written
from reviewer.document.yaml_lines import (
    BREAKS,
    column,
    comment_end,
    line_end,
    line_start,
    next_line,
    skip_blanks,
    starts_line,
)
from reviewer.document.yaml_nodes import Entry, Item, Map, Node, Scalar, Seq

_HEADER = re.compile(r"[|>][-+0-9]*")
_ANY_BREAK = re.compile(f"[{BREAKS}]")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where ``node`` hangs: ``after`` its colon or dash, held by ``owner`` in ``parent``."""

    node: Node
    after: int
    column: int
    parent: Seq | Map | None = None
    owner: Entry | Item | None = None

    @property
    def setting(self) -> Setting:
        """The setting for a value written here."""
        return Setting(self.column, flow=self.in_flow, compact=isinstance(self.owner, Item))

    @property
    def in_flow(self) -> bool:
        """Whether the slot is inside brackets."""
        return self.parent is not None and self.parent.flow


def root_slot(root: Node) -> Slot:
    """The slot of a whole document."""
    return Slot(root, root.head, -1)


def entry_slot(text: str, parent: Map, entry: Entry) -> Slot:
    """The slot of a key's value."""
    after = entry.colon + 1 if entry.colon >= 0 else entry.key.end
    return Slot(entry.value, after, column(text, entry.start), parent, entry)


def item_slot(text: str, parent: Seq, item: Item) -> Slot:
    """The slot of a list item."""
    after = item.dash + 1 if item.dash >= 0 else item.value.head
    place = item.dash if item.dash >= 0 else item.value.head
    return Slot(item.value, after, column(text, place), parent, item)


def owner_lines(text: str, slot: Slot) -> Span:
    """All the lines of the entry or item that owns ``slot``; the whole text for the root."""
    if slot.owner is None:
        return Span(0, len(text))
    start = slot.owner.start
    first = line_start(text, start) if starts_line(text, start) else start
    return Span(first, lines_end(text, slot.owner.end, column(text, start)))


def lines_end(text: str, end: int, column_: int) -> int:
    """Where the lines of an entry end whose text ends at ``end``.

    Comment lines below that are indented more deeply than the entry's own
    ``column_`` belong to it.
    """
    position = next_line(text, end)
    ahead = position
    while ahead < len(text):
        mark = skip_blanks(text, ahead)
        if mark < len(text) and text[mark] == "#" and mark - ahead > column_:
            position = ahead = next_line(text, mark)
        elif mark == line_end(text, ahead):
            ahead = next_line(text, ahead)
        else:
            break
    return position


def put(text: str, slot: Slot, written: Written, newline: str) -> list[TextEdit]:
    """The edits that replace the value of ``slot``."""
    if slot.in_flow:
        return _put_in_flow(text, slot, written)
    node = slot.node
    prefix = _missing_colon(slot, newline)
    if not node.is_written:
        return _put_into_nothing(text, slot, written, newline, prefix)
    is_below = not isinstance(node, Scalar) or node.is_block
    on_one_line = not _ANY_BREAK.search(text, node.start, node.end)
    if is_below and not (on_one_line and not _is_block(node)):
        return _put_over_block(text, slot, written, newline)
    return _put_over_inline(text, slot, written, newline)


def _is_block(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.is_block
    return isinstance(node, (Seq, Map)) and not node.flow


def _missing_colon(slot: Slot, newline: str) -> str:
    """``? key`` has no colon yet: it gets a line of its own."""
    if isinstance(slot.owner, Entry) and slot.owner.colon < 0:
        return f"{newline}{' ' * slot.column}:" if slot.owner.mark >= 0 else ":"
    return ""


def _put_in_flow(text: str, slot: Slot, written: Written) -> list[TextEdit]:
    node = slot.node
    if node.is_written:
        return trimmed(text, Span(node.head, node.end), written.head)
    prefix = ":" if isinstance(slot.owner, Entry) and slot.owner.colon < 0 else ""
    return trimmed(text, Span(slot.after, slot.after), f"{prefix} {written.head}")


def _put_into_nothing(
    text: str, slot: Slot, written: Written, newline: str, prefix: str
) -> list[TextEdit]:
    end = line_end(text, slot.after)
    blanks_end = skip_blanks(text, slot.after)
    head = f" {written.head}" if written.head else ""
    if blanks_end == end:
        body = "".join(newline + line for line in written.lines)
        return trimmed(text, Span(slot.after, end), prefix + head + body)
    if prefix:  # a comment follows the key of "? key  # comment"
        body = "".join(newline + line for line in written.lines)
        return [TextEdit(Span(end, end), prefix + head + body)]
    edits = trimmed(text, Span(slot.after, slot.after), head)
    return edits + _lines_below(end, written, newline)


def _put_over_inline(text: str, slot: Slot, written: Written, newline: str) -> list[TextEdit]:
    node = slot.node
    if written.lines and "#" in text[slot.after : node.head]:
        return _put_below_comments(text, slot, written, newline)
    start, end, gap = node.head, line_end(text, node.end), ""
    has_comment = text[skip_blanks(text, node.end) :][:1] == "#"
    if not written.head:
        start = slot.after
    elif written.lines and (
        isinstance(slot.owner, Item) or _ANY_BREAK.search(text, slot.after, start)
    ):
        start, gap = slot.after, " "
    if has_comment or not (written.lines or not written.head):
        apart = " " if text[node.end : node.end + 1] == "#" else ""
        edits = trimmed(text, Span(start, node.end), gap + written.head + apart)
        return edits + _lines_below(end, written, newline)
    whole = newline.join((gap + written.head, *written.lines))
    return trimmed(text, Span(start, end), whole)


def _put_below_comments(text: str, slot: Slot, written: Written, newline: str) -> list[TextEdit]:
    """Lines in the place of a value that comments part from its key or dash."""
    node, end = slot.node, line_end(text, slot.node.end)
    start = line_start(text, node.head)
    indent = " " * (max(slot.column, 0) + 2)
    is_header = written.head[:1] in ("|", ">")
    lines = (indent + written.head, *written.lines) if written.head else written.lines
    if text[skip_blanks(text, node.end) :][:1] != "#":
        return trimmed(text, Span(start, end), newline.join(lines))
    kept = text[skip_blanks(text, node.end) : end]
    lines = (f"{lines[0]} {kept}", *lines[1:]) if is_header else (indent + kept, *lines)
    return trimmed(text, Span(start, end), newline.join(lines))


def _put_over_block(text: str, slot: Slot, written: Written, newline: str) -> list[TextEdit]:
    """Over a block scalar or a block collection, keeping the comment on the key's line."""
    node = slot.node
    node_end = node.end if isinstance(node, Scalar) else comment_end(text, node.end)
    if _is_compact(text, slot):
        whole = newline.join((f" {written.head}" if written.head else "", *written.lines))
        return trimmed(text, Span(slot.after, node_end), whole)
    if slot.owner is None:
        whole = newline.join((*((written.head,) if written.head else ()), *written.lines))
        return trimmed(text, Span(node.head, node.end), whole)
    gap, comment, header_end = _around_header(text, slot)
    if isinstance(slot.owner, Item) and written.head[:1] not in ("|", ">"):
        gap = " "  # a collection that begins behind its dash counts on one blank
    head = gap + written.head if written.head else ""
    whole = newline.join((head + comment, *written.lines))
    return trimmed(text, Span(slot.after, max(node_end, header_end)), whole)


def _is_compact(text: str, slot: Slot) -> bool:
    """Whether a collection begins behind its dash, on the same line."""
    if not isinstance(slot.owner, Item) or isinstance(slot.node, Scalar):
        return False
    return not _ANY_BREAK.search(text, slot.after, slot.node.start)


def _around_header(text: str, slot: Slot) -> tuple[str, str, int]:
    """What stands before and after the header of a block on its line, and where that ends."""
    node = slot.node
    gap = " "
    end = slot.after if node.head > line_end(text, slot.after) else node.start
    if isinstance(node, Scalar):
        header = _HEADER.match(text, node.start)
        end = header.end() if header else node.start
        before = text[slot.after : node.head]
        gap = " " if _ANY_BREAK.search(before) or not before else before
    comment = text[end : comment_end(text, end)].rstrip(" \t")
    if not comment.lstrip().startswith("#"):
        return gap, "", end
    apart = " " if comment.startswith("#") else ""
    return gap, apart + comment, end + len(comment)


def _lines_below(end: int, written: Written, newline: str) -> list[TextEdit]:
    if not written.lines:
        return []
    return [TextEdit(Span(end, end), "".join(newline + line for line in written.lines))]


def trimmed(text: str, span: Span, new: str) -> list[TextEdit]:
    """The edit that makes ``new`` of ``span``, without the ends that stay the same."""
    edits = difference(text[span.start : span.end], new)
    return [edit.shift(span.start) for edit in edits]
