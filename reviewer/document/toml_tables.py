"""New keys and tables in TOML, and the items of ``[[arrays of tables]]``.

A new key stands beside its kin: among the keys of its table, ahead of the next
header, aligned and quoted as its neighbours are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document.block import EditRefused, Plan
from reviewer.document.edits import Span, TextEdit
from reviewer.document.source import line_start, line_stop, usual_line_end
from reviewer.document.toml_values import key, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.block import StyleGuide
    from reviewer.document.operations import Path
    from reviewer.document.toml_scan import Statement

_INDENT = re.compile(r"[ \t]*")
_GROUPS_ONLY = "Every item of this list is a group; a single value does not fit."
_SEPARATOR = re.compile(r"([ \t]*)=[ \t]*")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a new line goes, and the statement whose layout it follows."""

    at: int
    like: Statement | None
    prefix: str = ""


def add_key(
    text: str,
    statements: Sequence[Statement],
    path: Path,
    value: Any,
    guide: StyleGuide | None,
) -> Plan:
    """Write a key that is not there yet, in the table at ``path[:-1]``."""
    line_end = usual_line_end(text)
    parent = path[:-1]
    has_tables = any(statement.kind != "pair" for statement in statements)
    if isinstance(value, dict) and value and has_tables and not parent:
        return _inserted(text, len(text), line_end + _table(f"[{key(path[-1])}]", value, line_end))
    example = guide.example(str(path[-1])) if guide and not parent else None
    quoted = written(value, example or usual_quote(text, statements), line_end)
    spot = _spot(text, statements, path, guide)
    if spot is None:
        return _missing_header(text, statements, path, quoted)
    line = _indent(text, spot.like) + spot.prefix + key(path[-1])
    separator = _separator(text, statements, spot, len(line))
    return _inserted(text, spot.at, line + separator + quoted + line_end)


def usual_quote(text: str, statements: Sequence[Statement]) -> str:
    """The quote that most texts of the block stand in; nothing where there is none."""
    quotes = Counter(
        text[statement.node.span.start]
        for statement in statements
        if statement.node and text[statement.node.span.start] in "\"'"
    )
    return "".join(quote for quote, _ in quotes.most_common(1))


def one_line(
    text: str, statements: Sequence[Statement], first: Statement, path: Path, value: Any
) -> str:
    """The line that gives ``path`` a value where ``first`` stands; "" where TOML has no such."""
    end = usual_line_end(text)
    if first.kind == "pair":
        names = [text[span.start : span.end] for span in first.keys if span]
        count = len(path) - len(first.path) + len(names)
        return f"{'.'.join(names[:count])} = {written(value, '', end)}{end}"
    if value == {}:
        header = ".".join(key(part) for part in path if isinstance(part, str))
        return f"[{header}]{end}" if isinstance(path[-1], str) else f"[[{header}]]{end}"
    if not isinstance(path[-1], str):
        raise EditRefused(_GROUPS_ONLY)
    headers = [s.path for s in statements if s.kind != "pair" and s.span.start < first.span.start]
    section = headers[-1] if headers else ()
    return f"{key(path[-1])} = {written(value, '', end)}{end}" if section == path[:-1] else ""


def insert_item(
    text: str, statements: Sequence[Statement], path: Path, index: int, value: Any
) -> Plan:
    """Write a new table of the array of tables at ``path``."""
    if not isinstance(value, dict):
        raise EditRefused(_GROUPS_ONLY)
    sections = _sections(text, statements, path)
    header = text[sections[0].start : line_stop(text, sections[0].start)].strip()
    item = _table(header.split("#")[0].strip(), value, usual_line_end(text))
    blank = usual_line_end(text) if _has_blank_above(text, sections[-1]) else ""
    if index < len(sections):
        return _inserted(text, sections[index].start, item + blank)
    return _inserted(text, sections[-1].end, blank + item)


def move_item(text: str, statements: Sequence[Statement], path: Path, old: int, new: int) -> Plan:
    """Let the tables of an array of tables change places."""
    sections = _sections(text, statements, path)
    order = list(range(len(sections)))
    order.insert(new, order.pop(old))
    edits = tuple(
        TextEdit(sections[slot], text[sections[origin].start : sections[origin].end])
        for slot, origin in enumerate(order)
        if slot != origin
    )
    return Plan(edits, tuple(edit.span for edit in edits))


def _sections(text: str, statements: Sequence[Statement], path: Path) -> list[Span]:
    """The lines of each table of an array of tables, without blank lines around."""
    found: list[Span] = []
    for statement in statements:
        if statement.path[: len(path)] != path:
            continue
        begin = line_start(text, statement.span.start)
        end = line_stop(text, statement.span.end)
        is_head = statement.kind == "item" and len(statement.path) == len(path) + 1
        found.append(Span(begin, end) if is_head else Span(found.pop().start, end))
    if not found:
        raise EditRefused("This field holds no list.")
    return found


