"""How a severity looks: a sign, a state of the style sheet, a colour, a word.

The sign is there because colour is never the only one.
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.schema.finding import Severity


@dataclass(frozen=True, slots=True)
class Look:
    """``state`` is for the style sheet, ``token`` names the colour, ``icon`` the drawing."""

    sign: str
    state: str
    token: str
    icon: str


LOOKS = {
    Severity.ERROR: Look("✕", "error", "err", "x"),
    Severity.WARNING: Look("△", "warning", "warn", "triangle"),
    Severity.HINT: Look("·", "hint", "mute", "info"),
}
LOOKS_BY_LABEL = {severity.label: look for severity, look in LOOKS.items()}
