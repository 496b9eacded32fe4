"""Makes visible what a line has and nobody sees, where it is what differs."""

from __future__ import annotations

import re
import unicodedata

from reviewer.document.lines import end_of
from reviewer.ui.texts import tr

_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\xa0\u2028\u2029\ufeff\ufffc\ud800-\udfff]")
_TRAILING = re.compile(r"[ \t]+$")
_FORMATS = frozenset({"Cf", "Zl", "Zp"})


def plain(text: str) -> str:
    """``text`` so that it can be drawn in one line: signs for control characters and bad bytes."""
    return _ODD.sub(lambda found: _named(found[0]), text).replace("\t", "    ")


def revealed(text: str, *, at_end: bool) -> str:
    """``text`` with tabs, odd blanks and formatting characters shown; ``at_end`` blanks as well."""
    if at_end:
        text = _TRAILING.sub(lambda found: found[0].replace(" ", "·"), text)
    shown = "".join(_named(char) if _is_hidden(char) else char for char in text)
    return shown.replace("\t", "→   ")


def end_mark(line: str) -> str:
    """How a line ends, in a word."""
    names = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}
    return names.get(end_of(line)) or tr("no newline at the end of the file")


def _is_hidden(char: str) -> bool:
    return bool(_ODD.match(char)) or (char > "~" and unicodedata.category(char) in _FORMATS)


def _named(char: str) -> str:
    code = ord(char)
    if code == 0xA0:
        return "⍽"
    if 0xDC80 <= code <= 0xDCFF:
        return f"‹{tr('byte')} {code - 0xDC00:02X}›"
    if code < 0x20:
        return chr(0x2400 + code)
    return f"‹U+{code:04X}›"
