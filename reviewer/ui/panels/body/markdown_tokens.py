"""What the parts of a Markdown line are, to colour them; one line at a time.

Not a parser: it follows what people see (headings, emphasis, links, code,
lists, quotes, HTML, Liquid tags and Hugo shortcodes) closely enough to help
the eye, in time that does not depend on the rest of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NORMAL = 0
COMMENT = 1
_FENCES = 2
"""States from here on are open code fences: twice their length, plus one for tildes."""

MOST = 20_000
"""Characters of a line that are looked at; beyond stands data, not prose."""


@dataclass(frozen=True, slots=True)
class Token:
    """Characters of a line and what they are."""

    start: int
    end: int
    kind: str


_FENCE = re.compile(
    r"^[ \t>]{0,12}(?:[-*+][ \t]+|\d+[.)][ \t]+)?(?P<fence>`{3,}|~{3,})(?P<rest>.*)$"
)
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:[ \t].*|$)")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_LIST = re.compile(r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+\[[ xX]\])?(?=[ \t])")
_INDENTED = re.compile(r"^(?: {4}|\t)(?![ \t]*(?:[-*+]|\d+[.)])[ \t])")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:[ \t]*\S+")

_TARGET = r"\((?:[^()\\\s]|\\.|\([^()]*\))*(?:[ \t]+[^()]*)?\)"
_PARTS = {
    "escape": r"\\[!-/:-@\[-`{-~]",
    "template": r"\{\{.*?\}\}|\{%.*?%\}|\{:[^}]*\}",
    "code": r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)",
    "comment": r"<!--.*?(?:-->|$)",
    "url": r"<(?:https?://|mailto:)[^>\s]+>|https?://[^\s<>)\]]+",
    "html": r"</?[A-Za-z][^<>]*>",
    "link": r"!?\[(?:[^\[\]\\]|\\.)*\](?:" + _TARGET + r"|\[[^\]]*\])|\[\^[^\]\s]+\]",
    "strong": r"\*\*(?=\S)(?:[^*]|\*(?!\*))+?(?<=\S)\*\*|(?<!\w)__(?=\S)[^_]+(?<=\S)__(?!\w)",
    "emphasis": r"\*(?=[^\s*])[^*]+(?<=\S)\*(?!\*)|(?<!\w)_(?=[^\s_])[^_]+(?<=\S)_(?!\w)",
    "strike": r"~~(?=\S)[^~]+~~",
}
_INLINE = re.compile("|".join(f"(?P<{kind}>{part})" for kind, part in _PARTS.items()))


def tokens(line: str, state: int = NORMAL) -> tuple[list[Token], int]:
    """The tokens of a line and the state after it; later tokens lie on top of earlier ones."""
    if state >= _FENCES:
        return _in_fence(line, state)
    if state == COMMENT:
        end = line.find("-->")
        if end < 0:
            return [Token(0, len(line), "comment")], COMMENT
        inline, after = _inline(line, end + 3)
        return [Token(0, end + 3, "comment"), *inline], after
    fence = _FENCE.match(line)
    if fence and not (fence["fence"][0] == "`" and "`" in fence["rest"]):
        opened = _FENCES + 2 * len(fence["fence"]) + (fence["fence"][0] == "~")
        return [Token(0, len(line), "code")], opened
    return _normal(line)


def _normal(line: str) -> tuple[list[Token], int]:
    if _RULE.match(line) or _UNDERLINE.match(line):
        return [Token(0, len(line), "rule")], NORMAL
    found: list[Token] = []
    if _HEADING.match(line):
        found.append(Token(0, len(line), "heading"))
    if quote := _QUOTE.match(line):
        found.append(Token(0, len(line), "quote"))
        found.append(Token(*quote.span(), "marker"))
    if item := _LIST.match(line):
        found.append(Token(*item.span(), "marker"))
    elif _INDENTED.match(line):
        return [Token(0, len(line), "code")], NORMAL
    if reference := _REFERENCE.match(line):
        found.append(Token(*reference.span(), "url"))
        return found, NORMAL
    inline, state = _inline(line, 0)
    return [*found, *inline], state


def _in_fence(line: str, state: int) -> tuple[list[Token], int]:
    length, is_tilde = divmod(state - _FENCES, 2)
    mark = "~" if is_tilde else "`"
    bare = line.strip(" \t>")
    closes = len(bare) >= length and not bare.strip(mark)
    return [Token(0, len(line), "code")], NORMAL if closes else state


def _inline(line: str, start: int) -> tuple[list[Token], int]:
    found: list[Token] = []
    state = NORMAL
    for match in _INLINE.finditer(line, start, MOST):
        if match.lastgroup == "comment" and not match[0].endswith("-->"):
            state = COMMENT
        found += _parts(match)
    return found, state


def _parts(match: re.Match[str]) -> list[Token]:
    kind = match.lastgroup or ""
    start, end = match.span()
    if kind == "escape":
        return [Token(start, start + 1, "marker")]
    if kind != "link":
        return [Token(start, end, kind)]
    middle = start + match[0].index("]", 1) + 1
    target = [Token(middle, end, "url")] if middle < end else []
    return [Token(start, middle, "link"), *target]
