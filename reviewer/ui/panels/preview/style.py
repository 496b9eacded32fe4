"""The preview's part of the look, made from the colour tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.ui.theme.theme import Theme


def preview_style(theme: Theme) -> str:
    """The rules for the bar's plain choices and the ground that the page lies on."""
    ink, mute, accent, sunk = (theme.value(name) for name in ("ink", "mute", "accent", "sunk"))
    segment = 'QFrame[class~="seg-plain"] QPushButton[class~="segment"]'
    return f"""
        *[class~="preview"], *[class~="stage"] {{ background: {sunk}; }}
        QFrame[class~="seg-plain"] {{ border: 0; }}
        {segment} {{ padding: 0 5px; color: {mute}; }}
        {segment}:hover {{ color: {ink}; }}
        {segment}:checked {{ background: transparent; color: {ink}; font-weight: 600; }}
        {segment}:focus {{ color: {accent}; text-decoration: underline; }}
    """
