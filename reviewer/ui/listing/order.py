"""The orders in which the list can stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reviewer.site.entries import Entry


@dataclass(frozen=True, slots=True)
class Order:
    """``key`` sorts upwards, ties by path; with ``backwards`` the largest comes first.

    ``by_findings``: it stands only once all posts have been checked.
    """

    name: str
    label: str
    key: Callable[[Entry], Any]
    backwards: bool = False
    by_findings: bool = False


NEWEST = "newest"
ORDERS = {
    order.name: order
    for order in (
        Order(NEWEST, "Newest first", lambda entry: entry.date, backwards=True),
        Order("oldest", "Oldest first", lambda entry: (not entry.date, entry.date)),
        Order("title", "Title", lambda entry: entry.title.casefold()),
        Order(
            "problems",
            "Most problems",
            lambda entry: (-(entry.errors or bool(entry.problem)), -entry.warnings),
            by_findings=True,
        ),
        Order("path", "Path", lambda entry: entry.path),
    )
}


def known(name: str) -> str:
    """``name`` if it is that of an order, else the usual one."""
    return name if name in ORDERS else NEWEST


def label_of(name: str) -> str:
    """What the menu calls an order."""
    return tr(ORDERS[name].label)


def in_order(entries: Iterable[Entry], name: str) -> list[Entry]:
    """``entries`` sorted; ties stand by path, whichever way the order runs."""
    order = ORDERS[name]
    by_path = sorted(entries, key=lambda entry: entry.path)
    return sorted(by_path, key=order.key, reverse=order.backwards)
