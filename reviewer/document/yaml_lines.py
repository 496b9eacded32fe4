"""Lines of a YAML text: where they begin and end, and what lies between tokens.

Line ends are those that libyaml knows: next to LF, CRLF and CR also NEL,
U+2028 and U+2029, which end a line in YAML 1.1.
"""

from __future__ import annotations

import re

BREAKS = "\r\n\x85\u2028\u2029"
_BREAK = re.compile(rf"\r\n|[{BREAKS}]")
_RARE_BREAK = re.compile(f"[{BREAKS}]".replace("\n", ""))
_BLANKS = re.compile(r"[ \t]*")
_TRIVIA = re.compile(rf"(?:[ \t{BREAKS}]+|\#[^{BREAKS}]*)*")
_FLOW_TRIVIA = re.compile(rf"(?:[ \t,{BREAKS}]+|\#[^{BREAKS}]*)*")
_COMMENT = re.compile(rf"[ \t]*(?:\#[^{BREAKS}]*)?")


def line_start(text: str, position: int) -> int:
    """Where the line that holds ``position`` begins."""
    start = text.rfind("\n", 0, position) + 1
    if _RARE_BREAK.search(text, start, position):
        return max(text.rfind(mark, start, position) for mark in BREAKS) + 1
    return start


def line_end(text: str, position: int) -> int:
    """Where the line that holds ``position`` ends, before its line break."""
    found = _BREAK.search(text, position)
    return found.start() if found else len(text)


def next_line(text: str, position: int) -> int:
    """Where the line after the one that holds ``position`` begins."""
    found = _BREAK.search(text, position)
    return found.end() if found else len(text)


def split_lines(text: str) -> list[str]:
    """The lines of ``text`` without their line breaks."""
    return _BREAK.split(text)


def skip_blanks(text: str, position: int) -> int:
    """The first character from ``position`` on that is no space or tab."""
    return _end(_BLANKS.match(text, position), position)


def skip_trivia(text: str, position: int, *, commas: bool = False) -> int:
    """The next token from ``position`` on, past blanks, lines and comments."""
    pattern = _FLOW_TRIVIA if commas else _TRIVIA
    return _end(pattern.match(text, position), position)


def comment_end(text: str, position: int) -> int:
    """Where blanks and a comment that follow ``position`` on its line end."""
    return _end(_COMMENT.match(text, position), position)


def column(text: str, position: int) -> int:
    """How many characters stand before ``position`` on its line."""
    return position - line_start(text, position)


def line_number(text: str, position: int) -> int:
    """The line that holds ``position``, counted from 1."""
    return len(_BREAK.findall(text, 0, position)) + 1


def starts_line(text: str, position: int) -> bool:
    """Whether only blanks stand before ``position`` on its line."""
    return not text[line_start(text, position) : position].strip(" \t")


def newline_of(text: str) -> str:
    """The line end that most lines of ``text`` have; LF where there is none."""
    crlf = text.count("\r\n")
    counts = {"\r\n": crlf, "\n": text.count("\n") - crlf, "\r": text.count("\r") - crlf}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else "\n"


def _end(found: re.Match[str] | None, position: int) -> int:
    return found.end() if found else position
