"""JSON front matter, edited in place: indentation, separators and key order stay.

JSON is small, so a scanner of our own tells where each member stands; the
standard library has checked the text before. The members of hexo's ``;;;``
front matter come without braces.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

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
from reviewer.document.source import line_at, line_ends, usual_line_end
from reviewer.document.stepwise import Stepwise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.block import StyleGuide
    from reviewer.document.dialect import Dialect

_SPACE = re.compile(r"[ \t\r\n]*")
_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s,\]}]+')
_COLON = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")
_PLAIN_WORDS = (
    ("Expecting ',' delimiter", "A comma is missing between two entries."),
    ("Expecting property name", "A key in double quotes must stand here."),
    ("Illegal trailing comma", "There is a comma too many behind the last entry."),
    ("Expecting ':' delimiter", "A colon is missing between key and value."),
    ("Expecting value", "A value is missing here, or its text is not in double quotes."),
    ("Unterminated string", "A text is opened with a quote and never closed."),
    (
        "Invalid control character",
        "A text runs over the end of its line; write \\n for a new line.",
    ),
    ("Invalid \\escape", "A backslash must be written twice."),
    ("Extra data", "There is more text behind the end of the front matter."),
)


def read(text: str, dialect: Dialect) -> JsonBlock:
    """Read a JSON block; raises ``BlockProblem``. All dialects read JSON alike."""
    return JsonBlock(text, dialect)


class JsonBlock(Stepwise):
    """A JSON object in its text."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        super().__init__(text, dialect)
        has_braces = text.lstrip(" \t\r\n").startswith("{")
        try:
            self._data = _parsed(text, has_braces)
            self._root = Scanner(text).root(has_braces)
            self._notes = tuple(_duplicates(text, self._root))
        except RecursionError as error:
            raise BlockProblem("The values are nested too deeply.", line=1) from error
        except ValueError as error:
            what = "A number has more digits than can be handled."
            raise BlockProblem(what, line=1, detail=str(error)) from error

    @property
    def data(self) -> Any:
        """The object as a dict; of keys that are written twice the last one counts."""
        return self._data

    @property
    def notes(self) -> tuple[Note, ...]:
        """Keys that are written twice."""
        return self._notes

    def place(self, path: Path) -> Place | None:
        """Where the member at ``path`` stands."""
        member = descend(self._root, path)
        if member is None:
            return None
        owner = self._flow(path[:-1])
        index = owner.node.members.index(member)
        return Place(member.key_span, member.node.span, owner.entry(index))

    def splice(self, operation: Operation, guide: StyleGuide | None) -> Plan:
        """The edits for one step; see ``Block.plan``."""
        match operation:
            case SetValue(path, value):
                return self._set(path, value, guide)
            case Unset(path):
                return self._removed(self._flow(path[:-1]), path[-1])
            case RemoveItem(path, index):
                return self._removed(self._flow(path), index)
            case Rename(path, new):
                return self._renamed(path, new)
            case InsertItem(path, index, value):
                flow = self._flow(path)
                return _freely(flow.insert(index, self._written(value, flow)))
            case MoveItem(path, old, new):
                flow = self._flow(path)
                order = list(range(len(flow.node.members)))
                order.insert(new, order.pop(old))
                return Plan(flow.reorder(order), (flow.node.span,))

    def _set(self, path: Path, value: Any, guide: StyleGuide | None) -> Plan:
        member = descend(self._root, path)
        if member is not None:
            owner = self._flow(path[:-1])
            edit = TextEdit(member.node.span, self._written(value, owner, member.node))
            return Plan((edit,), (member.node.span,))
        flow = self._flow(path[:-1])
        key = path[-1]
        if not isinstance(key, str):
            raise EditRefused("A key in JSON is always text.")
        written = _text(key, self.text) + self._colon(flow) + self._written(value, flow)
        if flow.node is self._root and not self.text.strip():
            # Between fences without braces, the first member brings its line.
            written += usual_line_end(self.text)
        index = _slot(flow.node.members, key, guide if len(path) == 1 else None)
        return _freely(flow.insert(index, written))

    def _removed(self, flow: Flow, key: Any) -> Plan:
        member = flow.node.member(key)
        if member is None:
            raise EditRefused(f"There is no “{key}” to take away.")
        _refuse_twins(flow, member)
        edits = flow.remove(flow.node.members.index(member))
        return Plan(edits, tuple(edit.span for edit in edits))

    def _renamed(self, path: Path, new: str) -> Plan:
        member = descend(self._root, path)
        if member is None or member.key_span is None:
            raise EditRefused(f"There is no “{path[-1]}” to rename.")
        _refuse_twins(self._flow(path[:-1]), member)
        edit = TextEdit(member.key_span, _text(new, self.text))
        return Plan((edit,), (member.key_span,))

    def _flow(self, path: Path) -> Flow:
        member = descend(self._root, path)
        node = member.node if member else self._root
        if path and (member is None or node.kind == "scalar"):
            raise EditRefused("This edit leads into a field that holds no list or group.")
        separator = ", " if ": " in self.text or ", " in self.text else ","
        return Flow(self.text, node, unit=self._unit(), separator=separator)

    def _unit(self) -> str:
        outer = Flow(self.text, self._root)
        return outer.indent() if outer.is_tall() and outer.indent() else "  "

    def _colon(self, flow: Flow) -> str:
        """How a key and its value are parted here."""
        for member in (*flow.node.members, *self._root.members):
            if member.key_span:
                return self.text[member.key_span.end : member.node.span.start]
        return ": "

    def _written(self, value: Any, owner: Flow, old: Node | None = None) -> str:
        """A value in the style of the one it replaces, else of its neighbours."""
        like = old if old is not None and old.kind != "scalar" else self._collection()
        is_tall = like is not None and _is_tall(self.text, like)
        indent = owner.indent() if is_tall and owner.is_tall() else None
        return _rendered(value, self.text, indent, self._unit(), self._colon(owner))

    def _collection(self) -> Node | None:
        """The first list or group of the block, as a model for new ones."""
        return next((m.node for m in self._root.members if m.node.members), None)


