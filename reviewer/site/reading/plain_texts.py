"""Texts of several lines behind ``|`` and ``>``, as long as nothing in them is unusual."""

from __future__ import annotations

import re

from reviewer.site.reading.plain_scalars import NotPlain

_HEADER = re.compile(r"([|>])(-?)(?: *| +#.*)")
_FOLD = re.compile(r"(?<=[^\n])\n(\n*)(?=[^\n])")


def block_text(header: str, lines: list[str], at: int, parent: int) -> tuple[str, int]:
    """The text that begins in line ``at``, further in than column ``parent``, and the line after.

    Raises ``NotPlain`` where the text is empty or kept with all its blank
    lines, and where a folded one has lines that stand further in.
    """
    found = _HEADER.fullmatch(header)
    if found is None:
        raise NotPlain
    content, after = _content(lines, at, parent)
    text = "\n".join(content).rstrip("\n")
    if found[1] == ">":
        if any(line.startswith(" ") for line in content):
            raise NotPlain
        text = _FOLD.sub(lambda gap: gap[1] or " ", text)
    return (text if found[2] else text + "\n"), after


def _content(lines: list[str], at: int, parent: int) -> tuple[list[str], int]:
    """The lines without their indentation, which is that of the first one with text."""
    content: list[str] = []
    indent = 0
    while at < len(lines):
        line = lines[at]
        width = len(line) - len(line.lstrip(" "))
        if width < len(line):
            if width <= parent:
                break
            indent = indent or width
            if width < indent:
                raise NotPlain
        elif width > indent:
            raise NotPlain
        content.append(line[indent:])
        at += 1
    if not indent:
        raise NotPlain
    return content, at
