"""Icons of the Material theme: their drawings are not here, their names are shown instead."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from pymdownx import emoji, twemoji_db

if TYPE_CHECKING:
    from markdown import Markdown

_ICON = re.compile(
    r":((?:material|octicons|simple|fontawesome-(?:brands|regular|solid))-[\w-]+):", re.ASCII
)


class _Names(dict[str, dict[str, Any]]):
    """The emoji, and every name that is built like an icon's."""

    def get(self, key: str, default: Any = None) -> Any:
        found = super().get(key)
        if found is None and _ICON.fullmatch(key):
            return {"name": key}
        return default if found is None else found


def index(options: Any, md: Markdown) -> dict[str, Any]:
    """The index of names."""
    return {"name": "twemoji", "emoji": _Names(twemoji_db.emoji), "aliases": twemoji_db.aliases}


def drawn(
    index: str,
    shortname: str,
    alias: str | None,
    uc: str | None,
    alt: str,
    title: str | None,
    category: str | None,
    options: dict[str, Any],
    md: Markdown,
) -> Element:
    """An emoji as the extension draws it, an icon as a drawing that has a name alone."""
    if uc:
        svg: Element = emoji.to_svg(index, shortname, alias, uc, alt, title, category, options, md)
        return svg
    element = Element("span", {"class": str(options.get("classes", index))})
    name = escape(shortname.strip(":"))
    element.text = md.htmlStash.store(f'<svg aria-label="{name}"></svg>')
    return element
