"""Boxes with a title, in the elements in which Python-Markdown writes them."""

from __future__ import annotations

from html import escape


def opening(kind: str, attributes: str = "", title: str = "") -> str:
    """The beginning of a box; its title is its kind where it has no other."""
    shown = title or kind.replace("-", " ").capitalize()
    heading = f'<p class="admonition-title">{escape(shown)}</p>\n'
    return f'<div class="admonition {escape(kind)}"{attributes}>\n{heading}'
