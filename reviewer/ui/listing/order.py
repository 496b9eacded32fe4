"""The orders in which the list can stand; sorting itself is the index's work."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.ui.texts import tr


@dataclass(frozen=True, slots=True)
class Order:
    """``by_findings``: it stands only once all posts have been checked."""

    name: str
    label: str
    by_findings: bool = False


NEWEST = "newest"
NEED = "need"
ORDERS = {
    order.name: order
    for order in (
        Order(NEWEST, "Newest first"),
        Order("oldest", "Oldest first"),
        Order("title", "Title"),
        Order("problems", "Most problems", by_findings=True),
        Order("path", "Path"),
        Order(NEED, "What needs you most", by_findings=True),
    )
}


def known(name: str) -> str:
    """``name`` if it is that of an order, else the usual one."""
    return name if name in ORDERS else NEWEST


def label_of(name: str) -> str:
    """What the menu calls an order."""
    return tr(ORDERS[name].label)
