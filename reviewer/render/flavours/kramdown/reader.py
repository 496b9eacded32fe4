"""Reads a text into elements: first its blocks, then the spans within them.

The rules for each construct stand in modules of their own and are handed in as
a grammar; here is what they share. They are those of kramdown 2.4 (MIT licence,
Thomas Leitner), so that what it leaves open or gets wrong comes out alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.render.flavours.kramdown.element import Attributes, Element, join
from reviewer.render.flavours.kramdown.patterns import BOUNDARY, rule
from reviewer.render.flavours.kramdown.scanner import Patience, Scanner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reviewer.render.flavours.kramdown.settings import Settings

RAW_TEXT, TEXT = "raw_text", "text"
MOST_NESTED = 64
"""Each level of lists costs the reading of all its lines; no article has ten."""
_QUOTED = rule(r"[^\\]?[\"']")


@dataclass(slots=True)
class Definitions:
    """What a text defines in one place and uses in others."""

    lists: dict[str, Attributes] = field(default_factory=dict)
    footnotes: dict[str, Element] = field(default_factory=dict)
    links: dict[str, tuple[str, str | None, Element | None]] = field(default_factory=dict)
    abbreviations: dict[str, tuple[str, Element]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class BlockRule:
    """``read`` answers whether it took the block that begins as ``start`` says."""

    start: re.Pattern[str]
    read: Callable[[Reader], bool]


@dataclass(frozen=True, eq=False, slots=True)
class SpanRule:
    """``read`` always moves on; ``sign`` is the first character of what ``start`` matches."""

    sign: str
    start: re.Pattern[str]
    read: Callable[[Reader, re.Match[str]], None]


class SpanRules:
    """Rules for spans by their first characters; ``begin`` finds where one might apply."""

    def __init__(self, begin: str, rules: Sequence[SpanRule]) -> None:
        self._begin = begin
        self._rules: dict[str, list[SpanRule]] = {}
        for each in rules:
            for sign in each.sign:
                self._rules.setdefault(sign, []).append(each)
        self.quotes = self._rules.get('"', [])

    def finder(self, stop: str) -> re.Pattern[str]:
        """Finds the next place where a rule or ``stop`` might match."""
        return _finder(stop, self._begin)

    def at(self, sign: str) -> Sequence[SpanRule]:
        """The rules for what begins with ``sign``; any character may stand before a quote."""
        return self._rules.get(sign, self.quotes)


@lru_cache(maxsize=256)
def _finder(stop: str, begin: str) -> re.Pattern[str]:
    return rule(f"{stop}|{begin}" if stop else begin, re.IGNORECASE)


@dataclass(frozen=True, eq=False, slots=True)
class Grammar:
    """All rules; ``only_code`` and the like are smaller sets for parts of tables and HTML."""

    blocks: Sequence[BlockRule]
    spans: SpanRules
    parts: Mapping[str, SpanRules]


class Reader:
    """Where reading stands: the source, the element being filled and those around it."""

    def __init__(self, text: str, settings: Settings, grammar: Grammar) -> None:
        self.settings = settings
        self.grammar = grammar
        self.defined = Definitions()
        self.root = Element("root")
        self.tree = self.root
        self.around: list[Element] = []
        self.block_ial: Attributes | None = None
        self.text_kind = RAW_TEXT
        self.stopped = False
        self.source = Scanner(text, 1, Patience(len(text)))

    def nested(self, text: str, line: int) -> Scanner:
        """A scanner for a part of the text that begins at ``line``."""
        return Scanner(text, line, self.source.patience)

    def new_block(self, kind: str, value: str = "", line: int = 0) -> Element:
        """A block with the attribute list that stands before it."""
        block = Element(kind, value, line=line, ial=self.block_ial)
        self.block_ial = None
        return block

    def add(self, element: Element) -> None:
        """Append ``element`` to the one being filled."""
        self.tree.children.append(element)

    def add_text(self, text: str) -> None:
        """Append text to the element being filled."""
        self.tree.add_text(text, self.text_kind)

    def parse_blocks(self, into: Element, source: Scanner) -> bool:
        """Read blocks to the end or, answering True, to the end tag of the HTML around them.

        Raises ``RecursionError`` where they are nested too deeply.
        """
        if len(self.around) > MOST_NESTED:
            raise RecursionError("blocks are nested too deeply")
        outer = (self.tree, self.source, self.block_ial)
        self.around.append(self.tree)
        self.tree, self.source, self.block_ial = into, source, None
        rules = self.grammar.blocks
        while source.pos < source.end and not self.stopped:
            if not any(
                each.start.match(source.text, source.pos) and each.read(self) for each in rules
            ):
                self.add_text(source.take())
        found, self.stopped = self.stopped, False
        self.around.pop()
        self.tree, self.source, self.block_ial = outer
        return found

    def after_boundary(self) -> bool:
        """Whether nothing stands right before this place that a block could go on from."""
        last = self.tree.last
        return (
            last is None
            or last.kind == "blank"
            or (last.kind == "eob" and not last.value)
            or self.block_ial is not None
        )

    def before_boundary(self) -> bool:
        """Whether the block ends here."""
        return self.source.check(BOUNDARY) is not None

    def inside(self, *kinds: str) -> bool:
        """Whether an element of one of these kinds is being filled."""
        return self.tree.kind in kinds or any(each.kind in kinds for each in self.around)

    def parse_spans(
        self,
        into: Element,
        stop: re.Pattern[str] | None = None,
        accept: Callable[[re.Match[str]], bool] | None = None,
        rules: SpanRules | None = None,
    ) -> bool:
        """Read spans to the end or, answering True, to ``stop`` where ``accept`` agrees."""
        self.around.append(self.tree)
        self.tree = into
        found = self._parse_spans(rules or self.grammar.spans, stop, accept)
        self.tree = self.around.pop()
        return found

    def _parse_spans(
        self,
        rules: SpanRules,
        stop: re.Pattern[str] | None,
        accept: Callable[[re.Match[str]], bool] | None,
    ) -> bool:
        source, text = self.source, self.source.text
        search = rules.finder(stop.pattern if stop else "").search
        while source.pos < source.end and (begin := search(text, source.pos)):
            at = begin.start()
            if rules.quotes and text[at] in "\"'" and at > source.pos and text[at - 1] != "\\":
                at -= 1
            self.add_text(text[source.pos : at])
            source.pos = at
            found = stop.match(text, at) if stop else None
            if found and (accept is None or accept(found)):
                return True
            self._apply(rules)
        if stop is None:
            self.add_text(source.rest())
        return False

    def _apply(self, rules: SpanRules) -> None:
        source = self.source
        for each in rules.at(source.text[source.pos]):
            if begin := each.start.match(source.text, source.pos):
                each.read(self, begin)
                return
        for each in rules.quotes:
            if begin := _QUOTED.match(source.text, source.pos):
                each.read(self, begin)
                return
        self.add_text(source.take())

    def spans_of(
        self, text: str, line: int, into: Element, kind: str = TEXT, part: str = ""
    ) -> Element:
        """Read ``text`` on its own, as if nothing were around it."""
        outer = (self.source, self.tree, self.around, self.text_kind)
        self.source, self.around, self.text_kind = self.nested(text, line), [], kind
        self.tree = into
        self.parse_spans(into, rules=self.grammar.parts[part] if part else None)
        self.source, self.tree, self.around, self.text_kind = outer
        return into

    def resolve(self, values: dict[str, str], ial: Attributes) -> None:
        """Write what ``ial`` and the lists it refers to say into ``values``."""
        for name in ial.refs:
            if name in self.defined.lists:
                self.resolve(values, self.defined.lists[name])
        for name, value in ial.values.items():
            join(values, name, value)
