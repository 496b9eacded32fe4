"""Renders again only the pieces of a text that are new, and gives just what the whole would.

A key press changes one piece of a long post; its other pieces are remembered,
sanitised and cut into blocks. Where a construct reaches over pieces, or the
HTML of one leaves elements open, there is no short way.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING

from reviewer.render.blocks import Block, Split, is_loose, split
from reviewer.render.flavours.flavour import OPEN_ID, Piecewise
from reviewer.render.pieces import cut, needed
from reviewer.render.sanitise import TAGS, sanitise

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from reviewer.render.images import Images
    from reviewer.render.pieces import Piece

MOST_PIECES = 20_000

_TAG = re.compile(r"<(/?)([a-zA-Z!?/][^\s/>]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<(?=[a-zA-Z!?/])")
_VOID = frozenset(("br", "hr", "img", "wbr", "col", "input"))
_KNOWN = TAGS | _VOID
_OPEN_ID = re.compile(f' id="{OPEN_ID}([^"]*)"')


class TooFar(Exception):
    """A construct reaches over pieces; the text must be rendered whole."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """The blocks of a piece, whose lines count from its first; ``open_ids`` are its headings'."""

    blocks: tuple[Block, ...]
    blocked: tuple[str, ...]
    open_ids: tuple[str, ...]


@dataclass(slots=True)
class Memory:
    """What was rendered of earlier revisions, the least used pieces forgotten first."""

    key: Hashable = None
    definitions: str = ""
    pieces: OrderedDict[tuple[str, str], _Ready] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def prepare(self, key: Hashable, definitions: str) -> str:
        """Forget everything if ``key`` differs; gives the same object for equal definitions.

        Comparing long names piece by piece would take its time.
        """
        if key != self.key:
            self.key = key
            self.pieces.clear()
        if definitions != self.definitions:
            self.definitions = definitions
        return self.definitions

    def ready(self, name: tuple[str, str], make: Callable[[], _Ready]) -> _Ready:
        """The piece as remembered, or as it is made now."""
        found = self.pieces.get(name)
        if found is not None:
            self.pieces.move_to_end(name)
            return found
        made = self.pieces[name] = make()
        if len(self.pieces) > MOST_PIECES:
            self.pieces.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class Pipeline:
    """From Markdown to blocks, for one revision.

    ``finish`` is what happens to HTML before it is sanitised; it does the same
    to two pieces for which ``name`` says the same.
    """

    flavour: Piecewise
    finish: Callable[[str], str]
    name: Callable[[str], str]
    images: Images

    def ready(self, piece: str, definitions: str, called: str, memory: Memory) -> _Ready:
        """The blocks of one piece, with the definitions that go by a name; raises ``TooFar``."""
        if "[" not in piece:
            definitions = called = ""
        return memory.ready((self.name(piece), called), lambda: self._made(piece, definitions))

    def _made(self, piece: str, definitions: str) -> _Ready:
        context = needed(definitions, piece) if definitions else ""
        # Before the piece: what the piece leaves open would swallow them behind it.
        above = f"{context.rstrip()}\n\n" if context else ""
        html = self.finish(self.flavour.piece(above + piece))
        if not is_balanced(html):
            raise TooFar
        parts = split(sanitise(html), self.images)
        open_ids = tuple(name for block in parts.blocks for name in _OPEN_ID.findall(block.html))
        blocks = tuple(_moved(block, -above.count("\n")) for block in parts.blocks)
        return _Ready(blocks if above else parts.blocks, parts.blocked, open_ids)


def render_pieces(text: str, pipeline: Pipeline, memory: Memory, key: Hashable) -> Split | None:
    """The blocks of ``text``, or None where it must be rendered whole.

    ``key`` stands for all that the result depends on besides the text.
    """
    pieces = cut(text) if pipeline.flavour.is_piecewise(text) else None
    if pieces is None:
        return None
    try:
        with memory.lock:
            defined = pieces.definitions
            called = memory.prepare(key, pipeline.name(defined))
            ready = [pipeline.ready(one.text, defined, called, memory) for one in pieces.parts]
    except TooFar:
        return None
    return _joined(pieces.parts, ready, pipeline.flavour)


def is_balanced(html: str) -> bool:
    """Whether ``html`` closes, in order, all it opens, and opens nothing unusual."""
    opened: list[str] = []
    for close, name, *_ in _TAG.findall(html):
        name = name.lower()
        if name not in _KNOWN:
            return False
        if name in _VOID:
            continue
        if not close:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def _joined(parts: Sequence[Piece], ready: Sequence[_Ready], flavour: Piecewise) -> Split | None:
    if _touch([one.blocks for one in ready if one.blocks]):
        return None
    names = iter(flavour.ids([name for one in ready for name in one.open_ids]))
    blocks: list[Block] = []
    for part, one in zip(parts, ready, strict=True):
        own = _named(one.blocks, names) if one.open_ids else one.blocks
        blocks += own if part.line == 0 else (_moved(block, part.line) for block in own)
    return Split(tuple(blocks), tuple(address for one in ready for address in one.blocked))


def _touch(runs: Sequence[Sequence[Block]]) -> bool:
    """Whether loose text stands on both sides of a border: together it is one block."""
    return any(is_loose(a[-1]) and is_loose(b[0]) for a, b in pairwise(runs))


def _named(blocks: Sequence[Block], names: Iterator[str | None]) -> list[Block]:
    def named(_found: re.Match[str]) -> str:
        name = next(names)
        return "" if name is None else f' id="{name}"'

    return [Block(_OPEN_ID.sub(named, block.html), block.line) for block in blocks]


def _moved(block: Block, lines: int) -> Block:
    return Block(block.html, block.line + lines) if block.line else block
