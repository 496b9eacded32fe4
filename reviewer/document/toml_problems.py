"""What is wrong with a TOML block, in an editor's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tomlkit.exceptions import InvalidControlChar, InvalidDateError, InvalidTimeError, ParseError

from reviewer.document.block import BlockProblem
from reviewer.document.lines import split_lines

if TYPE_CHECKING:
    from tomlkit.exceptions import TOMLKitError

_TWICE = re.compile(r'Key "(.*)" already exists')
_NO_VALUE = re.compile(r"[^=#]+=\s*(?:#.*)?$")
_BARE_TEXT = re.compile(r"[^=#]+=\s*[A-Za-z]")
_COLON = re.compile(r"\s*[\w-]+\s*:")


def explained(text: str, error: TOMLKitError) -> BlockProblem:
    """tomlkit's error as a ``BlockProblem`` with line and column within the block."""
    line, column = (error.line, error.col + 1) if isinstance(error, ParseError) else (1, 0)
    lines = split_lines(text)
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    return BlockProblem(
        _what(error, shown), line=min(line, max(len(lines), 1)), column=column, detail=str(error)
    )


def _what(error: TOMLKitError, line: str) -> str:
    twice = _TWICE.search(str(error))
    if twice:
        return f"“{twice[1]}” is written twice; TOML allows it once."
    if "nested" in str(error):
        return "The values are nested too deeply."
    if isinstance(error, (InvalidDateError, InvalidTimeError)):
        return "This date or time does not exist, or is not written as 2026-02-01T12:30:00."
    if isinstance(error, InvalidControlChar):
        return "A text runs over the end of its line; a quote may be missing."
    if "=" not in line and _COLON.match(line):
        return "This line has a colon where TOML wants an equals sign."
    if _NO_VALUE.match(line):
        return "A value is missing behind the equals sign."
    if _BARE_TEXT.match(line):
        return "Text must stand in quotes."
    return "This line is not valid TOML; a quote, bracket or equals sign may be missing."
