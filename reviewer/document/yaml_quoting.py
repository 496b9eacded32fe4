"""Writes text as a YAML scalar that every reader takes for that text.

A text may stand plain only where no YAML 1.1 or 1.2 reader would see anything
else in it; see ``scalars.misread``.
"""

from __future__ import annotations

import re

from reviewer.document.scalars import misread
from reviewer.document.yaml_lines import BREAKS
from reviewer.document.yaml_prepare import UNREADABLE

_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[^\s,\[\]{}])")
_NEVER_PLAIN = re.compile(rf"[{BREAKS}\t]|:(?:\s|$)|\s#|^(?:---|\.\.\.)(?:\s|$)|\s$")
_NEVER_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[,\[\]{}?])")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(rf'["\\\t{BREAKS}]|' + UNREADABLE.pattern)
_NEVER_BLOCK = re.compile("[\r\x85\u2028\u2029]")
_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}


def fits_plain(text: str, *, flow: bool) -> bool:
    """Whether ``text`` may stand without quotes."""
    return could_be_plain(text, flow=flow) and not misread(text)


def could_be_plain(text: str, *, flow: bool) -> bool:
    """Whether ``text`` without quotes is one plain scalar, whatever that is read as."""
    if not _PLAIN_START.match(text) or _NEVER_PLAIN.search(text) or _is_unreadable(text):
        return False
    return not (flow and _NEVER_PLAIN_IN_FLOW.search(text))


def fits_single(text: str) -> bool:
    """Whether ``text`` may stand on one line in single quotes."""
    return not re.search(rf"[{BREAKS}\t]", text) and not _is_unreadable(text)


def fits_block(text: str) -> bool:
    """Whether a literal block can hold ``text`` as it is."""
    if not text.strip(" \n") or _NEVER_BLOCK.search(text) or _is_unreadable(text):
        return False
    return not any(line and not line.strip(" \t") for line in text.split("\n"))


def single(text: str) -> str:
    """``text`` in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def double(text: str) -> str:
    """``text`` in double quotes, on one line."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def quoted(text: str, quote: str) -> str:
    """``text`` in ``quote`` where it can be, else in double quotes."""
    return single(text) if quote == "'" and fits_single(text) else double(text)


def quoted_freely(text: str, usual: str) -> str:
    """``text`` in the usual quotes, or in the others where those need no escapes."""
    if '"' in text and "'" not in text:
        return quoted(text, "'")
    if usual == "'" and "'" in text and '"' not in text:
        return double(text)
    return quoted(text, usual)


def literal(text: str, step: int) -> tuple[str, list[str]]:
    """Header and lines of a literal block; the lines are not yet indented.

    ``step`` is by how much the lines will be indented within their parent; the
    header names it where the first line begins with a blank.
    """
    body = text.rstrip("\n")
    trailing = len(text) - len(body)
    chomping = ("-", "", "+")[min(trailing, 2)]
    first = next((line for line in body.split("\n") if line), "")
    indicator = str(step) if first.startswith((" ", "\t")) else ""
    return f"|{indicator}{chomping}", body.split("\n") + [""] * (trailing - 1)


def folded(text: str) -> tuple[str, list[str]] | None:
    """Header and the one line of a folded block; ``None`` where it would not fit."""
    line = text.removesuffix("\n")
    if "\n" in line or line.startswith((" ", "\t")):
        return None
    return ">" if text.endswith("\n") else ">-", [line]


def _is_unreadable(text: str) -> bool:
    """Whether there are characters that only an escape can bring in.

    Bytes that were no UTF-8 (lone surrogates) are the file's own and stay.
    """
    return UNREADABLE.search(_SURROGATES.sub("", text)) is not None


def _escape(found: re.Match[str]) -> str:
    mark = found[0]
    if mark in _ESCAPES:
        return _ESCAPES[mark]
    if _SURROGATES.match(mark):
        return mark
    return f"\\x{ord(mark):02x}" if ord(mark) < 256 else f"\\u{ord(mark):04x}"
