"""Writes values as YAML in the style of a model, or of the block's habits.

What is written has a ``head``, which stands on the line of the key or dash,
and ``lines`` below it, indented already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document import yaml_quoting as quoting
from reviewer.document.operations import EditRefused
from reviewer.document.scalars import is_timestamp, looks_dated, read_plain
from reviewer.document.yaml_nodes import Scalar, Seq
from reviewer.document.yaml_values import write_plain

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect
    from reviewer.document.yaml_style import Habits, Model

MAX_KEY = 1000
"""YAML demands the colon of a key within 1,024 characters."""

SHORT = 80
"""A text of one line up to this length leaves a block that closed with a line end."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value as text: what follows the key on its line, and the lines below."""

    head: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a value will stand.

    ``column`` is that of the key or dash that holds it (-1 at the top);
    ``compact`` says that a collection may begin behind the dash itself, ``gap``
    how many blanks follow the dash then.
    """

    column: int
    flow: bool = False
    compact: bool = False
    gap: int = 1


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes values for one block; without ``blocks``, texts of several lines in quotes."""

    dialect: Dialect
    habits: Habits
    blocks: bool = True

    def value(self, value: Any, at: Setting, model: Model | None) -> Written:
        """``value`` as it should stand at ``at``; ``EditRefused`` for what YAML cannot hold."""
        match value:
            case str():
                return self._text(value, at, model)
            case list() | tuple():
                return self._list(list(value), at, model)
            case dict():
                return self._map(value, at, model)
            case None:
                return Written(self._nothing(at, model))
            case _:
                return Written(write_plain(value, self._raw(model), self.dialect))

    def key(self, name: Any, *, flow: bool, style: str | None = None) -> str:
        """A key; ``style`` is the quoting to imitate, by default that of the other keys."""
        if not isinstance(name, str):
            return write_plain(name, "null" if name is None else "", self.dialect)
        style = self.habits.quotes_keys if style is None else style
        if style in ("'", '"'):
            text = quoting.quoted(name, style)
        elif quoting.fits_plain(name, flow=flow):
            text = name
        else:
            text = quoting.quoted_freely(name, self.habits.quote)
        if len(text) > MAX_KEY:
            raise EditRefused(f"The name of a field can have {MAX_KEY} characters at most.")
        return text

    def entry(self, name: Any, value: Any, at: Setting, model: Model | None) -> Written:
        """A key with its value; ``at`` is the setting of the value."""
        written = self.value(value, at, model)
        head = f"{self.key(name, flow=at.flow)}:"
        return Written(f"{head} {written.head}" if written.head else head, written.lines)

    def item(self, value: Any, column: int, model: Model | None, gap: int = 1) -> Written:
        """A list item with its dash, which will stand in ``column``."""
        written = self.value(value, Setting(column, compact=True, gap=gap), model)
        head = f"-{' ' * gap}{written.head}" if written.head else "-"
        return Written(head, written.lines)

    def _raw(self, model: Model | None) -> str:
        return model.raw if model is not None and model.quoting == "" else ""

    def _nothing(self, at: Setting, model: Model | None) -> str:
        is_null = model is not None and self._raw(model) in ("", "~", "null", "Null", "NULL")
        style = self._raw(model) if is_null else self.habits.null
        return style or ("null" if at.flow else "")

    # Text

    def _text(self, text: str, at: Setting, model: Model | None) -> Written:
        style = model.quoting if model is not None else None
        may_block = self.blocks and not at.flow and quoting.fits_block(text)
        if may_block and self._wants_block(text, model):
            return self._block_text(text, at, model)
        if style in ("'", '"'):
            return Written(quoting.quoted(text, style))
        if quoting.fits_plain(text, flow=at.flow) and not self._quotes_new(model):
            return Written(text)
        if self._stays_a_date(text, at, model):
            return Written(text)
        return Written(quoting.quoted_freely(text, self.habits.quote))

    def _quotes_new(self, model: Model | None) -> bool:
        """Whether the block puts all its texts in quotes and no model says otherwise."""
        return model is None and self.habits.quotes_all

    def _stays_a_date(self, text: str, at: Setting, model: Model | None) -> bool:
        """Whether a date that this site reads as text follows another one without quotes."""
        return (
            model is not None
            and looks_dated(self._raw(model))
            and looks_dated(text)
            and isinstance(read_plain(self._raw(model), self.dialect), str)
            and read_plain(text, self.dialect) == text
            and not is_timestamp(text)
            and quoting.could_be_plain(text, flow=at.flow)
        )

    def _wants_block(self, text: str, model: Model | None) -> bool:
        if model is not None and isinstance(model.node, Scalar) and model.node.is_block:
            return not leaves_block(model.node.value, text)
        if "\n" not in text:
            return False
        escapes = model is not None and model.quoting == '"' and "\\n" in model.raw
        return not escapes

    def _block_text(self, text: str, at: Setting, model: Model | None) -> Written:
        step = (model.step if model and model.quoting in ("|", ">") else None) or self._text_step()
        step = min(max(step, 1), 9)
        header, lines = quoting.literal(text, step)
        if model is not None and model.quoting == ">":
            header, lines = quoting.folded(text) or (header, lines)
        indent = " " * (max(at.column, 0) + step)
        return Written(header, tuple(indent + line if line else "" for line in lines))

    def _text_step(self) -> int:
        return self.habits.map_step

    # Collections

    def _list(self, items: list[Any], at: Setting, model: Model | None) -> Written:
        if model is not None and not isinstance(model.node, Seq):
            model = None
        if not items:
            return Written("[]")
        inside = model.item() if model else None
        if self._in_flow(items, at, model):
            parts = [self.value(item, Setting(0, flow=True), inside).head for item in items]
            return Written(_bracketed("[]", parts, model))
        column = self._inner_column(at, model, self.habits.list_step)
        lines: list[str] = []
        for item in items:
            written = self.item(item, column, inside)
            lines += (" " * column + written.head, *written.lines)
        return _placed(lines, column, at)

    def _map(self, entries: dict[Any, Any], at: Setting, model: Model | None) -> Written:
        if model is not None and isinstance(model.node, Seq):
            model = None
        if not entries:
            return Written("{}")
        if at.flow or (model is not None and model.is_flow and len(model.raw) > 2):
            parts = [self._flow_entry(*entry, model) for entry in entries.items()]
            return Written(_bracketed("{}", parts, model))
        column = self._inner_column(at, model, self.habits.map_step) if at.column >= 0 else 0
        lines: list[str] = []
        for name, value in entries.items():
            inside = model.field(name) if model else None
            written = self.entry(name, value, Setting(column), inside)
            lines += (" " * column + written.head, *written.lines)
        return _placed(lines, column, at)

    def _flow_entry(self, name: Any, value: Any, model: Model | None) -> str:
        inside = model.field(name) if model else None
        return self.entry(name, value, Setting(0, flow=True), inside).head

    def _in_flow(self, items: list[Any], at: Setting, model: Model | None) -> bool:
        if at.flow:
            return True
        if any(isinstance(item, (dict, list, tuple)) and item for item in items):
            return bool(model is not None and model.is_flow and len(model.raw) > 2)
        if model is not None:
            return bool(model.is_flow)
        return bool(self.habits.flow_lists)

    def _inner_column(self, at: Setting, model: Model | None, usual: int) -> int:
        if at.column < 0:
            return 0
        step = model.step if model is not None and not at.compact else None
        if step is None:
            step = 1 + at.gap if at.compact else usual
        return at.column + step


def leaves_block(old: str, new: str) -> bool:
    """Whether a text that fills a block of its own becomes one short line beside its key."""
    return old.endswith("\n") and "\n" not in new and len(new) <= SHORT


def _bracketed(brackets: str, parts: list[str], model: Model | None) -> str:
    padding = model.padding if model is not None and model.is_flow else ""
    return brackets[0] + padding + ", ".join(parts) + padding + brackets[1]


def _placed(lines: list[str], column: int, at: Setting) -> Written:
    """Lines below the key, or begun behind the dash."""
    if at.compact:
        return Written(lines[0][column:], tuple(lines[1:]))
    return Written("", tuple(lines))
