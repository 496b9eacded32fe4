"""What the preview needs of a Markdown flavour, whatever parser stands behind it."""

from __future__ import annotations

from typing import Protocol


class Flavour(Protocol):
    """Turns the body of a post into HTML as one kind of engine does.

    The HTML is neither sanitised nor cut: the caller does both, for all flavours
    alike. Template tags have already given way to private characters, which
    belong to words and must come out as they went in.
    """

    @property
    def name(self) -> str:
        """What the command line calls it."""
        ...

    @property
    def label(self) -> str:
        """What the window calls it."""
        ...

    def to_html(self, text: str) -> str:
        """The HTML of ``text``; its blocks carry their lines as ``data-line``."""
        ...
