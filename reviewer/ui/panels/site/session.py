"""One run of a site's engine, told on the GUI thread; what is left of one run never reaches it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from reviewer.site.serving.server import SiteServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.site.serving.command import Which
    from reviewer.site.serving.offers import Offer
    from reviewer.site.serving.server import Heard

    Servers = Callable[[Offer, str, Callable[[Heard], None]], "Server"]
    """Makes a server that has not been started: of what, below which path, and who is told."""


class Server(Protocol):
    """What serves a site; ``SiteServer`` does."""

    @property
    def origin(self) -> str:
        """The address at which it answers."""
        ...

    def start(self, which: Which) -> None:
        """Start it; raises ``ReviewerError``."""
        ...

    def stop(self) -> None:
        """End it, and wait for that."""
        ...


@dataclass(frozen=True, slots=True)
class RealServers:
    """Makes the real thing; ``post`` has a function called on the GUI thread."""

    post: Callable[[Callable[[], None]], None]

    def __call__(self, offer: Offer, base: str, tell: Callable[[Heard], None]) -> Server:
        """A server that has not been started."""

        def posted(heard: Heard) -> None:
            self.post(lambda: tell(heard))

        return SiteServer(offer.recipe, offer.site, base, posted)


which: Which = shutil.which
