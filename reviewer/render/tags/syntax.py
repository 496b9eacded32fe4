"""Where the tags of a text stand: Liquid's and those of Hugo's shortcodes."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class TagSyntax(Flag):
    """Which tags the site's engine knows."""

    NONE = 0
    LIQUID = auto()
    SHORTCODES = auto()
    ALL = LIQUID | SHORTCODES


_ENGINES = {
    "astro": TagSyntax.NONE,
    "hexo": TagSyntax.LIQUID,
    "hugo": TagSyntax.SHORTCODES,
    "jekyll": TagSyntax.LIQUID,
    "obsidian": TagSyntax.NONE,
    "zola": TagSyntax.LIQUID,
}


def syntax_of(engine: str) -> TagSyntax:
    """The tags that an engine, by its name, replaces; all of them where it is not known."""
    return _ENGINES.get(engine, TagSyntax.ALL)


def _between(opening: str, closing: str) -> str:
    # No tag holds a blank line or another tag's beginning: that also keeps the search linear.
    return rf"{opening}(?:(?!{closing}|\{{[{{%]|\n[ \t]*\n)[\s\S])*{closing}"


_SHORTCODES = [_between(r"\{\{<", r">\}\}"), _between(r"\{\{%", r"%\}\}")]
# The way to write braces in Liquid: {{ "{{" }}.
_TEXT = r"\{\{-?[ ]?(?:\"[^\"\n]{1,200}\"|'[^'\n]{1,200}')[ ]?-?\}\}"
_LIQUID = [_TEXT, _between(r"\{%", r"%\}"), _between(r"\{\{", r"\}\}")]
_PATTERNS = {
    TagSyntax.LIQUID: re.compile("|".join(_LIQUID)),
    TagSyntax.SHORTCODES: re.compile("|".join(_SHORTCODES)),
    TagSyntax.ALL: re.compile("|".join(_SHORTCODES + _LIQUID)),
}
_NAME = re.compile(r"[\w./-]*")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag; ``kind`` is liquid, output, shortcode or, for one that is only spoken of, quoted.

    ``rest`` is what stands behind the ``name``; an output has no name.
    """

    source: str
    start: int
    end: int
    kind: str
    name: str = ""
    rest: str = ""
    closes: bool = False


def tags_of(text: str, syntax: TagSyntax) -> list[Tag]:
    """All tags of a text in their order."""
    return [_tag(found) for found in _PATTERNS[syntax].finditer(text)]


def closings(tags: Iterable[Tag]) -> dict[tuple[str, str], list[int]]:
    """By kind and name of what they close, the places of all closing tags in ``tags``."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, tag in enumerate(tags):
        if tag.closes:
            places[(tag.kind, tag.name)].append(index)
    return places


def _tag(found: re.Match[str]) -> Tag:
    source, start, end = found[0], found.start(), found.end()
    if source[:3] in ("{{<", "{{%"):
        inner = source[3:-3].strip()
        if inner.startswith("/*") and inner.endswith("*/"):
            return Tag(source, start, end, "quoted", rest=inner[2:-2])
        name, rest = _named(inner.removeprefix("/").lstrip())
        return Tag(source, start, end, "shortcode", name, rest, inner.startswith("/"))
    inner = source[2:-2].removeprefix("-").removesuffix("-").strip()
    if source.startswith("{{"):
        return Tag(source, start, end, "output", rest=inner)
    name, rest = _named(inner)
    closes = name.startswith("end") and len(name) > 3
    return Tag(source, start, end, "liquid", name[3:] if closes else name, rest, closes)


def _named(inner: str) -> tuple[str, str]:
    found = _NAME.match(inner)
    end = found.end() if found else 0
    return inner[:end], inner[end:].strip().removesuffix("/").rstrip()
