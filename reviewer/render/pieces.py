"""Cuts Markdown where no flavour lets a construct reach over, so that pieces render alone.

It decides for all flavours at once and errs on the side of not cutting: behind
a blank line, before a line that begins a paragraph, heading or fence without
any indentation, where no fence, raw HTML element, comment or formula is open.
Whatever looks strange keeps the rest of the text in one piece.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

_CHUNK = re.compile(r"(?:[ \t]*[^ \t\n][^\n]*\n?)+(?:[ \t]*\n|[ \t]+\Z)*")
# Letters, headings, emphasis, links, images, code, quotes: nothing that continues a block before.
_START = re.compile(
    r"""[^\W\d_](?!\.[ \t]|\)) | \d[^\n.)]*[^\d\n.)] | \#{1,6}[ \t] | [*_]{1,3}\w | !\[ | [`~]{3}
    | `[^`] | ["'(“‘«„¿¡] | <[a-zA-Z!] | \[(?![^\]\n]*\]:)""",
    re.VERBOSE,
)
_DEFINITIONS = re.compile(
    r"""(?:[ ]{0,3}\[[^\]\[\n^\\][^\]\[\n\\]*\]:[ \t]*(?:<[^<>\n]+>|[^\s<>\\"'(*_`]+)
    (?:[ \t]+(?:"[^"\n\\]*"|'[^'\n\\]*'|\([^()\n\\]*\)))?[ \t]*(?:\n|\Z))+[ \t\n]*""",
    re.VERBOSE,
)
_DEFINITION = re.compile(r"^[ \t>*+\-\d.)]*\[[^\]\n]+\]:", re.MULTILINE)
_LABEL = re.compile(r"\[([^\]\n]+)\]:")
_FENCE = re.compile(r"( {0,3})(`{3,}|~{3,})([^\n]*)")
_CODE = re.compile(r"(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?=[\s/>])([^<>]*)")
_FENCES = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_SPECIAL = re.compile(r"[`<]|\$\$|\{:|^[ \t>+\-*\d:]|^\{", re.MULTILINE)
_INDENTED = re.compile(r"[ \t]|(?:[>+*:-]|\d+[.)])(?:\s|\Z)")
_TERMS = re.compile(r"^ {0,3}:", re.MULTILINE)
_SECTIONS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
_NO_CONTENT = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_NO_CONTENT.split())


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; ``line`` is how many lines stand before it."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """All parts of a text, and the definitions that parts may refer to."""

    parts: tuple[Piece, ...]
    definitions: str


def cut(text: str) -> Pieces | None:
    """The pieces of ``text``, or None where definitions stand in the midst of other things."""
    cutter = _Cutter()
    at = 0
    for found in _CHUNK.finditer(text):
        cutter.add(found[0], text[at : found.start()])
        at = found.end()
    return cutter.finish()


@dataclass(slots=True)
class _Cutter:
    """Gathers chunks, the texts between blank lines, to pieces."""

    parts: list[Piece] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)
    open: _Open = field(default_factory=lambda: _Open())
    line: int = 0
    begun: int = 0
    is_clear: bool = True

    def add(self, chunk: str, above: str) -> None:
        """The next chunk, and the blank lines above the first one; it may begin a new piece."""
        facts = _facts(chunk)
        ends = self.open.ends_before(chunk)
        # What stands behind a list decides in some flavours how its items are set.
        defines = facts.defines_all and self.open.is_plain
        if ends and self.chunks and (facts.starts or defines):
            self._end()
        if ends and defines and not self.chunks:
            self.definitions.append(chunk)
            self._end_at(self.line + facts.lines + above.count("\n"))
        else:
            self.is_clear = self.is_clear and not facts.defines
            self.chunks.append(above + chunk)
            self.open.follow(chunk, facts)
        self.line += facts.lines + above.count("\n")

    def finish(self) -> Pieces | None:
        """All pieces."""
        self._end()
        return Pieces(tuple(self.parts), "".join(self.definitions)) if self.is_clear else None

    def _end(self) -> None:
        if self.chunks:
            self.parts.append(Piece("".join(self.chunks), self.begun))
            self.chunks = []
        self._end_at(self.line)

    def _end_at(self, line: int) -> None:
        self.begun = line
        self.open = _Open()


@dataclass(slots=True)
class _Open:
    """What is open at the end of a piece, as far as it can be told for all flavours."""

    fence: str = ""
    indent: int = 0
    is_strange: bool = False
    is_plain: bool = True
    has_terms: bool = False
    waits: bool = False
    dollars: int = 0
    marks: int = 0
    tags: Counter[str] = field(default_factory=Counter)

    def ends_before(self, chunk: str) -> bool:
        """Whether a new piece may begin; the terms of a list look like paragraphs."""
        if self.has_terms and not chunk.startswith("#"):
            return False
        if self.fence or self.is_strange or self.waits or self.dollars % 2 or self.marks:
            return False
        return not any(self.tags.values())

    def follow(self, chunk: str, facts: _Facts) -> None:
        """Go through one more chunk."""
        if self.fence or facts.has_fence:
            self._apply(_effect(self._outside(chunk)))
        elif facts.effect is not None:
            self._apply(facts.effect)

    def _apply(self, effect: _Effect) -> None:
        self.waits = effect.waits
        self.is_plain = self.is_plain and effect.is_plain
        self.has_terms = self.has_terms or effect.has_terms
        self.dollars += effect.dollars
        self.marks += effect.marks
        for name, count in effect.tags:
            self.tags[name] += count

    def _outside(self, chunk: str) -> str:
        """What of a chunk stands outside of fences."""
        kept = []
        for line in _LINE.findall(chunk):
            found = _FENCE.match(line)
            if self.fence:
                self._within(line, found)
            elif found and not (found[2][0] == "`" and "`" in found[3]):
                self._open_fence(found)
            else:
                self.is_plain = self.is_plain and not _INDENTED.match(line)
                kept.append(line)
        return "".join(kept)

    def _open_fence(self, found: re.Match[str]) -> None:
        self.fence, self.indent = found[2], len(found[1])
        # Flavours differ on what they take for the name of a language, and on fences in lists.
        if len(found[3].split()) > 1 or (not self.is_plain and not self.indent):
            self.is_strange = True

    def _within(self, line: str, found: re.Match[str] | None) -> None:
        if line.strip() and len(line) - len(line.lstrip(" ")) < self.indent:
            self.is_strange = True
        if found and found[2][0] == self.fence[0] and not found[3].strip():
            # A closing line of another length closes in some flavours only.
            self.is_strange = self.is_strange or found[2] != self.fence
            self.fence = ""


@dataclass(frozen=True, slots=True)
class _Effect:
    """What text outside of fences opens more often than it closes it."""

    waits: bool
    is_plain: bool
    has_terms: bool
    dollars: int
    marks: int
    tags: tuple[tuple[str, int], ...]


def _effect(outside: str) -> _Effect:
    last = outside.rstrip().rsplit("\n", 1)[-1]
    is_plain = not any(map(_INDENTED.match, outside.split("\n")))
    has_terms = _TERMS.search(outside) is not None
    outside = _CODE.sub(" ", outside)
    tags: Counter[str] = Counter()
    for close, name, rest in _TAG.findall(outside):
        if name.lower() not in _VOID and not rest.endswith("/"):
            tags[name.lower()] += -1 if close else 1
    return _Effect(
        waits=last.lstrip().startswith("{:"),
        is_plain=is_plain,
        has_terms=has_terms,
        dollars=outside.count("$$"),
        marks=sum(outside.count(a) - outside.count(b) for a, b in _SECTIONS),
        tags=tuple(tags.items()),
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """What can be told of a chunk by itself; ``effect`` is None where it changes nothing."""

    lines: int
    starts: bool
    has_fence: bool
    effect: _Effect | None
    defines: bool
    defines_all: bool


@lru_cache(maxsize=8192)
def _facts(chunk: str) -> _Facts:
    has_fence = _FENCES.search(chunk) is not None
    return _Facts(
        lines=chunk.count("\n"),
        starts=_START.match(chunk) is not None,
        has_fence=has_fence,
        effect=_effect(chunk) if not has_fence and _SPECIAL.search(chunk) else None,
        defines="]:" in chunk and _DEFINITION.search(chunk) is not None,
        defines_all=_DEFINITIONS.fullmatch(chunk) is not None,
    )


def needed(definitions: str, piece: str) -> str:
    """The lines of ``definitions`` whose labels ``piece`` mentions, and maybe more."""
    words = _folded(piece)
    return "".join(
        line
        for line in _LINE.findall(definitions)
        if (found := _LABEL.search(line)) and _folded(found[1]) in words
    )


def _folded(text: str) -> str:
    return " ".join(text.lower().upper().replace(">", " ").split())
