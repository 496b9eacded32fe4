"""Keeps tags out of Markdown's way: known values stand in their places, the rest is marked.

The engine replaces ``{{ site.title }}`` before Markdown, and shortcodes beside
it. A tag that prints text gives way to it at once; any other becomes one
private character that Markdown does not touch. No line moves.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.render.tags import shortcodes
from reviewer.render.tags.code import highlighted_block, plain_block
from reviewer.render.tags.liquid import Liquid
from reviewer.render.tags.protected import FIRST_PRIVATE, LAST_PRIVATE, Protected
from reviewer.render.tags.replacement import Replacement, block, chip, nothing, words
from reviewer.render.tags.surroundings import Alone
from reviewer.render.tags.syntax import TagSyntax, closings, tags_of

if TYPE_CHECKING:
    from reviewer.render.tags.surroundings import Surroundings
    from reviewer.render.tags.syntax import Tag

LONGEST_BLANK = 200
_ENCLOSING = ("raw", "comment", "highlight")


def protect(
    text: str, syntax: TagSyntax = TagSyntax.ALL, around: Surroundings | None = None
) -> Protected:
    """``text`` with its tags replaced; ``around`` is the site that they ask."""
    first = _first_free(text)
    if syntax is TagSyntax.NONE or "{" not in text:
        return Protected(text, (), first)
    replacer = _Replacer(text, tags_of(text, syntax), around or Alone(), first)
    return Protected(replacer.run(), tuple(replacer.kept), first)


def _first_free(text: str) -> int:
    """The first private character behind all those that the text has itself."""
    # Hardly any text has such characters, and to look for the last one takes its time.
    if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return FIRST_PRIVATE
    return max(ord(max(text)) + 1, FIRST_PRIVATE)


@dataclass(slots=True)
class _Replacer:
    """Walks over the tags of a text from the first to the last."""

    text: str
    tags: list[Tag]
    around: Surroundings
    first: int
    kept: list[Replacement] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    liquid: Liquid = field(init=False)

    def __post_init__(self) -> None:
        self.liquid = Liquid(self.around)

    def run(self) -> str:
        """The text with its tags replaced."""
        ends = closings(self.tags)
        at = index = 0
        while index < len(self.tags):
            tag = self.tags[index]
            self.parts.append(self.text[at : tag.start])
            last = index
            if not tag.closes and _encloses(tag):
                places = ends.get((tag.kind, tag.name), [])
                place = bisect_right(places, index)
                last = places[place] if place < len(places) else index
            if last == index:
                self._single(tag)
            else:
                self._pair(tag, self.tags[last])
            at = self.tags[last].end
            index = last + 1
        self.parts.append(self.text[at:])
        return "".join(self.parts)

    def _single(self, tag: Tag) -> None:
        text = self._printed(tag)
        if tag.name == "assign" and tag.kind == "liquid" and self.liquid.assign(tag.rest):
            self._skip(tag.source, tag.start, tag.end)
        elif text is None:
            self._keep(self._replacement(tag), tag.source)
        else:
            self._fill(text, tag.source)

    def _printed(self, tag: Tag) -> str | None:
        """The text of a tag that Liquid replaces before Markdown."""
        if tag.kind == "output":
            return self.liquid.output(tag.rest)
        if tag.kind == "liquid" and tag.name in ("link", "post_url"):
            return self.liquid.link(tag.rest)
        return None

    def _replacement(self, tag: Tag) -> Replacement:
        if tag.kind == "quoted":
            mark = tag.source[2], tag.source[-3]
            return words(tag.source, f"{{{{{mark[0]}{tag.rest}{mark[1]}}}}}")
        known = None
        if tag.kind == "shortcode" and not tag.closes:
            known = shortcodes.rendered(tag, self.around)
        return known or chip(tag.source)

    def _pair(self, opening: Tag, closing: Tag) -> None:
        source = self.text[opening.start : closing.end]
        inner = self.text[opening.end : closing.start]
        if opening.kind == "shortcode":
            self._keep(_code_of_shortcode(opening, closing, inner), source)
        elif opening.name == "raw":
            self.parts.append(inner)
        elif opening.name == "comment":
            self._skip(source, opening.start, closing.end)
        else:
            language, *options = opening.rest.split(None, 1) or [""]
            asked = _options(" ".join(options))
            html = highlighted_block(self._as_code(inner), language.lower(), asked, in_figure=True)
            self._keep(block(source, html), source, ends=True)

    def _as_code(self, inner: str) -> str:
        """Tags within a block of code print what they print elsewhere."""
        protected = protect(inner, TagSyntax.LIQUID, self.around)
        return "".join(
            tag.code if ord(sign) >= FIRST_PRIVATE and (tag := protected.tag(sign)) else sign
            for sign in protected.text.replace(f"\n{chr(protected.first)}", "")
        )

    def _skip(self, source: str, start: int, end: int) -> None:
        """What prints nothing leaves blank lines where nothing else stands on its lines."""
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        behind = self.text[end : end + LONGEST_BLANK].partition("\n")[0]
        if before.strip() or behind.strip():
            self._keep(nothing(source), source)
        else:
            self.parts.append("\n" * source.count("\n"))

    def _keep(self, replacement: Replacement, source: str, *, ends: bool = False) -> None:
        """Mark the place of a tag; with ``ends`` its further lines are blank."""
        if self.first + len(self.kept) >= LAST_PRIVATE:
            self.parts.append(source)
            return
        self.kept.append(replacement)
        sign = chr(self.first + len(self.kept))
        if ends:
            self.parts.append(sign + "\n" * source.count("\n"))
        else:
            self._fill(sign, source)

    def _fill(self, text: str, source: str) -> None:
        """``text`` with as many further lines as its source had."""
        self.parts.append(text + ("\n" + chr(self.first)) * source.count("\n"))


def _encloses(tag: Tag) -> bool:
    if tag.kind == "liquid":
        return tag.name in _ENCLOSING
    return tag.kind == "shortcode" and shortcodes.holds_code(tag.name)


def _code_of_shortcode(opening: Tag, closing: Tag, inner: str) -> Replacement:
    source = f"{opening.source}{inner}{closing.source}"
    if opening.name == "highlight":
        return block(source, shortcodes.code(opening, inner))
    chips = f"<p>{chip(opening.source).html}</p>", f"<p>{chip(closing.source).html}</p>"
    return block(source, f"{chips[0]}{plain_block(inner)}{chips[1]}")


def _options(text: str) -> dict[str, str]:
    """``linenos=table mark_lines="1 2"`` of Liquid's highlight."""
    arguments = shortcodes.Arguments.of(text)
    lines = {"hl_lines": arguments.get("mark_lines")} if arguments.get("mark_lines") else {}
    return {**dict.fromkeys(arguments.listed, "true"), **arguments.named, **lines}
