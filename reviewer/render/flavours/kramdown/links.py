"""Addresses as kramdown reads them: with blanks and backslashes, up to the closing bracket."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

from markdown_it import helpers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_STOP = re.compile(r"[()]|\s(?=[\"'])")
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=\-~])")


def links(parser: MarkdownIt) -> None:
    """A plugin: kramdown's addresses, and descriptions of images as they are written."""
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkDestination=_destination,
        parseLinkLabel=helpers.parseLinkLabel,
        parseLinkTitle=helpers.parseLinkTitle,
    )
    parser.add_render_rule("image", _image)


def _destination(text: str, start: int, end: int) -> SimpleNamespace:
    if text.startswith("<", start):
        close = text.find(">", start, end)
        return SimpleNamespace(ok=close >= 0, pos=close + 1, str=text[start + 1 : close])
    depth = 0
    at = end
    for found in _STOP.finditer(text, start, end):
        if found[0] == "(":
            depth += 1
        elif found[0] != ")" or depth == 0:
            at = found.start()
            break
        else:
            depth -= 1
    if "\n" in text[start:at] and at == end:
        at = text.index("\n", start)
    address = text[start:at].strip()
    return SimpleNamespace(ok=True, pos=at, str=address)


def _image(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    tokens[idx].attrs["alt"] = _ESCAPED.sub(r"\1", tokens[idx].content)
    return self.renderToken(tokens, idx, options, env)
