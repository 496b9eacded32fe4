"""Lists, whose items are cut out by their indentation and read as texts of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from reviewer.render.flavours.kramdown.attribute_lists import parse_list
from reviewer.render.flavours.kramdown.element import Attributes, Element
from reviewer.render.flavours.kramdown.patterns import (
    BLANK_LINE,
    EOB_MARKER,
    FIRST_IAL,
    HRULE,
    HTML_START,
    HTML_STOP,
    IAL,
    ITEM_IAL,
    LIST,
    TAIL,
    rule,
)
from reviewer.render.flavours.kramdown.reader import BlockRule, Reader

if TYPE_CHECKING:
    import re

BULLET, NUMBER = "[+*-]", r"\d+\."
_LIST = rule(LIST)
_IS_BULLET = rule(rf"[ ]{{0,3}}{BULLET}{TAIL}")
_ONLY_IAL = rule(rf"(?:{ITEM_IAL})?\s*\n")
_TABS = rule(r"([ ]*)(\t+)")
_FIRST_TABS = rule(r"\t+")
_TASK = rule(r"\s*\[([ xX])\]\s+")
_BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"{} />'


@dataclass(frozen=True, eq=False, slots=True)
class ItemLines:
    """Which lines go on with an item of so much indentation."""

    width: int
    content: re.Pattern[str]
    lazy: re.Pattern[str]

    def unindented(self, line: str) -> tuple[str, bool]:
        """The line without the item's indentation, and whether it had it."""
        tabs = _FIRST_TABS.match(line)
        if tabs:
            line = " " * (4 * tabs.end()) + line[tabs.end() :]
        if line.startswith(" " * self.width):
            return line[self.width :], True
        return line, False


@cache
def item_lines(width: int) -> ItemLines:
    """The patterns for an item whose content stands at column ``width``."""
    tabs, blanks, few = width // 4, width % 4, min(width, 3)
    indent = rf"(?:(?:\t|[ ]{{4}}){{{tabs}}}[ ]{{{blanks}}}|(?:\t|[ ]{{4}}){{{tabs + 1}}})"
    stop = rf"(?![ ]{{0,{few}}}(?:{IAL}|{HTML_STOP}|{HTML_START}))"
    return ItemLines(width, rule(rf"{indent}.*\S.*\n"), rule(rf"{stop}.*\S.*\n"))


@cache
def item_start(sign: str, width: int) -> re.Pattern[str]:
    """How the next item begins where the content of the last stands at ``width``."""
    most = width - 1 if 1 <= width <= 3 else 3
    return rule(rf"([ ]{{0,{most}}}{sign})({TAIL})")


def first_line(marker: str, content: str) -> tuple[str, ItemLines]:
    """The content of an item's first line, and which lines go on with it."""
    width = len(marker)
    if _ONLY_IAL.match(content):
        width = 4
    else:
        while tabs := _TABS.match(content):
            column = len(tabs[1]) + width
            blanks = 4 - column % 4 + (len(tabs[2]) - 1) * 4
            content = tabs[1] + " " * blanks + content[tabs.end() :]
        width += len(content) - len(content.lstrip(" "))
    return content.lstrip(" \t\r\n\f\v"), item_lines(width)


def take_ial(element: Element, text: str) -> str:
    """``text`` without the attribute list at its beginning, which goes to ``element``."""
    found = FIRST_IAL.match(text)
    if not found:
        return text
    element.ial = element.ial or Attributes()
    parse_list(found[1], element.ial)
    return text[found.end() :]


@dataclass(slots=True)
class _Lines:
    """A list being read: its items' texts, each cut where a nested list begins."""

    sign: str
    items: list[tuple[Element, list[str]]] = field(default_factory=list)
    start: re.Pattern[str] | None = None
    lines: ItemLines | None = None
    nested: bool = False
    after_blank: bool = False
    ended: bool = False

    def begin(self, line: int, found: re.Match[str]) -> None:
        """An item begins."""
        text, self.lines = first_line(found[1], found[2])
        item = Element("li", line=line)
        text = take_ial(item, text)
        self.start = item_start(self.sign, self.lines.width)
        self.nested = _LIST.match(text) is not None
        self.after_blank = False
        self.items.append((item, [text]))

    def go_on(self, lines: ItemLines, line: str) -> None:
        """A line belongs to the item."""
        text, indented = lines.unindented(line)
        parts = self.items[-1][1]
        is_list = _LIST.match(text) is not None
        if not self.nested and indented and is_list:
            parts.append("")
            self.nested = True
        elif self.nested and not indented and is_list:
            text = " " * (lines.width + 4) + text
        parts[-1] += text
        self.after_blank = False

    def blank(self, text: str) -> None:
        """Blank lines belong to the item before them."""
        self.nested = self.after_blank = True
        self.items[-1][1][-1] += text


