"""TOML front matter, edited in place: tomlkit reads, splices write.

Only the statement that holds an entry changes; tables, dotted keys, arrays of
tables and inline values are told apart by the scanner's statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import ParseError, TOMLKitError

from reviewer.document import toml_tables
from reviewer.document.block import BlockProblem, EditRefused, Note, Place, Plan
from reviewer.document.edits import Span, TextEdit
from reviewer.document.flow import Flow, Member, Node, descend
from reviewer.document.operations import (
    InsertItem,
    MoveItem,
    Operation,
    Path,
    RemoveItem,
    Rename,
    SetValue,
    Unset,
)
from reviewer.document.source import line_at, line_start, line_stop, usual_line_end
from reviewer.document.stepwise import Stepwise
from reviewer.document.toml_problems import explained
from reviewer.document.toml_scan import Scanner, Statement
from reviewer.document.toml_values import key, written

if TYPE_CHECKING:
    from reviewer.document.block import StyleGuide
    from reviewer.document.dialect import Dialect


MAX_NUMBER = 1000
"""TOML's numbers have 64 bits; no number worth reading is written in more characters."""


def read(text: str, dialect: Dialect) -> TomlBlock:
    """Read a TOML block; raises ``BlockProblem``. All dialects read TOML alike."""
    return TomlBlock(text, dialect)


