"""What the preview needs of a Markdown flavour, whatever parser stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

OPEN_ID = "\ue000"
"""Stands before an id made of a heading's words as long as it may be another one's too."""


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

    @property
    def notes(self) -> tuple[str, ...]:
        """What of the site's configuration is in force, a line each; none where nothing is."""
        ...

    def to_html(self, text: str) -> str:
        """The HTML of ``text``; its blocks carry their lines as ``data-line``."""
        ...


@runtime_checkable
class Piecewise(Protocol):
    """A flavour that can render a long text piece by piece, so that typing stays quick.

    A piece begins behind a blank line, with a line that continues nothing; link
    definitions that it needs stand before it. All pieces, joined, must give
    what the whole text gives.
    """

    def is_piecewise(self, text: str) -> bool:
        """Whether nothing in ``text``, like a footnote, reaches from one piece to another."""
        ...

    def piece(self, text: str) -> str:
        """Like ``to_html``, but ids that this flavour makes of words begin with ``OPEN_ID``."""
        ...

    def ids(self, words: Sequence[str]) -> Sequence[str | None]:
        """The ids of all headings of a text in their order, ``words`` without ``OPEN_ID``.

        None stands for no id at all.
        """
        ...
