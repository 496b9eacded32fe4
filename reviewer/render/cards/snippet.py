"""A search result as Google lays it out, on a computer and on a phone.

Sizes and limits are those in use in 2024 and 2025: titles in Arial of 20
pixels in a column of 600, descriptions in 14 pixels up to some 920 (on phones
680) in all, the date before them counted in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.render.cards.lines import Fitted, Room, Ruler, Type

if TYPE_CHECKING:
    from reviewer.render.cards.facts import Facts
    from reviewer.render.cards.widths import TextWidth

SMALL = Type(12)
CRUMB = " › "
DASH = " — "


@dataclass(frozen=True, slots=True)
class Device:
    """The room of each part; ``width`` is that of the column of results."""

    name: str
    width: int
    title: Type
    title_room: Room
    text: Type
    text_room: Room
    address: Type = SMALL
    indent: int = 38
    """What the site's icon takes of the line with the address."""


DESKTOP = Device("desktop", 600, Type(20), Room(600), Type(14), Room(600, 2, 920))
PHONE = Device("phone", 358, Type(18), Room(358, 2), Type(14), Room(358, 3, 680))
DEVICES = (DESKTOP, PHONE)


@dataclass(frozen=True, slots=True)
class Snippet:
    """One search result, line by line; the description begins with ``date``."""

    device: Device
    site: str
    address: str
    title: Fitted
    description: Fitted
    date: str


def snippet(facts: Facts, device: Device, measure: TextWidth) -> Snippet:
    """The search result of a post on a device."""
    date = f"{facts.date.text}{DASH}" if facts.date.text and facts.description.text else ""
    return Snippet(
        device=device,
        site=facts.site.name or facts.site.domain,
        address=address(facts, device, measure),
        title=Ruler(measure, device.title).fit(facts.title.text, device.title_room),
        description=Ruler(measure, device.text).fit(
            f"{date}{facts.description.text}", device.text_room
        ),
        date=date.strip(),
    )


def address(facts: Facts, device: Device, measure: TextWidth) -> str:
    """The trail of folders; the end of a long one is cut off."""
    ruler = Ruler(measure, device.address)
    return ruler.shortened(CRUMB.join(facts.crumbs), device.width - device.indent)
