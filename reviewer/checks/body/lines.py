"""The lines of a body, and what of it is markup: all but code, comments and template tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.checks.body.passages import Verbatim

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_QUIET = re.compile(
    r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)"
    r"|<!--.{0,9000}?-->|\{%.{0,2000}?%\}|\{\{.{0,2000}?\}\}",
    re.DOTALL,
)
_SHOWN = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` without its end begins at ``start`` in the file; ``verbatim`` is "", code or html.

    Lines of verbatim blocks inside lists and quotations are verbatim too.
    """

    text: str
    start: int
    verbatim: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is to be seen."""
        return not self.text.strip()


def lines_of(body: str, offset: int, verbatim: Iterable[Verbatim]) -> Iterator[Line]:
    """All lines in their order."""
    blocks = list(verbatim)
    at = 0
    for found in _LINE.finditer(body):
        start = found.start() + offset
        while at < len(blocks) and blocks[at].span.end <= start:
            at += 1
        is_inside = at < len(blocks) and blocks[at].span.start <= start
        yield Line(found[0].rstrip("\r\n"), start, blocks[at].kind if is_inside else "")


def markup_of(body: str, offset: int, verbatim: Iterable[Verbatim]) -> str:
    """The body with spaces for code, comments and template tags; line ends and length stay."""
    parts: list[str] = []
    at = 0
    for each in verbatim:
        if each.kind == "code":
            start, end = max(each.span.start - offset, at), each.span.end - offset
            parts += (body[at:start], _SHOWN.sub(" ", body[start:end]))
            at = max(end, at)
    plain = "".join((*parts, body[at:]))
    return _QUIET.sub(lambda found: _SHOWN.sub(" ", found[0]), plain)
