"""``[[Page#Heading|words]]`` and what is embedded with ``![[file]]``."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from reviewer.render.flavours.chips import chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_LINK = re.compile(r"!?\[\[([^\[\]|\n]+)(?:\\?\|([^\[\]\n]*))?\]\]")
_SIZE = re.compile(r"\s*(\d{1,5})(?:x(\d{1,5}))?\s*")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}")
_IMAGE = re.compile(r".*\.(?:png|jpe?g|gif|webp|avif|svg|bmp)", re.IGNORECASE)
_NO_WORD = re.compile(r"[^\w\- \t]")


def wikilinks(parser: MarkdownIt) -> None:
    """A plugin: links and embeds by the names of notes and files."""
    parser.inline.ruler.before("link", "wikilink", _link)
    parser.add_render_rule("wikilink", _render_link)
    parser.add_render_rule("embed", _render_embed)


def _link(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith(("[[", "![["), state.pos):
        return False
    found = _LINK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        kind = "embed" if found[0][0] == "!" else "wikilink"
        token = state.push(kind, "", 0)
        token.content, token.info = found[1].rstrip("\\").strip(), (found[2] or "").strip()
    state.pos = found.end()
    return True


def address(target: str) -> str:
    """The address of a note or file by its name, relative to the vault."""
    page, _, place = target.partition("#")
    name = page.strip()
    if name and not _ENDING.search(name[name.rfind("/") + 1 :]):
        name += ".md"
    heading = place.rpartition("#")[2].strip()
    anchor = heading if heading.startswith("^") else _slug(heading)
    address = quote(name, safe="/.~-_ ", errors="surrogateescape").replace(" ", "%20")
    return address + (f"#{quote(anchor, errors='surrogateescape')}" if anchor else "")


def _slug(heading: str) -> str:
    return re.sub(r"[ \t]", "-", _NO_WORD.sub("", heading.lower()))


def _render_link(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    target = tokens[idx].content
    words = tokens[idx].info or " > ".join(part for part in target.split("#") if part)
    return f'<a class="internal-link" href="{escape(address(target))}">{escape(words)}</a>'


def _render_embed(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    target, words = tokens[idx].content, tokens[idx].info
    if not _IMAGE.fullmatch(target.partition("#")[0].strip()):
        return chip(f"Embedded: {target}", f"![[{target}]]")
    size = _SIZE.fullmatch(words.rpartition("|")[2])
    width = f' width="{size[1]}"' if size else ""
    height = f' height="{size[2]}"' if size and size[2] else ""
    alt = escape(target if size or not words else words)
    return f'<img src="{escape(address(target))}" alt="{alt}"{width}{height}>'