def _read_lines(reader: Reader, sign: str) -> _Lines:
    source = reader.source
    state = _Lines(sign, start=rule(rf"([ ]{{0,3}}{sign})({TAIL})"))
    while source.pos < source.end:
        line = source.line
        if state.after_blank and source.check(HRULE):
            break
        if source.scan(EOB_MARKER):
            state.ended = True
            break
        if state.start and (begun := source.scan(state.start)):
            state.begin(line, begun)
        elif state.lines and (more := _more(reader, state, state.lines)):
            state.go_on(state.lines, more[0])
        elif state.items and (blank := source.scan(BLANK_LINE)):
            state.blank(blank[0])
        else:
            break
    return state


def _more(reader: Reader, state: _Lines, lines: ItemLines) -> re.Match[str] | None:
    found = reader.source.scan(lines.content)
    return found or (None if state.after_blank else reader.source.scan(lines.lazy))


def parse_items(reader: Reader) -> Element:
    """Read the list that begins here."""
    line = reader.source.line
    bullet = reader.source.check(_IS_BULLET)
    whole = reader.new_block("ul" if bullet else "ol", line=line)
    state = _read_lines(reader, BULLET if bullet else NUMBER)
    reader.add(whole)
    for item, parts in state.items:
        _fill(reader, item, parts)
        whole.children.append(item)
    last = None
    for item in whole.children:
        last = _settle(whole, item, ended=state.ended) if item.children else last
    if last is not None and not state.ended:
        reader.add(last)
    return whole


def _fill(reader: Reader, item: Element, parts: list[str]) -> None:
    line = item.line
    for text in parts:
        source = reader.nested(text, line)
        reader.parse_blocks(item, source)
        line = source.line


def _settle(whole: Element, item: Element, *, ended: bool) -> Element | None:
    """Drop the paragraph of a tight item; answer the blank lines behind the item."""
    children = item.children
    first = children[0]
    if first.kind == "p" and first.ial and len(children) > 1 and children[1].kind == "eob":
        del children[1]
    if _is_tight(whole, item, ended=ended):
        if len(children) > 1 and children[1].kind != "blank":
            first.children[0].value += "\n"
        first.transparent = True
    return children.pop() if children[-1].kind == "blank" else None


def _is_tight(whole: Element, item: Element, *, ended: bool) -> bool:
    children = item.children
    if children[0].kind != "p":
        return False
    is_last = item is whole.children[-1]
    bare = len(children) < 2 or children[1].kind != "blank"
    if not bare and not (is_last and len(children) == 2 and not ended):
        return False
    return not is_last or len(whole.children) == 1 or any(map(_is_plain, whole.children[:-1]))


def _is_plain(item: Element) -> bool:
    first = item.children[0] if item.children else None
    return first is None or first.kind != "p" or first.transparent


def _list(reader: Reader) -> bool:
    whole = parse_items(reader)
    if reader.settings.gfm:
        _mark_tasks(whole)
    return True


def _mark_tasks(whole: Element) -> None:
    """``[ ]`` and ``[x]`` at the beginning of an item are boxes."""
    found = False
    for item in whole.children:
        if item.children and item.children[0].kind == "p" and item.children[0].children:
            text = item.children[0].children[0]
            box = _TASK.match(text.value)
            if box:
                checked = "" if box[1] == " " else ' checked="checked"'
                text.value = _BOX.format(checked) + text.value[box.end() :]
                found = True
            if found:
                item.attr["class"] = "task-list-item"
    if found:
        whole.attr["class"] = "task-list"


LISTS = BlockRule(_LIST, _list)
