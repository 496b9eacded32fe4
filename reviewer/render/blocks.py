"""The sanitised HTML as a list of top-level blocks, so that a preview replaces only what changed.

A block's own line stands beside it, the lines inside count from there: typing
one more line into a post then leaves the HTML of all later blocks as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from reviewer.render.sanitise import PHRASE_TAGS

if TYPE_CHECKING:
    from reviewer.render.images import Images

VOID = frozenset(("br", "hr", "img", "wbr", "col"))
PHRASES = frozenset(f"{PHRASE_TAGS} img".split())
_LOOSE = '<div class="loose">'
_TAG = re.compile(r'<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:[^>"]|"[^"]*")*>')
_ATTRIBUTE = re.compile(r'\b(src|alt|href)="([^"]*)"')
_LINE = re.compile(r' data-line="(\d+)"')


@dataclass(frozen=True, slots=True)
class Block:
    """One element of the article; ``line`` counts from 1 in the body, 0 is unknown."""

    html: str
    line: int = 0

    def marked(self) -> str:
        """The HTML with the line as its attribute, as it stands in the page."""
        if not self.line:
            return self.html
        name = re.match(r"<[a-z0-9]+", self.html)
        at = name.end() if name else 0
        return f'{self.html[:at]} data-line="{self.line}"{self.html[at:]}'


def is_loose(block: Block) -> bool:
    """Whether ``block`` may be text and phrases that stood between elements."""
    return block.html.startswith(_LOOSE)


@dataclass(frozen=True, slots=True)
class Split:
    """The blocks, and the addresses of the images that were not loaded."""

    blocks: tuple[Block, ...]
    blocked: tuple[str, ...]


def split(html: str, images: Images) -> Split:
    """Cut well-formed ``html`` into its top-level elements.

    Loose text and phrases between them become a block of their own. Images are
    shown as ``images`` says; ``data-line`` becomes ``data-offset`` within a block.
    """
    cutter = _Cutter(images)
    at = 0
    for found in _TAG.finditer(html):
        cutter.text(html[at : found.start()])
        cutter.tag(found)
        at = found.end()
    cutter.text(html[at:])
    return cutter.finish()


@dataclass(slots=True)
class _Cutter:
    """Collects blocks while the tags pass by."""

    images: Images
    blocks: list[Block] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    depth: int = 0
    line: int = 0
    loose: bool = False

    def text(self, text: str) -> None:
        """Text between two tags."""
        if self.depth == 0 and not self.loose:
            if not text.strip():
                return
            self.loose = True
        self.parts.append(text)

    def tag(self, found: re.Match[str]) -> None:
        """A start or end tag."""
        name = found["name"].lower()
        if self.depth == 0:
            self._begin(phrase=name in PHRASES)
        if found["close"]:
            self.parts.append(found[0])
            self.depth -= 1
        else:
            self.parts.append(self._opened(name, found[0]))
            self.depth += name not in VOID
        if self.depth == 0 and not self.loose:
            self._end()

    def finish(self) -> Split:
        """All blocks, with what is still open."""
        self._end()
        return Split(tuple(self.blocks), tuple(self.blocked))

    def _begin(self, *, phrase: bool) -> None:
        if self.loose and not phrase:
            self._end()
        self.loose = self.loose or phrase

    def _end(self) -> None:
        html = "".join(self.parts).strip()
        if html:
            whole = f"{_LOOSE}{html}</div>" if self.loose else html
            self.blocks.append(Block(whole, self.line))
        self.parts.clear()
        self.line = 0
        self.loose = False

    def _opened(self, name: str, tag: str) -> str:
        tag = _LINE.sub(self._offset, tag)
        if name == "img":
            return self._image(tag)
        return self._link(tag) if name == "a" else tag

    def _offset(self, found: re.Match[str]) -> str:
        line = int(found[1])
        if not self.line:
            self.line = line
        if self.depth == 0:
            return ""
        return f' data-offset="{line - self.line}"' if line > self.line else ""

    def _image(self, tag: str) -> str:
        values = _values(tag)
        shown = self.images.show(tag, values.get("src", ""), values.get("alt", ""))
        if shown.blocked:
            self.blocked.append(shown.blocked)
        return shown.html

    def _link(self, tag: str) -> str:
        return self.images.targets.link(tag, _values(tag).get("href", ""))


def _values(tag: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag)}
