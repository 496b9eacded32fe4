"""Blocks of code from tags, in colours, with the line numbers that they ask for."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from reviewer.render.flavours.highlight import code_block, highlighted

if TYPE_CHECKING:
    from collections.abc import Mapping

_OFF = ("", "false", "0")
_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")
MOST_LINES = 5000


def highlighted_block(code: str, language: str, options: Mapping[str, str]) -> str:
    """The HTML of ``code``; ``linenos``, ``linenostart`` and ``hl_lines`` are heeded."""
    code = code.strip("\r\n") + "\n"
    numbered = options.get("linenos", "").lower() not in _OFF
    marked = _lines(options.get("hl_lines", ""))
    if not (numbered or marked) or code.count("\n") > MOST_LINES:
        return code_block(code, language)
    start = int(number) if (number := options.get("linenostart", "1")).isdecimal() else 1
    lines = highlighted(code, language).splitlines()
    inner = "\n".join(
        _line(line, start + at if numbered else 0, at + 1 in marked)
        for at, line in enumerate(lines)
    )
    known = f' class="language-{escape(language)}"' if language else ""
    return f'<div class="codehilite"><pre><code{known}>{inner}\n</code></pre></div>\n'


def plain_block(code: str) -> str:
    """Text in which every sign counts."""
    return f"<pre>{escape(code.strip(chr(10)), quote=False)}</pre>\n"


def _line(line: str, number: int, is_marked: bool) -> str:
    numbered = f'<span class="linenos">{number:>3} </span>{line}' if number else line
    return f'<span class="hll">{numbered}</span>' if is_marked else numbered


def _lines(text: str) -> frozenset[int]:
    """``2 5-7`` as the numbers of lines."""
    found: set[int] = set()
    for first, last in _RANGE.findall(text)[:100]:
        found.update(range(int(first), min(int(last or first), int(first) + MOST_LINES) + 1))
    return frozenset(found)
