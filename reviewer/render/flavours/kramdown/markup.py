"""Texts, tags and attributes as HTML."""

from __future__ import annotations

from reviewer.render.flavours.kramdown.patterns import SPACE, rule
from reviewer.render.flavours.token_lines import ATTRIBUTE

_SIGN = r"&(?!(?:[\w:][\w.:-]*|#\d+|#x[0-9a-fA-F]+);)"
_TEXT = rule(rf"[<>]|{_SIGN}")
_VALUE = rule(rf"[<>\"]|{_SIGN}")
_ALL = rule(r"[<>&]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}


def text_html(text: str) -> str:
    """Text; references to characters stay as they are."""
    return _TEXT.sub(lambda sign: _ENTITIES[sign[0]], text)


def code_html(text: str) -> str:
    """Text in which references to characters are text too."""
    return _ALL.sub(lambda sign: _ENTITIES[sign[0]], text)


def attributes_html(values: dict[str, str], line: int = 0) -> str:
    """What stands in a tag behind its name; blocks tell their line."""
    shown = f' {ATTRIBUTE}="{line}"' if line else ""
    for name, value in values.items():
        if name != "id" or value.strip(SPACE):
            shown += f' {name}="{_VALUE.sub(lambda sign: _ENTITIES[sign[0]], value)}"'
    return shown


def tagged(name: str, values: dict[str, str], inner: str, line: int = 0) -> str:
    """An element."""
    return f"<{name}{attributes_html(values, line)}>{inner}</{name}>"
