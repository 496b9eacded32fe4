"""Qt's own palette from our tokens, for what the style sheet does not reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from collections.abc import Mapping

ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "err",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "bg",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "faint",
    QPalette.ColorRole.Shadow: "line",
}
DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(colours: Mapping[str, str]) -> QPalette:
    """A palette whose roles have the tokens' colours."""
    result = QPalette()
    for role, token in ROLES.items():
        result.setColor(role, QColor(colours[token]))
    for role in DISABLED:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["faint"]))
    return result
