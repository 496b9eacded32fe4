"""What asking for a page came to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

NOT_FOR_US = (401, 403, 407, 418, 429, 451, 999)
"""What servers answer to programs, whether or not people get the page."""


class State(StrEnum):
    """How a link does."""

    FINE = "fine"
    MOVED = "moved"
    GONE = "gone"
    FAILING = "failing"
    UNREACHABLE = "unreachable"
    UNSURE = "unsure"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the page at ``address`` does; ``at`` is when it was asked for, in seconds.

    ``target`` is where a page that moved for good is now.
    """

    address: str
    state: State
    says: str = ""
    target: str = ""
    at: float = 0.0

    @property
    def is_bad(self) -> bool:
        """Whether a reader who follows the link gets nothing."""
        return self.state in (State.GONE, State.FAILING, State.UNREACHABLE)


def judged(address: str, status: int, target: str = "") -> Outcome:
    """What an answer says of a link; ``target`` is where it was sent to for good."""
    if status in (404, 410):
        return Outcome(address, State.GONE, f"The page is gone ({_named(status)}).")
    if status in NOT_FOR_US:
        return Outcome(address, State.UNSURE, f"The site lets no program look ({_named(status)}).")
    if status >= 400:
        return Outcome(address, State.FAILING, f"The site fails ({_named(status)}).")
    if target and target != address:
        return Outcome(address, State.MOVED, f"The page has moved for good: {target}", target)
    return Outcome(address, State.FINE)


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
