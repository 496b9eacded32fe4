"""One round over many addresses: several hosts at once, and each of them gently."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import zip_longest
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reviewer.site.links import asking
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import httpx

    from reviewer.site.links.memory import Memory
    from reviewer.site.links.outcome import Outcome

AT_ONCE = 16
AT_ONCE_PER_HOST = 2
GLANCE = 0.2
"""Seconds after which a round that waits looks whether it is still wanted."""


class Round:
    """Asks for pages; what ``memory`` knows is not asked again."""

    def __init__(
        self,
        client: httpx.Client,
        memory: Memory,
        ask: Callable[[httpx.Client, str], Outcome] | None = None,
    ) -> None:
        self._client = client
        self._memory = memory
        self._ask = ask or asking.ask

    def run(
        self, addresses: Iterable[str], cancelled: Callable[[], bool] = never
    ) -> Iterator[Outcome]:
        """The outcome for each page, as they come; those known first."""
        wanted = dict.fromkeys(map(page_of, addresses))
        unknown = []
        for address in wanted:
            known = self._memory.recall(address)
            if known is None:
                unknown.append(address)
            else:
                yield known
        if unknown:
            yield from self._asked(unknown, cancelled)

    def _asked(self, addresses: list[str], cancelled: Callable[[], bool]) -> Iterator[Outcome]:
        queue = list(reversed(_in_turns(addresses)))
        busy: dict[str, int] = defaultdict(int)
        pending: dict[Future[Outcome], str] = {}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                while (queue or pending) and not cancelled():
                    for address in _startable(queue, busy, AT_ONCE - len(pending)):
                        pending[pool.submit(self._ask, self._client, address)] = address
                    done, _waiting = wait(pending, GLANCE, FIRST_COMPLETED)
                    for future in done:
                        busy[_host(pending.pop(future))] -= 1
                        yield self._memory.keep(future.result())
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


def page_of(address: str) -> str:
    """The address without what names a place within the page."""
    return address.partition("#")[0]


def _startable(queue: list[str], busy: dict[str, int], count: int) -> list[str]:
    """Take so many addresses from the queue's end as may be asked for now."""
    taken: list[str] = []
    left: list[str] = []
    while queue and len(taken) < count:
        address = queue.pop()
        host = _host(address)
        if busy[host] < AT_ONCE_PER_HOST:
            busy[host] += 1
            taken.append(address)
        else:
            left.append(address)
    queue += reversed(left)
    return taken


def _in_turns(addresses: list[str]) -> list[str]:
    """One of each host after the other, so that no host holds the others up."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[_host(address)].append(address)
    return [each for turn in zip_longest(*by_host.values()) for each in turn if each is not None]


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
