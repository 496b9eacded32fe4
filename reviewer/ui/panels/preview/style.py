"""The preview's part of the look, made from the colour tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.ui.theme.theme import Theme


def preview_style(theme: Theme) -> str:
    """The ground that the page lies on."""
    return f'*[class~="preview"], *[class~="stage"] {{ background: {theme.value("sunk")}; }}'
