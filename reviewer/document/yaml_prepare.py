"""Makes a text readable for libyaml without moving a single character.

libyaml refuses control characters and unpaired surrogates (bytes of the file
that were no UTF-8). Each such character is replaced by one of Unicode's private
ones that the text does not use, so that all places stay true, and put back into
the values that are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What libyaml's reader refuses (``yaml_parser_update_buffer`` in reader.c)."""

_PRIVATE = range(0xE000, 0xF8FF)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text that libyaml can read, as long as the original."""

    text: str
    restored: dict[int, int]

    def restore(self, value: str) -> str:
        """``value`` with the original characters put back."""
        return value.translate(self.restored) if self.restored else value


def prepare(text: str) -> Prepared:
    """``text`` with the characters replaced that libyaml refuses."""
    found = set(UNREADABLE.findall(text))
    if not found:
        return Prepared(text, {})
    free = (code for code in _PRIVATE if chr(code) not in text)
    table = dict(zip(sorted(map(ord, found)), free, strict=False))
    return Prepared(text.translate(table), {code: mark for mark, code in table.items()})
