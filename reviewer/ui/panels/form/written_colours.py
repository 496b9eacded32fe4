"""Colours as people write them: reading them, and writing another one in the same style."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEX = re.compile(r"#?(?P<digits>[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_RGB = re.compile(
    r"rgba?\(\s*(?P<red>\d{1,3})(?P<gap>\s*,\s*|\s+)(?P<green>\d{1,3})(?:\s*,\s*|\s+)"
    r"(?P<blue>\d{1,3})(?P<rest>[^)]*)\)"
)


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """Two digits for each, behind ``#``."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


BLACK = Colour(0, 0, 0)


def colour_in(text: str) -> Colour | None:
    """The colour that hexadecimal digits or ``rgb(…)`` write; ``None`` for names and the rest."""
    text = text.strip()
    found = _HEX.fullmatch(text)
    if found:
        digits = found["digits"]
        wide = digits if len(digits) > 4 else "".join(2 * each for each in digits)
        return Colour(*(int(wide[at : at + 2], 16) for at in (0, 2, 4)))
    found = _RGB.fullmatch(text.lower())
    if found is None:
        return None
    parts = [int(found[name]) for name in ("red", "green", "blue")]
    return Colour(*parts) if max(parts) <= 255 else None


def written_like(colour: Colour, text: str) -> str:
    """``colour`` in the style of ``text``: its ``rgb``, case, ``#``, transparency and length."""
    text = text.strip()
    if rgb := _RGB.fullmatch(text.lower()):
        gap = rgb["gap"]
        name = text[: text.index("(") + 1]
        return f"{name}{colour.red}{gap}{colour.green}{gap}{colour.blue}{rgb['rest']})"
    style = _HEX.fullmatch(text)
    if style is None:
        return colour.hex
    digits = style["digits"]
    told = colour.hex[1:]
    short = len(digits) <= 4 and all(told[at] == told[at + 1] for at in (0, 2, 4))
    told = told[::2] if short else told
    if len(digits) in (4, 8):
        told += _opacity(digits, short=short)
    upper = any(each in "ABCDEF" for each in digits)
    return ("#" if text.startswith("#") else "") + (told.upper() if upper else told)


def _opacity(digits: str, *, short: bool) -> str:
    part = digits[3:] if len(digits) == 4 else digits[6:]
    return part if short or len(part) == 2 else 2 * part
