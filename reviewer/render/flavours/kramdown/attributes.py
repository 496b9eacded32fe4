"""Attribute lists: ``{: .class #id key="value"}`` behind a block, before it, or behind a span."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Attributes = dict[str, str]

_CHARACTERS = r"(?:\\\}|[^\\}]|\\(?!\}))+"
_LINE = re.compile(rf"\{{:(?![:/])({_CHARACTERS})\}}\s*")
_NAMED = re.compile(rf"\{{:(\w[\w-]*):({_CHARACTERS})\}}\s*")
_EXTENSION = re.compile(r"\{::(\w+)[^}]*?(/)?\}\s*|\{:/\w*\}\s*")
_SPAN = re.compile(rf"\{{:({_CHARACTERS})\}}")
_ITEM = re.compile(rf"\s*\{{:(?![:/])({_CHARACTERS})\}}\s*")
_HEADING = re.compile(r"[\t ]\{#([^\W\d][^\s{}]*)\}$")
_PART = re.compile(
    r"""(?:^|\s)(?:([\w][\w-]*)=("|')(.*?)\2|([\w][\w-]*)|((?:\#[A-Za-z][\w:-]*|\.[^\s.\#]+)+))(?=\s|$)"""
)
_ID_OR_CLASS = re.compile(r"#([A-Za-z][\w:-]*)|\.([^\s.#]+)")
_TOKEN = "attribute_list"
_BLOCK_ENDS = ["paragraph", "reference", "blockquote", "list", "table"]


def attribute_lists(parser: MarkdownIt) -> None:
    """A plugin: attribute lists of blocks, list items, headings and spans."""
    parser.block.ruler.before("table", "attribute_list", _block_rule, {"alt": _BLOCK_ENDS})
    parser.inline.ruler.before("link", "attribute_list", _span_rule)
    parser.core.ruler.after("block", "attribute_lists", _apply)


def parse(text: str, named: dict[str, Attributes]) -> Attributes:
    """The attributes in a list; words without a sign stand for lists of that name."""
    found: Attributes = {}
    for key, _, value, word, short in _PART.findall(text):
        if word:
            merge(found, named.get(word, {}))
        elif short:
            for name, style in _ID_OR_CLASS.findall(short):
                merge(found, {"class": style} if style else {"id": name})
        else:
            merge(found, {key: value})
    return found


def merge(into: Attributes, more: Attributes) -> None:
    """Add attributes; classes come together, others replace."""
    for key, value in more.items():
        into[key] = f"{into[key]} {value}" if key == "class" and into.get(key) else value


def _set(token: Token, attributes: Attributes) -> None:
    for key, value in attributes.items():
        if key == "class":
            token.attrJoin(key, value)
        else:
            token.attrSet(key, value)


def _block_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if state.is_code_block(line):
        return False
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("{:", start):
        return False
    text = state.src[start : state.eMarks[line]]
    if named := _NAMED.fullmatch(text):
        if not silent:
            merge(state.env.setdefault("named", {}).setdefault(named[1], {}), parse(named[2], {}))
            state.line = line + 1
        return True
    if extension := _EXTENSION.fullmatch(text):
        return _extension(state, line, end, extension, silent)
    found = _LINE.fullmatch(text)
    if found is None:
        return False
    if not silent:
        token = state.push(_TOKEN, "", 0)
        token.content = found[1]
        token.hidden = line > 0 and not state.isEmpty(line - 1)
        state.line = line + 1
    return True


def _extension(state: StateBlock, line: int, end: int, found: re.Match[str], silent: bool) -> bool:
    """``{::comment}`` to ``{:/comment}`` is for authors only; others are switches."""
    if silent:
        return True
    last = line
    if found[1] == "comment" and not found[2]:
        while last + 1 < end and "{:/" not in state.getLines(last, last + 1, 0, False):
            last += 1
    state.line = last + 1
    return True


def _apply(state: StateCore) -> None:
    named: dict[str, Attributes] = state.env.get("named", {})
    tokens = state.tokens
    kept: list[Token] = []
    waiting: Attributes = {}
    for token in tokens:
        if token.type == _TOKEN:
            attributes = parse(token.content, named)
            target = _opening(kept) if token.hidden else None
            if target is None:
                merge(waiting, attributes)
            else:
                _set(target, attributes)
            continue
        if waiting and token.nesting >= 0:
            _set(token, waiting)
            waiting = {}
        kept.append(token)
    for at, token in enumerate(kept):
        _inner_lists(kept, at, token, named)
    state.tokens = kept


def _opening(tokens: list[Token]) -> Token | None:
    """The token that opened what the last one closed."""
    if not tokens or tokens[-1].nesting > 0:
        return None
    last = tokens[-1]
    if last.nesting == 0:
        return last
    for token in reversed(tokens):
        if token.nesting > 0 and token.level == last.level:
            return token
    return None


def _inner_lists(tokens: list[Token], at: int, token: Token, named: dict[str, Attributes]) -> None:
    """The list at the beginning of an item, and the id at the end of a heading."""
    if token.type != "inline":
        return
    if tokens[at - 1].type == "heading_open" and (found := _HEADING.search(token.content)):
        token.content = token.content[: found.start()].rstrip()
        tokens[at - 1].attrSet("id", found[1])
    elif tokens[at - 2].type == "list_item_open" and (item := _ITEM.match(token.content)):
        token.content = token.content[item.end() :]
        _set(tokens[at - 2], parse(item[1], named))


def _span_rule(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("{:", state.pos):
        return False
    found = _SPAN.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        target = None if state.pending else _opening(state.tokens)
        if target is None or target.type in ("text", "softbreak", "hardbreak"):
            return False
        _set(target, parse(found[1], state.env.get("named", {})))
    state.pos = found.end()
    return True