class TomlBlock(Stepwise):
    """A TOML document in its text."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        super().__init__(text, dialect)
        try:
            # The line ends of texts over several lines are the file's, not the value's.
            self._data = tomlkit.parse(text.replace("\r\n", "\n")).unwrap()
            self._statements = Scanner(text).statements()
            _refuse_endless_numbers(text, self._statements)
        except (ParseError, TOMLKitError) as error:
            raise explained(text, error) from error
        except RecursionError as error:
            raise BlockProblem("The values are nested too deeply.", line=1) from error

    @property
    def data(self) -> Any:
        """The document as a dict; dates and times are Python's own."""
        return self._data

    @property
    def notes(self) -> tuple[Note, ...]:
        """Nothing: what TOML finds odd is an error."""
        return ()

    def place(self, path: Path) -> Place | None:
        """Where the entry at ``path`` stands; a table from its first to its last line."""
        holder = self._holder(path)
        if holder is not None and holder.node is not None:
            return self._place_in(holder, path)
        found = self._below(path)
        if not found or not path:
            return None
        first = found[0]
        entry = Span(line_start(self.text, first.span.start), self._stop(found[-1]))
        begin = min(line_stop(self.text, first.span.end), entry.end)
        value = Span(begin, entry.end) if first.path == path else entry
        return Place(first.key_at(len(path) - 1), value, entry)

    def is_in_brackets(self, path: Path) -> bool:
        """Whether the entry is the value of one key; tables are never written anew."""
        return self._holder(path) is not None and super().is_in_brackets(path)

    def reach(self, path: Path) -> tuple[Span, ...]:
        """The lines of the entry; of a table, all that is written under it, wherever."""
        found = self._below(path)
        if len(found) < 2:
            return super().reach(path)
        start = line_start(self.text, found[0].span.start)
        return (Span(start, self._stop(found[-1])),)

    def splice(self, operation: Operation, guide: StyleGuide | None) -> Plan:
        """The edits for one step; see ``Block.plan``."""
        match operation:
            case SetValue(path, value):
                return self._set(path, value, guide)
            case Unset(path):
                return self._unset(path)
            case Rename(path, new):
                return self._rename(path, new)
            case InsertItem(path, index, value):
                return self._insert(path, index, value)
            case RemoveItem(path, index):
                return self._unset((*path, index))
            case MoveItem(path, old, new):
                return self._move(path, old, new)

    def _set(self, path: Path, value: Any, guide: StyleGuide | None) -> Plan:
        holder = self._holder(path)
        if holder is not None and holder.node is not None:
            inner = self._member(holder, path)
            if inner is None and holder.path != path:
                return self._set_new_inline(holder, path, value)
            node = inner.node if inner else holder.node
            like = self.text[node.span.start : node.span.end]
            return _plan(TextEdit(node.span, written(value, like, self._line_end)))
        if self._below(path):
            return self._replace_table(path, value)
        return toml_tables.add_key(self.text, self._statements, path, value, guide)

    def _set_new_inline(self, holder: Statement, path: Path, value: Any) -> Plan:
        flow = self._flow(holder, path[:-1])
        if flow.node.kind != "map":
            raise EditRefused("This edit leads into a field that holds no group.")
        like = self.text[flow.node.span.start : flow.node.span.end]
        text = f"{key(path[-1])} = {written(value, like, self._line_end)}"
        return _plan(*flow.insert(len(flow.node.members), text))

    def _replace_table(self, path: Path, value: Any) -> Plan:
        """Write a table, or keys with dots, anew as one line, in its place if TOML allows."""
        below = self._below(path)
        head, *rest = (TextEdit(self._lines(statement), "") for statement in below)
        line = toml_tables.one_line(self.text, self._statements, below[0], path, value)
        if line and below[0].kind == "pair":  # indentation and comment stay
            return _plan(TextEdit(below[0].span, line.removesuffix(self._line_end)), *rest)
        if line:
            return _plan(TextEdit(head.span, line), *rest)
        others = [statement for statement in self._statements if statement not in below]
        added = toml_tables.add_key(self.text, others, path, value, None)
        return _plan(*added.edits, head, *rest)

    def _unset(self, path: Path) -> Plan:
        holder = self._holder(path)
        if holder is not None and holder.node is not None and holder.path != path:
            member = self._member(holder, path)
            if member is None:
                raise EditRefused(f"There is no “{path[-1]}” to take away.")
            flow = self._flow(holder, path[:-1])
            return _plan(*flow.remove(flow.node.members.index(member)))
        below = self._below(path)
        if not below:
            raise EditRefused(f"There is no “{path[-1]}” to take away.")
        if path[:-1] and len(below) == len(self._below(path[:-1])):
            # Nothing else would tell that the group or list is there, though empty.
            return self._replace_table(path[:-1], {} if isinstance(path[-1], str) else [])
        return _plan(*(TextEdit(self._lines(statement), "") for statement in below))

    def _rename(self, path: Path, new: str) -> Plan:
        holder = self._holder(path)
        if holder is not None and holder.node is not None and holder.path != path:
            member = self._member(holder, path)
            if member is None or member.key_span is None:
                raise EditRefused(f"There is no “{path[-1]}” to rename.")
            return _plan(TextEdit(member.key_span, key(new)))
        spans = [statement.key_at(len(path) - 1) for statement in self._below(path)]
        return _plan(*(TextEdit(span, key(new)) for span in spans if span))

    def _insert(self, path: Path, index: int, value: Any) -> Plan:
        holder = self._holder(path)
        if holder is None or holder.node is None:
            return toml_tables.insert_item(self.text, self._statements, path, index, value)
        flow = self._flow(holder, path)
        if flow.node.members:
            neighbour = flow.node.members[max(0, min(index, len(flow.node.members)) - 1)].span
            like = self.text[neighbour.start : neighbour.end]
        else:
            like = self._quotes()
        return _plan(*flow.insert(index, written(value, like, self._line_end)))

    def _move(self, path: Path, old: int, new: int) -> Plan:
        holder = self._holder(path)
        if holder is None or holder.node is None:
            return toml_tables.move_item(self.text, self._statements, path, old, new)
        flow = self._flow(holder, path)
        order = list(range(len(flow.node.members)))
        order.insert(new, order.pop(old))
        return _plan(*flow.reorder(order))

    def _holder(self, path: Path) -> Statement | None:
        """The ``key = value`` whose value is, or holds, the entry at ``path``."""
        for statement in self._statements:
            if statement.kind == "pair" and path[: len(statement.path)] == statement.path:
                return statement
        return None

    def _below(self, path: Path) -> tuple[Statement, ...]:
        """All statements that write the entry at ``path`` or something in it."""
        return tuple(s for s in self._statements if s.path[: len(path)] == path)

    def _member(self, holder: Statement, path: Path) -> Member | None:
        return descend(holder.node, path[len(holder.path) :]) if holder.node else None

    def _flow(self, holder: Statement, path: Path) -> Flow:
        """The list or group at ``path`` within the value of ``holder``."""
        member = self._member(holder, path)
        node: Node | None = member.node if member else holder.node
        if node is None or node.kind == "scalar" or len(path) < len(holder.path):
            raise EditRefused("This edit leads into a field that holds no list or group.")
        return Flow(self.text, node, keeps_comma=node.kind == "list")

    def _place_in(self, holder: Statement, path: Path) -> Place | None:
        if holder.path == path and holder.node is not None:
            return Place(holder.name, holder.node.span, self._lines(holder))
        member = self._member(holder, path)
        if member is None:
            return None
        flow = self._flow(holder, path[:-1])
        return Place(member.key_span, member.node.span, flow.entry(flow.node.members.index(member)))

    def _lines(self, statement: Statement) -> Span:
        return Span(line_start(self.text, statement.span.start), self._stop(statement))

    def _stop(self, statement: Statement) -> int:
        return line_stop(self.text, statement.span.end)

    def _quotes(self) -> str:
        return toml_tables.usual_quote(self.text, self._statements)

    @property
    def _line_end(self) -> str:
        return usual_line_end(self.text)


def _refuse_endless_numbers(text: str, statements: tuple[Statement, ...]) -> None:
    """Python reads a number of many hex digits, and can then neither show nor write it."""
    waiting = [statement.node for statement in statements if statement.node]
    while waiting:
        node = waiting.pop()
        waiting += [member.node for member in node.members]
        start = node.span.start
        is_number = node.kind == "scalar" and text[start] not in "\"'"
        if is_number and len(node.span) > MAX_NUMBER:
            what = "This number has more digits than can be handled."
            raise BlockProblem(what, line=line_at(text, start))


def _plan(*edits: TextEdit) -> Plan:
    return Plan(edits, tuple(edit.span for edit in edits))
