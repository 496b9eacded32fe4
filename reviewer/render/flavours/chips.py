"""Labelled chips for what only the site itself can show."""

from __future__ import annotations

from html import escape

LONGEST_LABEL = 60


def chip(label: str, source: str = "") -> str:
    """A chip that says ``label`` and, when asked, the source it stands for."""
    words = " ".join(label.split())
    shown = words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1].rstrip() + "…"
    title = f' title="{escape(source)}"' if source else ""
    return f'<span class="chip"{title}>{escape(shown)}</span>'
