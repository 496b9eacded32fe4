"""What tags ask of the site around a post; the rendering itself knows no site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Surroundings(Protocol):
    """Values and addresses of a site, as seen from one post."""

    def value(self, names: Sequence[str]) -> Any:
        """What ``site.title`` or ``page.author.name`` stands for; ``None`` where nobody knows."""
        ...

    def address_of(self, target: str) -> str | None:
        """The URL of the post or file that ``target`` names, as the engine looks for it."""
        ...


class Alone:
    """A post without a site: only its root is known, which is the root of the preview."""

    def value(self, names: Sequence[str]) -> Any:
        """The site's addresses are empty; nothing else is known."""
        return "" if tuple(names) in (("site", "baseurl"), ("site", "url")) else None

    def address_of(self, target: str) -> str | None:
        """Nobody knows."""
        return None