def _refuse_twins(flow: Flow, member: Member) -> None:
    """With a key that is written twice, the other one would come to light."""
    if sum(each.key == member.key for each in flow.node.members) > 1:
        raise EditRefused(
            f"“{member.key}” is written twice.", remedy="Take one of them away as text first."
        )


def _freely(edits: tuple[TextEdit, ...]) -> Plan:
    return Plan(edits, tuple(edit.span for edit in edits))


def _is_tall(text: str, node: Node) -> bool:
    return bool(line_ends(text[node.span.start : node.span.end]))


def _slot(members: Sequence[Member], key: str, guide: StyleGuide | None) -> int:
    """Behind the last member that other posts write before ``key``; else at the end."""
    order = list(guide.order()) if guide else []
    if key not in order:
        return len(members)
    earlier = set(order[: order.index(key)])
    later = set(order[order.index(key) :])
    if not any(member.key in later for member in members):
        return len(members)
    return max((i + 1 for i, member in enumerate(members) if member.key in earlier), default=0)


def _text(value: str, context: str) -> str:
    """A string; beyond ASCII it is escaped only where the block already does so."""
    return json.dumps(value, ensure_ascii=context.isascii() and "\\u" in context)


def _rendered(value: Any, context: str, indent: str | None, unit: str, colon: str) -> str:
    """``value`` as JSON, over several lines where ``indent`` is given."""
    if isinstance(value, str):
        return _text(value, context)
    if isinstance(value, (list, dict)):
        return _collection_text(value, context, indent, unit, colon)
    try:
        return json.dumps(value, allow_nan=False)
    except (TypeError, ValueError):
        raise EditRefused(
            f"JSON cannot hold “{value}” as it is.", remedy="Give it as text."
        ) from None


def _collection_text(
    value: list[Any] | dict[Any, Any], context: str, indent: str | None, unit: str, colon: str
) -> str:
    inner = None if indent is None else indent + unit
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise EditRefused("A key in JSON is always text.")
        parts = [
            _text(key, context) + colon + _rendered(item, context, inner, unit, colon)
            for key, item in value.items()
        ]
    else:
        parts = [_rendered(item, context, inner, unit, colon) for item in value]
    left, right = ("{", "}") if isinstance(value, dict) else ("[", "]")
    if indent is None or not parts:
        return left + (", " if colon.endswith(" ") else ",").join(parts) + right
    end = usual_line_end(context)
    return left + end + f",{end}".join(f"{inner}{part}" for part in parts) + end + indent + right


def _parsed(text: str, has_braces: bool) -> Any:
    whole = text if has_braces else "{" + text + "}"
    try:
        return json.loads(whole, parse_constant=lambda name: _no_constant(whole, name))
    except json.JSONDecodeError as error:
        offset = max(error.pos - (not has_braces), 0)
        line = line_at(text, offset)
        column = offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
        what = next((plain for start, plain in _PLAIN_WORDS if error.msg.startswith(start)), "")
        what = what or "This is not valid JSON."
        raise BlockProblem(what, line=line, column=column, detail=error.msg) from error


def _no_constant(text: str, name: str) -> float:
    """NaN and its kin, which Python would read and site engines do not."""
    raise json.JSONDecodeError(f"Expecting value, not {name}", text, text.find(name))


def _duplicates(text: str, node: Node) -> list[Note]:
    """A note for each key that an object holds more than once."""
    found: list[Note] = []
    counts = Counter(member.key for member in node.members if member.key_span)
    for member in node.members:
        counts[member.key] -= 1
        if member.key_span and counts[member.key]:
            message = f"“{member.key}” is written twice; the last one counts."
            line = line_at(text, member.key_span.start)
            found.append(Note(message, (member.key,), line, "duplicate-key"))
        found += _duplicates(text, member.node)
    return found


class Scanner:
    """Finds where each member of a valid JSON text stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def root(self, has_braces: bool) -> Node:
        """The outermost object, with or without its braces."""
        self._skip(_SPACE)
        if has_braces:
            return self._value()
        whole = Span(0, len(self._text))
        return Node("map", whole, whole, self._members("map", ""))

    def _value(self) -> Node:
        start = self._at
        opening = self._text[start]
        if opening not in "{[":
            self._skip(_SCALAR)
            return Node("scalar", Span(start, self._at), Span(start, start))
        self._at += 1
        kind, closing = ("map", "}") if opening == "{" else ("list", "]")
        members = self._members(kind, closing)
        inner = Span(start + 1, self._at)
        self._at += 1
        return Node(kind, Span(start, self._at), inner, members)

    def _members(self, kind: str, closing: str) -> tuple[Member, ...]:
        """All members up to the closing bracket, or the end of the text."""
        found: list[Member] = []
        self._skip(_SPACE)
        while self._text[self._at : self._at + 1] != closing:
            found.append(self._member(kind, len(found)))
            self._skip(_SPACE)
            if self._text.startswith(",", self._at):
                self._at += 1
                self._skip(_SPACE)
        return tuple(found)

    def _member(self, kind: str, index: int) -> Member:
        if kind == "list":
            return Member(index, None, self._value())
        key = Span(self._at, self._skip(_SCALAR))
        self._skip(_COLON)
        return Member(json.loads(self._text[key.start : key.end]), key, self._value())

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at
