"""Players, frames and drawings in raw HTML: named by a chip, never loaded.

Sanitising removes them without a trace; an editor must see that the site has
something there.
"""

from __future__ import annotations

import re
from html import escape

NAMES = {
    "iframe": "Embedded page",
    "embed": "Embedded content",
    "object": "Embedded content",
    "video": "Video",
    "audio": "Audio",
    "script": "Script",
    "svg": "Drawing",
    "form": "Form",
}
_SINGLE = {"embed"}
_TAG = re.compile(
    rf"<(?P<name>{'|'.join(NAMES)})\b(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:src|data|action)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE
)
_LABEL = re.compile(r"\baria-label=\"([^\"]*)\"")
_OMITTED = re.compile(r"<!-- raw HTML omitted( data-line=\"\d+\")? -->")
LEFT_OUT = "HTML left out by the site"
_CHECKBOX = re.compile(r"<input\b(?=[^<>]*\btype=[\"']?checkbox)(?P<rest>[^<>]*)>", re.IGNORECASE)
_LINE = re.compile(r"\bdata-line=\"(\d+)\"")


def replace_embeds(html: str) -> str:
    """``html`` with each embedded thing replaced by a chip that names it.

    It runs before sanitising and decides nothing about safety: what it misses
    is removed there.
    """
    parts: list[str] = []
    at = 0
    unclosed = set(_SINGLE)
    while found := _TAG.search(html, at):
        name = found["name"].lower()
        end = found.end() if name in unclosed else _end(html, name, found.end())
        if end == found.end():
            unclosed.add(name)
        source = (
            _source(found["attributes"])
            or _named(found["attributes"])
            or _source(html[found.end() : end])
        )
        parts += (html[at : found.start()], _chip(name, source, found["attributes"]))
        at = end
    parts.append(html[at:])
    return _OMITTED.sub(_left_out, _CHECKBOX.sub(_checkbox, "".join(parts)))


def _end(html: str, name: str, start: int) -> int:
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, start)
    return closing.end() if closing else start


def _left_out(found: re.Match[str]) -> str:
    """A chip for what the site does not take over; a block of it has a line."""
    return f'<span class="chip"{found[1] or ""}>{LEFT_OUT}</span>'


def _checkbox(found: re.Match[str]) -> str:
    checked = "checked" in found["rest"].lower()
    return f'<span class="task">{"☑" if checked else "☐"}</span>'


def _named(attributes: str) -> str:
    found = _LABEL.search(attributes)
    return found[1] if found else ""


def _source(attributes: str) -> str:
    found = _SOURCE.search(attributes)
    return next(filter(None, found.groups()), "") if found else ""


def _chip(name: str, source: str, attributes: str) -> str:
    label = f"{NAMES[name]}: {source}" if source else NAMES[name]
    line = _LINE.search(attributes)
    mark = f' data-line="{line[1]}"' if line else ""
    return f'<span class="chip"{mark}>{escape(label, quote=False)}</span>'
