"""Asks the site's server whether it has a page, before the page is shown."""

from __future__ import annotations

from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

PATIENCE = 20.0
"""Seconds; some engines render a page when it is asked for."""
FOUND = range(200, 400)


@dataclass(frozen=True, slots=True)
class PageFound:
    """The page of a post; ``path`` is empty where the engine makes none."""

    origin: str
    path: str
    found: bool

    @property
    def address(self) -> str:
        """The whole address."""
        return f"{self.origin}{self.path}"


def find_page(origin: str, path: str) -> PageFound:
    """Ask for a page, and read no more than whether it is there."""
    if not path:
        return PageFound(origin, "", found=False)
    place = urlsplit(origin)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return PageFound(origin, path, connection.getresponse().status in FOUND)
    except (OSError, HTTPException):
        return PageFound(origin, path, found=False)
    finally:
        connection.close()
