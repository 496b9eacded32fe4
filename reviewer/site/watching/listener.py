"""Who hears of what was noticed in a folder; called in the watcher's own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Listener(Protocol):
    """Takes what the watcher says; may not wait for the watcher to end."""

    def standing(self) -> None:
        """From now on all changes are told; look at everything once, for those before."""
        ...

    def changed(self, places: Sequence[str] | None) -> None:
        """Look again at these relative paths of files and folders; ``None`` is everywhere."""
        ...

    def reconfigured(self) -> None:
        """The site's configuration changed so that other files may be posts: open it anew."""
        ...

    def away(self, message: str) -> None:
        """The folder cannot be reached; says why in plain words."""
        ...

    def back(self) -> None:
        """The folder can be reached again; ``standing`` follows."""
        ...

    def slow(self, reason: str) -> None:
        """Changes are looked for now and then only, for this reason; "" when no longer so."""
        ...
