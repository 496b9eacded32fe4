"""Blots out what is no language in a passage, without moving what is.

Spell checkers and all who count words or compare figures must not stumble over
code, addresses, HTML and template tags.
"""

from __future__ import annotations

import re

_NO_WORDS = re.compile(
    r"(?P<code>(?<!`)(`+)(?!`).+?(?<!`)\2(?!`))"
    r"|(?P<liquid>\{%.*?%\}|\{\{.*?\}\}|\{:[^}\n]*\})"
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


def masked(text: str) -> str:
    """``text`` with spaces in place of code, addresses, tags and entities; line ends stay."""
    return _NO_WORDS.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if sign == "\n" else " " for sign in found[0])
