"""Lines as site engines count them: ended by LF, CRLF or a lone CR, and by nothing else.

``str.splitlines`` also breaks at form feeds, U+2028 and their kin, which would
put every line number behind one of them wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def split_lines(text: str) -> list[str]:
    """The lines of ``text`` with their ends; joined they are ``text`` again."""
    return _LINE.findall(text)


def end_of(line: str) -> str:
    """The line end that ``line`` carries, "" for the last line of many a file."""
    if line.endswith("\r\n"):
        return "\r\n"
    return line[-1:] if line.endswith(("\n", "\r")) else ""


def without_end(line: str) -> str:
    """``line`` without its line end."""
    return line.removesuffix(end_of(line))


def usual_end(lines: Iterable[str], default: str = "\n") -> str:
    """The line end that most of ``lines`` carry."""
    ends = Counter(filter(None, map(end_of, lines)))
    return ends.most_common(1)[0][0] if ends else default


def count_lines(text: str) -> int:
    """How many line ends ``text`` holds: the index of the line that follows it."""
    return text.count("\n") + text.count("\r") - text.count("\r\n")