def _has_blank_above(text: str, section: Span) -> bool:
    above = text[: section.start].rstrip(" \t")
    return above.endswith(("\n\n", "\r\n\r\n"))


def _table(header: str, value: dict[Any, Any], line_end: str) -> str:
    lines = [header, *(f"{key(name)} = {written(v, '', line_end)}" for name, v in value.items())]
    return "".join(line + line_end for line in lines)


def _spot(
    text: str, statements: Sequence[Statement], path: Path, guide: StyleGuide | None
) -> _Spot | None:
    """The place of a new key; ``None`` where its table has no header of its own yet."""
    parent = path[:-1]
    kin = [s for s in statements if s.kind == "pair" and s.path[:-1] == parent]
    if kin:
        return _among(text, kin, path, guide)
    header = next((s for s in statements if s.kind != "pair" and s.path == parent), None)
    if header is not None:
        return _Spot(line_stop(text, header.span.end), header)
    if not parent:
        return _Spot(0, None)
    return _beside_dotted(text, statements, parent)


def _among(text: str, kin: list[Statement], path: Path, guide: StyleGuide | None) -> _Spot:
    """Behind the last key that other posts write before this one; else behind the last."""
    like = kin[-1]
    at = line_stop(text, like.span.end)
    order = list(guide.order()) if guide and len(path) == 1 else []
    if path[-1] in order:
        later = set(order[order.index(path[-1]) + 1 :])
        earlier = set(order[: order.index(path[-1])])
        before = [s for s in kin if s.path[-1] in earlier]
        if before:
            like, at = before[-1], line_stop(text, before[-1].span.end)
        elif kin[0].path[-1] in later:
            like, at = kin[0], line_start(text, kin[0].span.start)
    return _Spot(at, like, _dotted_prefix(text, like))


def _dotted_prefix(text: str, statement: Statement) -> str:
    """What stands before the last key of a dotted one: ``menu.main.``."""
    return text[statement.span.start : statement.name.start]


def _beside_dotted(text: str, statements: Sequence[Statement], parent: Path) -> _Spot | None:
    """A group that dotted keys deeper down imply: ``a.b.c = 1`` for a new ``a.d``."""
    for statement in reversed(statements):
        is_below = statement.kind == "pair" and statement.path[: len(parent)] == parent
        first = statement.key_at(len(parent)) if is_below else None
        if first is not None and statement.key_at(len(parent) - 1) is not None:
            prefix = text[statement.span.start : first.start]
            return _Spot(line_stop(text, statement.span.end), statement, prefix)
    return None


def _missing_header(text: str, statements: Sequence[Statement], path: Path, quoted: str) -> Plan:
    """``[menu]`` ahead of a ``[menu.main]`` that stands alone so far."""
    if any(not isinstance(part, str) for part in path):
        raise EditRefused("A list of tables cannot take this key.")
    kin = [s for s in statements if s.path[: len(path) - 1] == path[:-1]]
    at = line_start(text, kin[0].span.start) if kin else len(text)
    end = usual_line_end(text)
    header = ".".join(key(part) for part in path[:-1])
    return _inserted(text, at, f"[{header}]{end}{key(path[-1])} = {quoted}{end}")


def _indent(text: str, like: Statement | None) -> str:
    if like is None:
        return ""
    found = _INDENT.match(text, line_start(text, like.span.start))
    return found[0] if found else ""


def _separator(text: str, statements: Sequence[Statement], spot: _Spot, width: int) -> str:
    """The equals sign with the blanks of its neighbours, below theirs where they align it."""
    pairs = [s for s in statements if s.kind == "pair"]
    kin = [s for s in pairs if spot.like and s.path[:-1] == spot.like.path[:-1]]
    found = [match for s in kin or pairs if (match := _SEPARATOR.match(text, s.name.end))]
    if not found:
        return " = "
    like = next((m for m in found if spot.like and m.start() == spot.like.name.end), found[-1])
    columns = {m.end(1) - line_start(text, m.start()) for m in found}
    if len(found) > 1 and len(columns) == 1 and len({len(m[1]) for m in found}) > 1:
        return " " * max(columns.pop() - width, 1) + like[0].lstrip(" \t")
    return like[0]


def _inserted(text: str, at: int, line: str) -> Plan:
    """A new line at ``at``; behind a last line that has no end, it brings one."""
    if at == len(text) and text and not text.endswith(("\n", "\r")):
        line = usual_line_end(text) + line
    edit = TextEdit(Span(at, at), line)
    return Plan((edit,), (edit.span,))
