"""Liquid tags and shortcodes: kept out of Markdown's way, then shown as labelled chips.

The site's engine replaces ``{% include x %}`` or ``{{< figure >}}`` before or
beside Markdown; here nobody can, and a preview that dropped them would hide
from the editor what readers will see. Each tag becomes one private character
that Markdown does not touch, and afterwards a chip, or its own text in code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Flag, auto
from html import escape

FIRST_PRIVATE = 0xF0000
LAST_PRIVATE = 0x10FFFD
LONGEST_LABEL = 60


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
_LIQUID = [_between(r"\{%", r"%\}"), _between(r"\{\{", r"\}\}")]
_PATTERNS = {
    TagSyntax.LIQUID: re.compile("|".join(_LIQUID)),
    TagSyntax.SHORTCODES: re.compile("|".join(_SHORTCODES)),
    TagSyntax.ALL: re.compile("|".join(_SHORTCODES + _LIQUID)),
}
_NAME = re.compile(r"\{%-?\s*(\w+)\s*(.*?)\s*-?%\}", re.DOTALL)
_FENCE = "~" * 12

_PRIVATE_RANGE = f"{chr(FIRST_PRIVATE)}-{chr(LAST_PRIVATE)}"
_MARKUP = re.compile(
    rf"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[{_PRIVATE_RANGE}]"
)
_PRIVATE = re.compile(f"[{_PRIVATE_RANGE}]")
_CODE = frozenset(("pre", "code"))

_BASE = re.compile(r"\{\{-?\s*(?:site\.(?:baseurl|url)|base_path)\s*-?\}\}")
_FILTERED = re.compile(
    r"\{\{-?\s*(?P<quote>[\"'])(?P<path>[^\"']*)(?P=quote)\s*"
    r"\|\s*(?:relative_url|absolute_url|prepend:\s*site\.baseurl)\b[^}]*\}\}"
)


@dataclass(frozen=True, slots=True)
class Protected:
    """A text whose tags are private characters, with as many lines as before."""

    text: str
    tags: tuple[str, ...]
    first: int
    """The character behind which the tags' own lie; it fills a tag's further lines."""

    def restore(self, html: str) -> str:
        """Rendered HTML with the tags back: chips in text, themselves in code and addresses."""
        if not self.tags:
            return html
        depth = 0

        def shown(found: re.Match[str]) -> str:
            nonlocal depth
            name = found["name"]
            if name is None:
                return self._character(found[0], in_code=depth > 0)
            if name.lower() in _CODE:
                depth = max(0, depth + (-1 if found["close"] else 1))
            return _PRIVATE.sub(self._in_address, found[0])

        restored = _MARKUP.sub(shown, html)
        filler = chr(self.first)
        return restored.replace("\n" + filler, "").replace(filler, "")

    def plain(self, text: str) -> str:
        """``text`` with the tags as they were written."""
        return _PRIVATE.sub(lambda found: self._source(found[0]) or found[0], text)

    def name(self, text: str) -> str:
        """The same for two parts of protected texts that are restored alike."""
        found = _PRIVATE.findall(text) if self.tags else ()
        return "\0".join((text, *(self._source(one) or "" for one in found)))

    def _character(self, character: str, *, in_code: bool) -> str:
        source = self._source(character)
        if source is None:
            return character
        return escape(source) if in_code else chip(source)

    def _in_address(self, found: re.Match[str]) -> str:
        source = self._source(found[0])
        return found[0] if source is None else escape(address(source))

    def _source(self, character: str) -> str | None:
        index = ord(character) - self.first - 1
        return self.tags[index] if 0 <= index < len(self.tags) else None


def protect(text: str, syntax: TagSyntax = TagSyntax.ALL) -> Protected:
    """``text`` with each template tag replaced by one character of its own.

    A ``{% highlight %}`` block becomes a fenced one, ``{% raw %}`` gives way to
    what it holds; no line moves.
    """
    first = max(ord(max(text, default=" ")) + 1, FIRST_PRIVATE)
    if syntax is TagSyntax.NONE or "{" not in text:
        return Protected(text, (), first)
    replacer = _Replacer(text, _PATTERNS[syntax], first)
    return Protected(replacer.run(), tuple(replacer.tags), first)


@dataclass(slots=True)
class _Replacer:
    """Walks over the tags of a text from the first to the last."""

    text: str
    pattern: re.Pattern[str]
    first: int
    tags: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def run(self) -> str:
        """The text with its tags replaced."""
        found = list(self.pattern.finditer(self.text))
        ends = _places(found)
        at = index = 0
        while index < len(found):
            tag = found[index]
            self.parts.append(self.text[at : tag.start()])
            last = self._last(index, found, ends)
            self._replace(tag, found[last])
            at = found[last].end()
            index = last + 1
        self.parts.append(self.text[at:])
        return "".join(self.parts)

    def _last(self, index: int, found: list[re.Match[str]], ends: dict[str, list[int]]) -> int:
        """The tag that closes a raw, comment or highlight block, or the tag itself."""
        name = _name(found[index][0])
        closing = ends.get(f"end{name}", [])
        place = bisect_right(closing, index)
        return closing[place] if name in _WHOLE and place < len(closing) else index

    def _replace(self, opening: re.Match[str], closing: re.Match[str]) -> None:
        inner = self.text[opening.end() : closing.start()]
        name = _name(opening[0])
        if opening is not closing and name == "raw":
            self.parts.append(inner)
        elif opening is not closing and name == "highlight" and inner.startswith("\n"):
            self.parts.append(f"{_FENCE}{_language(opening[0])}\n{inner.strip(chr(10))}\n{_FENCE}")
        else:
            self._keep(self.text[opening.start() : closing.end()])

    def _keep(self, source: str) -> None:
        if self.first + len(self.tags) >= LAST_PRIVATE:
            self.parts.append(source)
            return
        self.tags.append(source)
        filling = ("\n" + chr(self.first)) * source.count("\n")
        self.parts.append(chr(self.first + len(self.tags)) + filling)


_WHOLE = frozenset(("raw", "comment", "highlight"))


def _places(found: list[re.Match[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, tag in enumerate(found):
        name = _name(tag[0])
        if name.startswith("end"):
            places[name].append(index)
    return places


def _name(source: str) -> str:
    found = _NAME.match(source)
    return found[1] if found else ""


def _language(source: str) -> str:
    found = _NAME.match(source)
    words = found[2].split() if found else []
    return words[0] if words else ""


def chip(source: str) -> str:
    """The HTML of a labelled chip that stands for a tag."""
    return f'<span class="chip" title="{escape(source)}">{escape(label(source))}</span>'


def label(source: str) -> str:
    """What a tag says, without its braces and not longer than a chip should be."""
    if _name(source) == "comment":
        return "comment"
    words = " ".join(source.strip("{}%<>- \n\t").split())
    if len(words) > LONGEST_LABEL:
        words = words[: LONGEST_LABEL - 1].rstrip() + "…"
    return words or source


def address(source: str) -> str:
    """What a tag inside an address stands for, where that is known; else the tag."""
    if _BASE.fullmatch(source):
        return ""
    filtered = _FILTERED.fullmatch(source)
    return filtered["path"] if filtered else source
