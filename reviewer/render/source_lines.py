"""Tells each block of the rendered HTML the line of the text it comes from.

Python-Markdown keeps no positions. A block processor that never takes a block
sees every piece of text just before it is parsed, finds its first line in the
source from where the last one was found, and a tree processor writes the lines
as ``data-line`` afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from markdown.blockparser import BlockParser

ATTRIBUTE = "data-line"
_ALIKE = 3
_ONE_TAG = re.compile(r"<[^<>]*>")
_PIECE = "8<-"
_PIECES = re.compile(r"\s*-+8<-+\s*")
"""Between two such lines the names of pieces stand alone."""
_FIRST_TAG = re.compile(r"\s*<[a-zA-Z][\w-]*")


class SourceLines(Extension):
    """To be given to Markdown behind all other extensions.

    Fences are Python-Markdown's own or, with ``superfences``, those of pymdown-extensions,
    or, with neither, ordinary text.
    """

    def __init__(self, *, superfences: bool = False) -> None:
        super().__init__()
        self._superfences = superfences

    def extendMarkdown(self, md: Markdown) -> None:
        """Register fences that keep count, the memory, the observer and the writer."""
        seeker = Seeker(md)
        if self._superfences:
            fences: Any = md.preprocessors["fenced_code_block"]
            seeker.stash = fences.extension.stash
        if "fenced_code_block" in md.preprocessors and not self._superfences:
            md.preprocessors.register(_CountedFences(md, seeker), "fenced_code_block", 25)
        else:
            counted = _Counted(md, seeker)
            md.preprocessors.register(_Remembered(md, counted), "source_lines_first", 900)
            md.preprocessors.register(counted, "source_lines", 26)
        md.parser.blockprocessors.register(_Observer(md.parser, seeker), "source_lines", 1000)
        # After codehilite, which clears the elements it replaces; before inline patterns.
        md.treeprocessors.register(_Writer(md, seeker), "source_lines", 25)


@dataclass(frozen=True, slots=True)
class Mark:
    """The child that ``parent`` has at ``index`` in the end comes from ``line``."""

    parent: Element
    index: int
    line: int


@dataclass(slots=True)
class Seeker:
    """Finds blocks in the lines of the source, from the first to the last."""

    md: Markdown
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    at: int = 0
    height: int = 0
    last: str = ""
    stash: Any = None
    """Where pymdown-extensions keep the source of fences, if they do."""

    def begin(self, lines: list[str], numbers: list[int]) -> None:
        """Seek in ``lines``; ``numbers`` says which line of the source each one is."""
        self.lines = [" ".join(line.split()) for line in lines]
        self.numbers = numbers
        self.marks = []
        self.at = self.height = 0
        self.last = ""

    def see(self, parent: Element, block: str) -> None:
        """``block`` is about to be parsed into ``parent``."""
        needle, height = self._first_line(block)
        if not needle:
            return
        index = self._find(needle, self._start(block, needle))
        if index is None:
            return
        self.at, self.height, self.last = index, height, block
        self.marks.append(Mark(parent, len(parent), self.numbers[index]))

    def line_between(self, text: str, low: int, high: int) -> int:
        """The line behind ``low`` and before ``high`` that holds ``text``; 0 if none does."""
        wanted = " ".join(text.split())
        for number, line in zip(self.numbers, self.lines, strict=True):
            if low < number < high and wanted and wanted in line:
                return number
        return 0

    def _start(self, block: str, needle: str) -> int:
        """Inside the block seen last its first line may be meant again, else what follows."""
        again = block != self.last and block.strip() in self.last
        if again and self.lines and self.lines[self.at].endswith(needle):
            return self.at
        return self.at + self.height

    def _find(self, needle: str, start: int) -> int | None:
        near = 0
        for index in range(start, len(self.lines)):
            line = self.lines[index]
            if line == needle or (near < 2 and needle in line):
                return index
            near += bool(line)
        return None

    def _first_line(self, block: str) -> tuple[str, int]:
        """The words to look for, and how many lines they stand for at least."""
        line = next((line for line in block.split("\n") if line.strip()), "")
        words = " ".join(line.split())
        stashed = HTML_PLACEHOLDER_RE.fullmatch(words)
        if not stashed or words in self.lines:
            return words, 1
        if self.stash is not None and (fence := self.stash.get(words[1:-1])):
            source = fence[0].split("\n")
            return " ".join(source[0].split()), len(source)
        raw = self.md.htmlStash.rawHtmlBlocks[int(stashed[1])]
        if not isinstance(raw, str):
            return f"<{raw.tag}", 1
        text = raw.strip()
        return " ".join(text.partition("\n")[0].split()), text.count("\n") + 1


class _CountedFences(FencedBlockPreprocessor):
    """Fenced code as Python-Markdown has it, one fence at a time, so that lines can be counted."""

    def __init__(self, md: Markdown, seeker: Seeker) -> None:
        super().__init__(md, {"lang_prefix": "language-"})
        self._seeker = seeker

    def run(self, lines: list[str]) -> list[str]:
        """The lines with each fence stored away, as the seeker will see them."""
        result: list[str] = []
        numbers: list[int] = []
        text = "\n".join(lines)
        at = line = 0
        while found := self.FENCED_BLOCK_RE.search(text, at):
            before = text[at : found.start()].split("\n")[:-1]
            numbers += range(line + 1, line + 1 + len(before))
            line += len(before)
            fence = found.group().split("\n")
            stored = super().run(list(fence))
            numbers += (
                line + 1 + (index if stored == fence else 0) for index in range(len(stored))
            )
            result += before + stored
            line += len(fence)
            at = found.end() + 1
        rest = text[at:].split("\n")
        numbers += range(line + 1, line + 1 + len(rest))
        result += rest
        self._seeker.begin(result, numbers)
        return result


def _with_line(html: str, line: int) -> str:
    return _FIRST_TAG.sub(rf'\g<0> {ATTRIBUTE}="{line}"', html, count=1)


class _Remembered(Preprocessor):
    """Hands on the lines as they were written, before pieces of other files come in."""

    def __init__(self, md: Markdown, counted: _Counted) -> None:
        super().__init__(md)
        self._counted = counted

    def run(self, lines: list[str]) -> list[str]:
        """Change nothing."""
        self._counted.written = list(lines)
        return lines


class _Counted(Preprocessor):
    """Counts lines where fences are still what they were."""

    def __init__(self, md: Markdown, seeker: Seeker) -> None:
        super().__init__(md)
        self._seeker = seeker
        self.written: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        """Change nothing."""
        self._seeker.begin(lines, list(_numbers(lines, self.written)))
        return lines


def _numbers(lines: list[str], written: list[str]) -> Iterator[int]:
    """The line of ``written`` from which each of ``lines`` comes; a piece's from its name."""
    at = 0
    behind = _behind_pieces(written, at)
    for index in range(len(lines)):
        ordinary = behind == at or _goes_on(lines, index, written, behind)
        if ordinary and behind < len(written):
            at = behind + 1
            behind = _behind_pieces(written, at)
            yield at
        else:
            yield max(1, min(at + 1, len(written)))


