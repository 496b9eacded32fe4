"""Values as TOML writes them, in the style of the value that they replace."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import tomlkit

from reviewer.document.operations import EditRefused

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+\Z")
_NOT_LITERAL = re.compile(r"['\x00-\x08\x0a-\x1f\x7f]")


def written(value: Any, like: str, line_end: str) -> str:
    """``value`` as TOML; ``like`` is the text whose quotes and date style it takes."""
    if isinstance(value, str):
        return _string(value, like, line_end)
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return _moment(value, like)
    if isinstance(value, list):
        return "[" + ", ".join(written(item, like, line_end) for item in value) + "]"
    if isinstance(value, dict):
        return _inline_table(value, like, line_end)
    if value is None:
        raise EditRefused(
            "TOML has no empty value.", remedy="Take the field away, or give it an empty text."
        )
    if isinstance(value, (bool, int, float)):
        return str(tomlkit.item(value).as_string())
    raise EditRefused(f"TOML cannot hold “{value}” as it is.", remedy="Give it as text.")


def key(name: Any) -> str:
    """A key, in quotes where it needs them."""
    if not isinstance(name, str):
        raise EditRefused("A key in TOML is always text.")
    return name if _BARE_KEY.match(name) else _basic(name)


def _inline_table(value: dict[Any, Any], like: str, line_end: str) -> str:
    pairs = [f"{key(name)} = {written(item, like, line_end)}" for name, item in value.items()]
    return "{ " + ", ".join(pairs) + " }" if pairs else "{}"


def _string(value: str, like: str, line_end: str) -> str:
    if "\n" in value and "\r" not in value:
        return _multiline(value, like, line_end)
    if like.lstrip("[{ \t\r\n").startswith("'") and not _NOT_LITERAL.search(value):
        return f"'{value}'"
    return _basic(value)


def _multiline(value: str, like: str, line_end: str) -> str:
    lines = value.split("\n")
    is_fenced = any(map(_FENCE_LINE.match, lines))
    if (
        not is_fenced
        and "'''" in like
        and "'''" not in value
        and not any(map(_NOT_LITERAL_LINE.search, lines))
    ):
        return f"'''{line_end}{line_end.join(lines)}'''"
    body = line_end.join(map(_multiline_part, lines))
    return f'"""{line_end}{body}"""'


def _multiline_part(line: str) -> str:
    """One line of a text; a line that would close the front matter begins with an escape."""
    part = _basic(line)[1:-1]
    return f"\\u{ord(part[0]):04x}{part[1:]}" if _FENCE_LINE.match(line) else part


_FENCE_LINE = re.compile(r"(?:-{3,}|\+{3,})[ \t\f\v]*\Z")
_NOT_LITERAL_LINE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]|'\Z")


def _basic(value: str) -> str:
    return str(tomlkit.string(value).as_string())


def _moment(value: dt.datetime | dt.date | dt.time, like: str) -> str:
    text = value.isoformat()
    if isinstance(value, dt.datetime):
        if re.match(r"\d{4}-\d\d-\d\d ", like):
            text = text.replace("T", " ")
        if text.endswith("+00:00") and not like.endswith("+00:00"):
            text = text.removesuffix("+00:00") + "Z"
    return text
