"""Tables: lines with ``|``, of which lines of dashes and equals signs make head, body and foot."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.patterns import OPT, SPACE, rule
from reviewer.render.flavours.kramdown.reader import RAW_TEXT, BlockRule, Reader

_PIPE = r"(?:\||.*?[^\\\n]\|)"
_LINE = rule(rf"{_PIPE}.*?\n")
_START = rule(rf"{OPT}(?=\S){_PIPE}.*?\n")
_HAS_PIPE = rule(_PIPE)
_RULE = rule(r"([+|: \t-]*-[+|: \t-]*)[ \t]*\n")
_FOOT = rule(r"[+|: \t=]*=[+|: \t=]*[ \t]*\n")
_ROW = rule(r"(.*?)[ \t]*\n")
_ALIGN = rule(r"[ \t]?(:?)-+(:?)[ \t]?")
_CODE = re.compile(r"(<code.*?>.*?</code>)")
_SPLIT = re.compile(r"(?<!\\)\|")
_TICKS = re.compile(r"`+")
_ALIGNMENTS = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}


@dataclass(slots=True)
class _Rows:
    """A table being read; ``rows`` are those since the last line between parts."""

    table: Element
    leading_pipe: bool
    rows: list[Element] = field(default_factory=list)
    has_foot: bool = False

    def part(self, kind: str, *, force: bool = False) -> None:
        """The rows so far are a part of the table."""
        if not self.has_foot or kind != "tbody" or force:
            self.table.children.append(Element(kind, children=self.rows))
            self.rows = []

    def between(self, dashes: str) -> None:
        """A line of dashes."""
        if not self.rows:
            return
        if self.table.alignment or self.has_foot:
            self.part("tbody")
            return
        self.part("thead")
        self.table.alignment = [_ALIGNMENTS[sides] for sides in _ALIGN.findall(dashes)]

    def foot(self) -> None:
        """A line of equals signs."""
        if self.rows:
            self.part("tbody", force=True)
        self.has_foot = True

    def even(self) -> None:
        """Give all rows as many cells, and the cells their sides."""
        rows = [row for part in self.table.children for row in part.children]
        columns = max((len(row.children) for row in rows), default=0)
        known = self.table.alignment[:columns]
        sides = known + [""] * (columns - len(known))
        for row in rows:
            row.children += [Element("td") for _ in range(columns - len(row.children))]
            for cell, side in zip(row.children, sides, strict=True):
                cell.value = side


def _table(reader: Reader) -> bool:
    if not reader.after_boundary():
        return False
    source = reader.source
    begin, line = source.pos, source.line
    first = source.check(_LINE)
    leading = first is not None and first[0].lstrip(SPACE).startswith("|")
    state = _Rows(reader.new_block("table", line=line), leading)
    _read_rows(reader, state)
    if not _is_table(reader, state, source.text[begin : source.pos - 1]):
        # As with kramdown, an attribute list before what is no table after all is lost.
        source.pos = begin
        return False
    state.even()
    reader.add(state.table)
    return True


def _is_table(reader: Reader, state: _Rows, text: str) -> bool:
    if not reader.before_boundary() or not _has_pipes(reader, text):
        return False
    if state.rows:
        state.part("tfoot" if state.has_foot else "tbody")
    return any(part.kind == "tbody" for part in state.table.children)


def _read_rows(reader: Reader, state: _Rows) -> None:
    source = reader.source
    source.scan(_RULE)
    while source.check(_LINE):
        line = source.line
        if dashes := source.scan(_RULE):
            state.between(dashes[1])
        elif source.scan(_FOOT):
            state.foot()
        elif row := source.scan(_ROW):
            state.rows.append(_row(reader, row[1], line, leading_pipe=state.leading_pipe))


def _row(reader: Reader, text: str, line: int, *, leading_pipe: bool) -> Element:
    cells = _cells(reader, text, line)
    if leading_pipe and cells and not cells[0].strip(SPACE):
        del cells[0]
    if cells and not cells[-1].strip(SPACE):
        cells.pop()
    row = Element("tr", line=line)
    for cell in cells:
        content = Element(RAW_TEXT, cell.strip(SPACE), line=line)
        row.children.append(Element("td", children=[content]))
    return row


def _cells(reader: Reader, text: str, line: int) -> list[str]:
    """Cut a row at its pipes, but not within code."""
    cells: list[str] = [""]
    for at, part in enumerate(_CODE.split(text)):
        if at % 2:
            cells[-1] += part
            continue
        for piece in reader.spans_of(part, line, Element("root"), RAW_TEXT, "code").children:
            if piece.kind == RAW_TEXT:
                first, *others = (each.replace(r"\|", "|") for each in _SPLIT.split(piece.value))
                cells[-1] += first
                cells += others
            else:
                cells[-1] += _as_code(piece.value)
    return cells


def _as_code(text: str) -> str:
    ticks = max(_TICKS.findall(text), default="") + "`"
    blank = " " if len(ticks) > 1 else ""
    return f"{ticks}{blank}{text}{blank}{ticks}"


def _has_pipes(reader: Reader, text: str) -> bool:
    """Whether each line has a pipe that stands neither in code nor in HTML."""
    whole = reader.spans_of(text, 1, Element("root"), RAW_TEXT, "code and html")
    found = False
    for piece in whole.children:
        lines = piece.value.split("\n")
        while lines and not lines[-1]:
            lines.pop()
        if piece.kind == "codespan":
            if len(lines) > 2 or (len(lines) == 2 and not found):
                break
            found = found and len(lines) != 2
        elif piece.value and lines:
            if len(lines) > 1 and not found and not _HAS_PIPE.match(lines[0]):
                break
            found = (found and len(lines) == 1) or _HAS_PIPE.match(lines[-1]) is not None
    return found


TABLES = BlockRule(_START, _table)
