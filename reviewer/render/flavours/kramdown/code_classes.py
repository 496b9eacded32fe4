"""The classes of code: they name its language, and tell style sheets who coloured it."""

from __future__ import annotations

from reviewer.render.flavours.kramdown.element import CLASS
from reviewer.render.flavours.kramdown.patterns import rule

PLAIN = "plaintext"
_LANGUAGE = rule(r"\blanguage-(\S+)")


def code_language(attr: dict[str, str]) -> str:
    """The language that a class names, or nothing."""
    found = _LANGUAGE.search(attr.get(CLASS, ""))
    return found[1] if found else ""


def without_language(attr: dict[str, str]) -> dict[str, str]:
    """The attributes without the class that names the language."""
    others = _LANGUAGE.sub("", attr.get(CLASS, ""), count=1).strip()
    kept = {name: value for name, value in attr.items() if name != CLASS}
    return {CLASS: others, **kept} if others else kept


def coloured_class(attr: dict[str, str], language: str) -> str:
    """The classes that Jekyll's highlighter gives to code in colours."""
    others = without_language(attr).get(CLASS, "")
    return " ".join(filter(None, (f"language-{language or PLAIN}", others, "highlighter-rouge")))
