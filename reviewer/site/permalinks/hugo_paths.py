"""Text as Hugo lets it into a path: letters, digits and few signs, blanks as hyphens."""

from __future__ import annotations

import posixpath
import unicodedata
from urllib.parse import quote

_SIGNS = "./\\_#+~-"
_HEX = frozenset("0123456789abcdefABCDEF")
_KEPT = "/+~%#-._"
_WRITTEN = f"{_KEPT}$&,:;=@"


def sanitised(path: str, *, keeps_case: bool = False, plain: bool = False) -> str:
    """``path`` as Hugo writes it to disk; ``plain`` takes the accents off."""
    text = _without_accents(path) if plain else path
    kept: list[str] = []
    blank = False
    for at, sign in enumerate(text):
        if _is_allowed(text, at, sign):
            if blank and sign != "-":
                kept.append("-")
            blank = False
            kept.append(sign)
        elif kept and sign.isspace() and kept[-1] != "-":
            blank = True
    clean = "".join(kept)
    return clean if keeps_case else clean.lower()


def urlized(text: str, *, keeps_case: bool = False, plain: bool = False) -> str:
    """A title, slug or name as a part of a pattern."""
    return sanitised(text, keeps_case=keeps_case, plain=plain)


def escaped(path: str) -> str:
    """A sanitised path as it stands in a link."""
    return quote(path, safe=_KEPT, errors="surrogateescape")


def escaped_as_written(path: str) -> str:
    """A path from the front matter as it stands in a link."""
    return quote(path, safe=_WRITTEN, errors="surrogateescape")


def joined(*parts: str) -> str:
    """The parts as one clean path that begins with a slash; one slash at the end is kept."""
    path = posixpath.normpath("/" + "/".join(parts)).replace("//", "/")
    ends = bool(parts) and parts[-1].endswith("/") and path != "/"
    return f"{path}/" if ends else path


def _is_allowed(text: str, at: int, sign: str) -> bool:
    if sign == "%":
        return set(text[at + 1 : at + 3]) <= _HEX and at + 2 < len(text)
    if sign.isascii():
        return sign.isalnum() or sign in _SIGNS
    category = unicodedata.category(sign)
    return category[0] in "LM" or category == "Nd"


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not _is_mark(c)))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"
