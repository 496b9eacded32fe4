"""Breaks a text into at most so many lines, the last one elided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont


def text_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The lines of ``text`` in ``width`` pixels; what does not fit ends in an ellipsis."""
    text = " ".join(text.split())
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = _starts(layout, max(width, 1), most)
    lines = [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    if lines:
        elide = QFontMetrics(font).elidedText
        lines[-1] = elide(lines[-1], Qt.TextElideMode.ElideRight, width)
    return lines


def _starts(layout: QTextLayout, width: int, most: int) -> list[int]:
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts
