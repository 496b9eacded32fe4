"""Definition lists where goldmark differs: colons only, and each definition tight or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mdit_py_plugins.deflist import deflist_plugin

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token


def definitions(parser: MarkdownIt) -> None:
    """A plugin: definition lists as goldmark reads them."""
    parser.use(deflist_plugin)
    rule = next(each for each in parser.block.ruler.__rules__ if each.name == "deflist").fn

    def with_colons(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return not _is_wavy(state, start, end) and bool(rule(state, start, end, silent))

    parser.block.ruler.at("deflist", with_colons, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.core.ruler.after("block", "tight_definitions", _tighten)


def _is_wavy(state: StateBlock, start: int, end: int) -> bool:
    """Whether the first definition begins with a tilde, as elsewhere it may."""
    line = start + 1
    if line < end and state.isEmpty(line):
        line += 1
    return line < end and state.src.startswith("~", state.bMarks[line] + state.tShift[line])


def _tighten(state: StateCore) -> None:
    """A definition right below its term has no paragraphs of its own."""
    lines = state.src.split("\n")
    open_ones: list[tuple[Token, bool]] = []
    for at, token in enumerate(state.tokens):
        if token.type == "dd_open":
            # The plugin counts from the line of the term; what the definition holds is right.
            first = state.tokens[at + 1].map or [0]
            open_ones.append((token, bool(lines[first[0] - 1].strip(" \t>"))))
        elif token.type == "dd_close":
            open_ones.pop()
        elif open_ones and token.type in ("paragraph_open", "paragraph_close"):
            definition, is_tight = open_ones[-1]
            if token.level == definition.level + 1:
                token.hidden = is_tight
