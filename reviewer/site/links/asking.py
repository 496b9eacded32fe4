"""Asks a server whether it has a page: by HEAD, and by GET where HEAD is not answered well.

No link of a post may make this computer look into its own network: names that
lead there are not followed, nor are redirects, unless the link itself says so.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import httpx

from reviewer import __version__
from reviewer.site.links.outcome import Outcome, State, judged

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_REDIRECTS = 10
PATIENCE = 10.0
"""Seconds for each step of an answer."""
FOR_GOOD = (301, 308)
REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; Reviewer/{__version__}; link check)",
    "Accept": "*/*",
}


class Refused(Exception):
    """This address is not asked for; the message says why."""


def new_client(patience: float = PATIENCE) -> httpx.Client:
    """A client that several threads may share; to be closed."""
    limits = httpx.Limits(max_connections=64, max_keepalive_connections=16)
    return httpx.Client(headers=_HEADERS, timeout=patience, limits=limits, follow_redirects=False)


def resolved(host: str) -> list[str]:
    """The numbers that a name stands for; raises ``OSError``."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(each[4][0]).partition("%")[0] for each in found]


def ask(
    client: httpx.Client, address: str, resolve: Callable[[str], list[str]] = resolved
) -> Outcome:
    """How the page at ``address`` does; nothing is raised for what goes wrong on the way."""
    try:
        return _followed(client, address, resolve)
    except Refused as error:
        return Outcome(address, State.NOT_ASKED, str(error))
    except httpx.TimeoutException:
        return Outcome(address, State.UNREACHABLE, "The site did not answer in time.")
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError, ValueError):
        return Outcome(address, State.UNREACHABLE, "This is no address that can be asked for.")
    except socket.gaierror:
        return Outcome(address, State.UNREACHABLE, "There is no site of this name.")
    except (httpx.HTTPError, OSError) as error:
        return Outcome(address, State.UNREACHABLE, f"The site cannot be reached: {error}.")


def _followed(client: httpx.Client, address: str, resolve: Callable[[str], list[str]]) -> Outcome:
    """The answer at the end of all redirects."""
    at = address
    is_for_good = True
    target = ""
    may_be_private = _is_private_name(_host(address))
    for _redirect in range(MOST_REDIRECTS + 1):
        if not may_be_private:
            _refuse_private(_host(at), resolve)
        status, location = _answer(client, at)
        if status not in REDIRECTS or not location:
            return judged(address, status, target)
        at = urljoin(at, location)
        if urlsplit(at).scheme not in ("http", "https"):
            raise Refused("The site leads to something that is no page.")
        is_for_good = is_for_good and status in FOR_GOOD
        target = at if is_for_good else target
    return Outcome(address, State.FAILING, "The site leads round in circles.")


def _answer(client: httpx.Client, address: str) -> tuple[int, str]:
    """Status and, of a redirect, where it leads."""
    answer = client.head(address)
    if answer.status_code >= 400:  # many servers answer HEAD with an error, or not truly
        with client.stream("GET", address) as answer:
            return answer.status_code, answer.headers.get("location", "")
    return answer.status_code, answer.headers.get("location", "")


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _refuse_private(host: str, resolve: Callable[[str], list[str]]) -> None:
    if _is_private_name(host) or any(map(_is_private, resolve(host))):
        raise Refused("This leads into a private network.")


def _is_private_name(host: str) -> bool:
    """Whether the name itself says that it is private."""
    return host == "localhost" or host.endswith(".localhost") or _is_private(host)


def _is_private(number: str) -> bool:
    try:
        return not ipaddress.ip_address(number).is_global
    except ValueError:
        return False
