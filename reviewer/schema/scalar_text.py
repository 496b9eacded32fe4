"""Scalars as text; apart from all that judges them, since the list needs no more than this."""

from __future__ import annotations

from typing import Any


def show_scalar(value: Any) -> str:
    """A scalar as YAML writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    try:
        return str(value)
    except ValueError:  # a number of more digits than Python turns into text
        return hex(value)
