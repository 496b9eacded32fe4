"""Formulas between ``$$``, in a line or as blocks."""

from __future__ import annotations

import re

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.patterns import OPT, SPACE, rule
from reviewer.render.flavours.kramdown.reader import BlockRule, Reader, SpanRule

_START = rule(rf"{OPT}\\?\$\$")
_BLOCK = rule(rf"{OPT}(\\)?\$\$(.*?)\$\$(\s*?\n)?", re.DOTALL)
_ESCAPE = rule(rf"{OPT}\\")
_SPAN = rule(r"\$\$(.*?)\$\$", re.DOTALL)


def _block(reader: Reader) -> bool:
    source = reader.source
    found = source.scan_far(_BLOCK) if reader.after_boundary() else None
    if not found:
        return False
    end, source.pos = source.pos, found.start()
    if found[1]:
        if found[3]:
            source.scan(_ESCAPE)
        return False
    line, source.pos = source.line, end
    if not reader.before_boundary():
        source.pos = found.start()
        return False
    reader.add(reader.new_block("math", found[2].strip(SPACE), line))
    return True


def _span(reader: Reader, begin: re.Match[str]) -> None:
    source = reader.source
    found = source.scan_far(_SPAN)
    if found:
        reader.add(Element("math", found[1].strip(SPACE), inline=True))
    else:
        reader.add_text(source.take())


MATHS = BlockRule(_START, _block)
SPAN_MATHS = SpanRule("$", rule(r"\$\$"), _span)
