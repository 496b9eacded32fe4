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


class Servers(Protocol):
    """Makes servers."""

    def __call__(self, offer: Offer, base: str, tell: Callable[[Heard], None]) -> Server:
        """A server that has not been started; ``tell`` is called on the GUI thread."""
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
