"""Blots out what is no language in a passage, without moving what is.

Spell checkers and all who count words or compare figures must not stumble over
code, addresses, HTML and template tags.
"""

from __future__ import annotations

import re

_NO_WORDS = re.compile(
    r"(?P<code>(?<!`)(`+)(?!`).+?(?<!`)\2(?!`))"
    r"|(?P<liquid>\{%.{0,2000}?%\}|\{\{.{0,2000}?\}\}|\{:[^}\n]*\})"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<auto><(?:https?|mailto|ftp):[^<>\s]*>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<target>(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\))"
    r"|(?P<label>(?<=\])\[[^\[\]]*\])"
    r"|(?P<note>\[\^[^\]\s]+\]:?)"
    r"|(?P<bare>\b(?:https?://|www\.)[^\s<>\"')\]]+)"
    r"|(?P<entity>&(?:\#\d+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)",
    re.DOTALL,
)
_SHOWN = re.compile(r"[^\n]")


def masked(text: str, by: str = " ") -> str:
    """``text`` with spaces in place of code, addresses, tags and entities; line ends stay.

    ``by`` may be a letter, for rules to which it matters that something stood there.
    """
    return _NO_WORDS.sub(lambda found: _SHOWN.sub(by, found[0]), text)
