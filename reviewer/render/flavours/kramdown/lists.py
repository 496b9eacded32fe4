"""Which items of a list hold paragraphs: kramdown asks of each one, CommonMark of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token


def tight_items(parser: MarkdownIt) -> None:
    """A plugin: the first paragraph of an item is bare unless a blank line follows it."""
    parser.core.ruler.after("attribute_lists", "tight_items", _apply)


def _apply(state: StateCore) -> None:
    lines = state.src.split("\n")
    lists: list[_Items] = []
    for at, token in enumerate(state.tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            token.attrs.pop("start", None)
            lists.append([])
        elif token.type == "list_item_open":
            lists[-1].append(at)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            _settle(state.tokens, lists.pop(), lines)


_Items = list[int]


def _settle(tokens: list[Token], items: _Items, lines: list[str]) -> None:
    bare_before = False
    for number, at in enumerate(items):
        end = items[number + 1] if number + 1 < len(items) else len(tokens)
        inside = _paragraphs(tokens, at, end)
        for place in inside:
            tokens[place].hidden = tokens[place + 2].hidden = False
        first = tokens[at + 1]
        if first.type != "paragraph_open" or not first.map:
            bare_before = True
            continue
        is_last = number == len(items) - 1
        alone = tokens[at + 4].type == "list_item_close"
        blank = first.map[1] >= len(lines) or not lines[first.map[1]].strip()
        bare = (not blank or (is_last and alone)) and (
            not is_last or len(items) == 1 or bare_before
        )
        first.hidden = tokens[at + 3].hidden = bare
        bare_before = bare_before or bare


def _paragraphs(tokens: list[Token], start: int, end: int) -> list[int]:
    """The paragraphs directly in the item that begins at ``start``."""
    level = tokens[start].level + 1
    found = []
    for at in range(start + 1, end):
        if tokens[at].type == "list_item_close" and tokens[at].level == level - 1:
            break
        if tokens[at].type == "paragraph_open" and tokens[at].level == level:
            found.append(at)
    return found
