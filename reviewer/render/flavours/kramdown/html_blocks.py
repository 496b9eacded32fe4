"""HTML among the blocks: kramdown takes whole elements, and Markdown only where they say so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

SPAN_ELEMENTS = frozenset(
    (
        *("a", "abbr", "acronym", "b", "big", "bdo", "br", "button", "cite", "code", "del", "dfn"),
        *("em", "i", "img", "input", "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc"),
        *("rp", "rt", "rtc", "ruby", "samp", "select", "small", "span", "strong", "sub", "sup"),
        *("tt", "u", "var"),
    )
)
SPAN_CONTENT = frozenset(
    (
        *("a", "abbr", "b", "big", "button", "cite", "caption", "del", "dt", "em", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "i", "ins", "label", "legend", "p", "q", "select", "small"),
        *("span", "strong", "sub", "sup", "th", "tt"),
    )
)
BLOCK_CONTENT = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl"),
        *("fieldset", "figure", "figcaption", "footer", "form", "header", "hgroup", "iframe"),
        *("li", "main", "map", "menu", "nav", "noscript", "object", "section", "summary", "td"),
    )
)
VOID = frozenset(
    (
        *("area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen"),
        *("link", "meta", "param", "source", "track", "wbr"),
    )
)
MOST_LINES_INSIDE = 200
_NAME = r"[a-zA-Z_][\w:.-]*"
_ATTRIBUTES = rf"(?:\s+{_NAME}(?:\s*=\s*(?:\w+|\"[^\"]*\"|'[^']*'))?)*"
_OPEN = re.compile(rf"<({_NAME})({_ATTRIBUTES})\s*(/)?>")
_TAG = re.compile(rf"<!--|<(/)?({_NAME})({_ATTRIBUTES})\s*(/)?>")
_MARKDOWN = re.compile(r"\s+markdown\s*=\s*(?:\"(\w*)\"|'(\w*)'|(\w+))")
_END_ONLY = re.compile(rf"</({_NAME})\s*>")
_BLOCK_ENDS = ["paragraph", "reference", "blockquote"]


def html_blocks(parser: MarkdownIt) -> None:
    """A plugin: this rule in place of CommonMark's."""
    parser.block.ruler.at("html_block", _rule, {"alt": _BLOCK_ENDS})


@dataclass(frozen=True, slots=True)
class Piece:
    """HTML as it is written or, with ``markdown``, text to be rendered; ``at`` is its place."""

    text: str
    at: int
    markdown: str = ""


def _rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    if state.is_code_block(line) or not state.src.startswith("<", start):
        return False
    if not _begins(state.src, start):
        return False
    if silent:
        return True
    text, at = _source(state, line, end, start)
    walker = _Walker(text, at)
    walker.run()
    lines = text.count("\n", at, walker.end)
    state.line = line + lines + 1
    rest = text[walker.end : _line_end(text, walker.end)]
    _emit(state, [*walker.pieces, Piece(rest, walker.end)], text, at, line)
    return True


def _begins(text: str, start: int) -> bool:
    if text.startswith("<!--", start):
        return text.find("-->", start) >= 0
    found = _OPEN.match(text, start)
    return found is not None and found[1].lower() not in SPAN_ELEMENTS


def _source(state: StateBlock, line: int, end: int, start: int) -> tuple[str, int]:
    """The text in which the element ends, and where it begins there."""
    if state.level == 0:
        return state.src, start
    last = line + 1
    while last < min(end, line + MOST_LINES_INSIDE) and (
        state.isEmpty(last) or state.sCount[last] >= state.blkIndent
    ):
        last += 1
    text = state.getLines(line, last, state.blkIndent, False)
    return text, len(text) - len(text.lstrip())


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _emit(state: StateBlock, pieces: list[Piece], text: str, start: int, line: int) -> None:
    at, here = start, line
    for piece in pieces:
        here += text.count("\n", at, piece.at)
        at = piece.at
        if piece.markdown:
            _markdown(state, piece, here)
        elif piece.text:
            token = state.push("html_block", "", 0)
            token.content = piece.text
            token.map = [here, here + 1]


def _markdown(state: StateBlock, piece: Piece, line: int) -> None:
    if piece.markdown == "span":
        token = state.push("inline", "", 0)
        token.content = piece.text.strip()
        token.map = [line, line + 1]
        token.children = []
        return
    begun = len(state.tokens)
    state.md.block.parse(piece.text, state.md, state.env, state.tokens)
    for token in state.tokens[begun:]:
        if token.map:
            token.map = [token.map[0] + line, token.map[1] + line]


@dataclass(slots=True)
class _Walker:
    """Goes from tag to tag until the first element is closed, as kramdown sees it."""

    text: str
    at: int
    pieces: list[Piece] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    end: int = 0

    def run(self) -> None:
        """Collect the pieces of the element at ``at``."""
        if self.text.startswith("<!--", self.at):
            self._keep(self.text.index("-->", self.at) + 3)
            self.end = self.at
            return
        place = self.at
        while found := _TAG.search(self.text, place):
            place = self._tag(found)
            if not self.stack:
                break
        else:
            place = len(self.text)
        self._keep(place)
        self.end = place
        closing = "".join(f"</{name}>" for name in reversed(self.stack))
        self.pieces.append(Piece(closing, place))

    def _keep(self, end: int) -> None:
        self.pieces.append(Piece(self.text[self.at : end], self.at))
        self.at = end

    def _tag(self, found: re.Match[str]) -> int:
        if found[2] is None:
            end = self.text.find("-->", found.end())
            return len(self.text) if end < 0 else end + 3
        name = found[2].lower()
        if found[1]:
            return self._close(name, found)
        if name in VOID or found[4]:
            self._without_switch(found)
            return found.end()
        if name in ("script", "style"):
            return self._skip(name, found.end())
        self.stack.append(name)
        return self._open(name, found)

    def _close(self, name: str, found: re.Match[str]) -> int:
        if self.stack and self.stack[-1] == name:
            self.stack.pop()
        else:
            self._keep(found.start())
            self.at = found.end()
        return found.end()

    def _skip(self, name: str, start: int) -> int:
        end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.text, start)
        return end.end() if end else len(self.text)

    def _open(self, name: str, found: re.Match[str]) -> int:
        kind = self._kind(name, self._without_switch(found))
        if not kind:
            return found.end()
        end = self._matching(name, found.end())
        self._keep(found.end())
        self.pieces.append(Piece(self.text[self.at : end], self.at, kind))
        self.at = end
        return end

    def _without_switch(self, found: re.Match[str]) -> str:
        """What the attribute ``markdown`` says; the site's page does not have it."""
        switch = _MARKDOWN.search(self.text, found.start(3), found.end(3))
        if switch is None:
            return ""
        self._keep(switch.start())
        self.at = switch.end()
        return switch[1] or switch[2] or switch[3] or ""

    def _kind(self, name: str, switch: str) -> str:
        if switch in ("block", "span"):
            return switch
        if switch != "1":
            return ""
        return "span" if name in SPAN_CONTENT else "block" if name in BLOCK_CONTENT else ""

    def _matching(self, name: str, start: int) -> int:
        """Where the end tag of the element begins, those of equal elements inside passed over."""
        depth = 1
        for found in re.compile(rf"<(/)?{name}\b[^>]*>", re.IGNORECASE).finditer(self.text, start):
            depth += -1 if found[1] else 1
            if depth == 0:
                return found.start()
        return len(self.text)
