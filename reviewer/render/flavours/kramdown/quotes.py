"""Which way quotation marks are curled, by what stands around them (after RubyPants)."""

from __future__ import annotations

import re

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.patterns import rule
from reviewer.render.flavours.kramdown.reader import Reader, SpanRule

_PUNCTUATION = r"[!\"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"
_NOT_OPENING = r"[^ \\\t\r\n\[{(-]"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (rule(r"()([\"'])(?=[_*]{1,2}\S)"), "left"),
    (rule(rf"()([\"'])(?={_PUNCTUATION}(?!\.\.)(?u:\B))"), "right"),
    (rule(r"(\s?)(\"')(?=\w)"), "left"),
    (rule(r"(\s?)('\")(?=\w)"), "left"),
    (rule(r"(\s?)(')(?=\d\ds)"), "right"),
    (rule(r"(\s)(['\"])(?=\w)"), "left"),
    (rule(rf"({_NOT_OPENING})(['\"])"), "right"),
    (rule(r"()([\"'])(?=\s|s\b|$)", re.MULTILINE), "right"),
    (rule(r"(.?)(['\"])", re.DOTALL), "left"),
)
_KINDS = {"left": {"'": "lsquo", '"': "ldquo"}, "right": {"'": "rsquo", '"': "rdquo"}}


def _curl(reader: Reader, begin: re.Match[str]) -> None:
    for pattern, side in _RULES:
        if found := reader.source.scan(pattern):
            reader.add_text(found[1])
            for mark in found[2]:
                reader.add(Element("smart_quote", _KINDS[side][mark]))
            return


QUOTES = SpanRule("\"'", rule(r"[^\\]?[\"']"), _curl)
