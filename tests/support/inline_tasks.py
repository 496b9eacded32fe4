"""Background work that is done at once by the caller, so that tests need not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.ui.tasks import Stream

T = TypeVar("T")


class InlineTasks:
    """Tasks that are never in the background."""

    def run(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Work now, then call ``done``."""
        self.stream(key, lambda _stream: work(), lambda _part: None, done, failed)

    def stream(
        self,
        key: str,
        work: Callable[[Stream], T],
        part: Callable[[Any], None],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Work now, handing each part on, then call ``done``."""
        try:
            result = work(_Straight(part))
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)

    def cancel(self, key: str) -> None:
        """Nothing to forget: what was asked for is done already."""

    def is_busy(self, key: str = "") -> bool:
        """Never: what was asked for is done already."""
        return False

    def close(self) -> None:
        """No threads to wait for."""


class _Straight:
    """A stream that calls the receiver at once and is never cancelled."""

    def __init__(self, send: Callable[[Any], None]) -> None:
        self.send = send

    def cancelled(self) -> bool:
        """Somebody waits."""
        return False
