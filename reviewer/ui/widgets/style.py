"""Tells the style sheet what a widget is and how it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound="QWidget")


def styled(widget: W, *classes: str, name: str = "") -> W:
    """Give a widget its classes and, with ``name``, its accessible name; returns the widget."""
    mark(widget, "class", " ".join(classes))
    if name:
        widget.setAccessibleName(name)
    return widget


def mark(widget: QWidget, key: str, value: str | bool) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn anew."""
    if widget.property(key) == value:
        return
    widget.setProperty(key, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
