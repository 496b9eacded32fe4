"""Blocks between colons, as Docusaurus, VitePress and their kin have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mdit_py_plugins.container import container_plugin

from reviewer.render.flavours.admonitions import opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_PARAMS = re.compile(
    r"\s*(?P<kind>[a-zA-Z][\w-]*)\s*(?:\[(?P<title>.*)\])?(?P<rest>[^{]*)(?:\{.*)?"
)


def containers(parser: MarkdownIt) -> None:
    """A plugin: ``:::note Title`` up to ``:::``."""
    container_plugin(parser, "colons", ":", validate=_is_one, render=_render)


def _is_one(params: str, _markup: str) -> bool:
    return _PARAMS.fullmatch(params) is not None


def _render(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[idx]
    if token.nesting < 0:
        return "</div>\n"
    found = _PARAMS.fullmatch(token.info)
    kind = found["kind"].lower() if found else ""
    title = (found["title"] or found["rest"] or "").strip() if found else ""
    return opening(kind, self.renderAttrs(token), title)
