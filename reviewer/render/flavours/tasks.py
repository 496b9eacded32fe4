"""Task lists: ``[ ]`` and ``[x]`` at the beginning of an item are boxes."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_core import StateCore
    from markdown_it.utils import EnvType, OptionsDict

_BOX = re.compile(r"\[([ xX])\]\s+(?=\S)")
_BARE_BOX = re.compile(r"\[([ xX])\]\s*")


def tasks(parser: MarkdownIt, list_class: str = "", *, bare: bool = False) -> None:
    """A plugin; with ``list_class`` lists have it, their items and boxes classes made of it.

    A ``bare`` box may stand without words behind it.
    """
    box = _BARE_BOX if bare else _BOX
    parser.core.ruler.after("inline", "tasks", partial(_apply, list_class=list_class, box=box))
    parser.add_render_rule("task_box", _box)


def _apply(state: StateCore, list_class: str, box: re.Pattern[str]) -> None:
    lists: list[Token] = []
    for at, token in enumerate(state.tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "inline" and state.tokens[at - 2].type == "list_item_open":
            replaced = _replace(token, list_class, box)
            if replaced and list_class:
                _mark(lists[-1], state.tokens[at - 2], list_class)


def _mark(whole: Token, item: Token, list_class: str) -> None:
    item.attrJoin("class", f"{list_class}-item")
    if list_class not in str(whole.attrGet("class") or "").split():
        whole.attrJoin("class", list_class)


def _replace(inline: Token, list_class: str, pattern: re.Pattern[str]) -> bool:
    text = inline.children[0] if inline.children else None
    found = pattern.match(inline.content)
    if text is None or found is None or text.type != "text" or len(text.content) < found.end():
        return False
    text.content = text.content[found.end() :]
    box = Token("task_box", "input", 0)
    box.attrs = {"type": "checkbox", "disabled": ""}
    if list_class:
        box.attrs |= {"disabled": "disabled", "class": f"{list_class}-item-checkbox"}
    if found[1] != " ":
        box.attrs["checked"] = ""
    inline.children = [box, *(inline.children or ())]
    return True


def _box(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    return f"<input{self.renderAttrs(tokens[idx])} /> "