def _behind_pieces(written: list[str], at: int) -> int:
    """The first line from ``at`` on that names no piece."""
    inside = False
    while at < len(written) and (inside or _PIECE in written[at]):
        if _PIECES.fullmatch(written[at]):
            inside = not inside
        at += 1
    return at


def _goes_on(lines: list[str], index: int, written: list[str], behind: int) -> bool:
    """Whether the text goes on here, as far as some lines can tell it from a piece."""
    following = written[behind : behind + _ALIKE]
    return [line.split() for line in lines[index : index + len(following)]] == [
        line.split() for line in following
    ]


class _Observer(BlockProcessor):
    """Sees every block and takes none."""

    def __init__(self, parser: BlockParser, seeker: Seeker) -> None:
        super().__init__(parser)
        self._seeker = seeker

    def test(self, parent: Element, block: str) -> bool:
        """Tell the seeker, and leave the block to the others."""
        self._seeker.see(parent, block)
        return False

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Never called with success: the test refuses every block."""
        return False


class _Writer(Treeprocessor):
    """Writes what the seeker found into the tree."""

    def __init__(self, md: Markdown, seeker: Seeker) -> None:
        super().__init__(md)
        self._seeker = seeker

    def run(self, root: Element) -> None:
        """Children take the last mark for their place, parents the first of their children's."""
        for mark in self._seeker.marks:
            if mark.parent is not root and mark.parent.get(ATTRIBUTE) is None:
                mark.parent.set(ATTRIBUTE, str(mark.line))
        lines = {(id(mark.parent), mark.index): mark for mark in self._seeker.marks}
        for mark in lines.values():
            if mark.index < len(mark.parent):
                self._write(mark.parent[mark.index], mark.line)
        self._fill(root)

    def _write(self, element: Element, line: int) -> None:
        text = (element.text or "").strip()
        stashed = HTML_PLACEHOLDER_RE.fullmatch(text)
        if element.tag == "p" and not len(element) and _ONE_TAG.fullmatch(text):
            element.text = _with_line(text, line)
            return
        if not stashed or len(element):
            element.set(ATTRIBUTE, str(line))
            return
        # Markdown looks for a bare <p> around stored HTML: the line goes into the HTML itself.
        blocks = self.md.htmlStash.rawHtmlBlocks
        raw = blocks[int(stashed[1])]
        if isinstance(raw, str):
            blocks[int(stashed[1])] = _with_line(raw, line)

    def _fill(self, root: Element) -> None:
        """Headings in the middle of a block of text were never seen by themselves."""
        low = 0
        for index, element in enumerate(root):
            if element.get(ATTRIBUTE) is None and element.text:
                high = self._next_line(root, index)
                if line := self._seeker.line_between(element.text, low, high):
                    self._write(element, line)
            low = int(element.get(ATTRIBUTE) or low)

    def _next_line(self, root: Element, index: int) -> int:
        following = (element.get(ATTRIBUTE) for element in root[index + 1 :])
        return next((int(line) for line in following if line), len(self._seeker.lines) + 1)
