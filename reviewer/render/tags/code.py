"""Blocks of code from tags, in colours, with the line numbers that they ask for."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from reviewer.render.flavours.highlight import highlighted

if TYPE_CHECKING:
    from collections.abc import Mapping

_OFF = ("", "false", "0")
_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")
MOST_LINES = 5000


def highlighted_block(
    code: str, language: str, options: Mapping[str, str], *, in_figure: bool = False
) -> str:
    """The HTML of ``code``; ``linenos``, ``linenostart`` and ``hl_lines`` are heeded.

    Jekyll puts it ``in_figure``.
    """
    code = code.strip("\r\n") + "\n"
    numbered = options.get("linenos", "").lower() not in _OFF
    marked = _lines(options.get("hl_lines", ""))
    inner = highlighted(code, language)
    if (numbered or marked) and code.count("\n") <= MOST_LINES:
        inner = _numbered(inner, options, marked) if numbered else _marked(inner, marked)
    known = f' class="language-{escape(language)}"' if language else ""
    named = f'{known} data-lang="{escape(language)}"' if in_figure else known
    whole = f"<pre><code{named}>{inner}</code></pre>"
    if in_figure:
        return f'<figure class="highlight"><div class="codehilite">{whole}</div></figure>\n'
    return f'<div class="codehilite">{whole}</div>\n'


def _numbered(inner: str, options: Mapping[str, str], marked: frozenset[int]) -> str:
    first = options.get("linenostart", "1")
    start = int(first) if first.isdecimal() and len(first) < 7 else 1
    lines = (
        f'<span class="linenos">{start + at:>3} </span>{line}'
        for at, line in enumerate(inner.removesuffix("\n").split("\n"))
    )
    return _marked("\n".join(lines) + "\n", marked)


def _marked(inner: str, marked: frozenset[int]) -> str:
    lines = enumerate(inner.removesuffix("\n").split("\n"), start=1)
    shown = (f'<span class="hll">{line}</span>' if at in marked else line for at, line in lines)
    return "\n".join(shown) + "\n"


def plain_block(code: str) -> str:
    """Text in which every sign counts."""
    return f"<pre>{escape(code.strip(chr(10)), quote=False)}</pre>\n"


def _lines(text: str) -> frozenset[int]:
    """``2 5-7`` as the numbers of lines."""
    found: set[int] = set()
    for first, last in _RANGE.findall(text)[:100]:
        found.update(range(int(first), min(int(last or first), int(first) + MOST_LINES) + 1))
    return frozenset(found)
