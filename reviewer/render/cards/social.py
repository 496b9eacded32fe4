"""Cards of shared links as the social networks draw them, and what they cut from an image."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reviewer.render.cards.lines import Fitted, Room, Ruler, Type

if TYPE_CHECKING:
    from reviewer.render.cards.facts import Facts
    from reviewer.render.cards.widths import TextWidth

SUMMARY, LARGE = "summary", "summary_large_image"


class Layout(Enum):
    """Where the words stand beside the image."""

    BELOW = "below"
    WITHIN = "within"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Network:
    """One kind of card: its width, its image's size, and the lines that its texts get.

    Below ``least`` pixels the network shows the image small, or not at all.
    """

    key: str
    label: str
    layout: Layout
    width: int
    image: tuple[int, int]
    least: tuple[int, int]
    title: Type
    title_room: Room
    text: Type
    text_room: Room | None = None
    shouts: bool = False
    """Whether the domain is in capitals."""


FACEBOOK = Network(
    *("facebook", "Facebook", Layout.BELOW, 500, (500, 262), (600, 315)),
    *(Type(17, bold=True), Room(468, 2), Type(15), Room(468, 1)),
    shouts=True,
)
X_LARGE = Network(
    *("x-large", "X, large image", Layout.WITHIN, 516, (516, 270), (300, 157)),
    *(Type(13), Room(476), Type(13)),
)
X_SUMMARY = Network(
    *("x-summary", "X, summary", Layout.BESIDE, 516, (130, 130), (144, 144)),
    *(Type(15), Room(362), Type(15), Room(362, 2)),
)
LINKEDIN = Network(
    *("linkedin", "LinkedIn", Layout.BELOW, 552, (552, 289), (1200, 627)),
    *(Type(14, bold=True), Room(528, 2), Type(12)),
)
NETWORKS = (FACEBOOK, X_LARGE, X_SUMMARY, LINKEDIN)


@dataclass(frozen=True, slots=True)
class Card:
    """One card, line by line; of X's two kinds one is ``sent`` by the site."""

    network: Network
    domain: str
    title: Fitted
    description: Fitted
    sent: bool = True


@dataclass(frozen=True, slots=True)
class Crop:
    """What a frame leaves of an image, in fractions of its width and height."""

    left: float = 0
    top: float = 0
    right: float = 1
    bottom: float = 1

    @property
    def lost_sideways(self) -> float:
        """The fraction cut off at the left and at the right, each."""
        return self.left

    @property
    def lost_upright(self) -> float:
        """The fraction cut off at the top and at the bottom, each."""
        return self.top


def card(facts: Facts, network: Network, measure: TextWidth) -> Card:
    """The card of a post in a network."""
    domain = facts.site.domain
    title = Ruler(measure, network.title).fit(facts.social_title.text, network.title_room)
    room = network.text_room
    text = Ruler(measure, network.text).fit(facts.social_description.text, room) if room else None
    return Card(
        network=network,
        domain=domain.upper() if network.shouts else domain,
        title=title,
        description=text or Fitted(),
        sent=_is_sent(facts, network),
    )


def crop(size: tuple[int, int], box: tuple[int, int]) -> Crop:
    """What is seen of an image of ``size`` that fills ``box`` from its middle."""
    (width, height), (wide, high) = size, box
    if min(width, height, wide, high) <= 0:
        return Crop()
    shape, wanted = width / height, wide / high
    if shape > wanted:
        lost = (1 - wanted / shape) / 2
        return Crop(left=lost, right=1 - lost)
    lost = (1 - shape / wanted) / 2
    return Crop(top=lost, bottom=1 - lost)


def _is_sent(facts: Facts, network: Network) -> bool:
    if network not in (X_LARGE, X_SUMMARY):
        return True
    kind = facts.card or (LARGE if facts.image.text else SUMMARY)
    return (kind == LARGE) == (network is X_LARGE)
