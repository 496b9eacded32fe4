"""Search results and cards: what they show of a post, and what is cut off."""

from __future__ import annotations

import pytest

from reviewer.render.cards.facts import Facts, Origin, Part, Site
from reviewer.render.cards.snippet import DESKTOP, DEVICES, PHONE, Device, snippet
from reviewer.render.cards.social import (
    FACEBOOK,
    LARGE,
    NETWORKS,
    SUMMARY,
    X_LARGE,
    X_SUMMARY,
    Crop,
    Network,
    card,
    crop,
)
from reviewer.render.cards.widths import arial_width

LONG = "Norland and Westmark open a joint review of the trade pact that both had signed in spring"


def made(title: str = "Ford held talks", **parts: Part | str) -> Facts:
    """The facts of a post."""
    usual: dict[str, Part | str] = {
        "description": Part("What they said.", Origin.FIELD, ("description",)),
        "date": Part("1 Feb 2026", Origin.FIELD, ("date",)),
        "social_title": Part(title),
        "social_description": Part("What they said."),
        "image": Part("/a.png"),
        "alt": Part(),
    }
    site = Site("jekyll", {"title": "Economy News"}, "https://economy.example")
    return Facts(site, "/2026/02/01/ford/", Part(title), **{**usual, **parts})  # type: ignore[arg-type]


def test_a_result_has_site_address_title_and_dated_description() -> None:
    found = snippet(made(), DESKTOP, arial_width)
    assert found.site == "Economy News"
    assert found.address == "https://economy.example › 2026 › 02 › 01 › ford"
    assert found.title.lines == ("Ford held talks",)
    assert found.description.lines == ("1 Feb 2026 — What they said.",)


def test_a_long_title_is_cut_on_a_computer() -> None:
    title = snippet(made(LONG), DESKTOP, arial_width).title
    assert title.cut
    assert title.width > title.room == 600
    assert title.lines[0].endswith(" …")


def test_a_phone_has_two_lines_for_the_title() -> None:
    assert len(snippet(made(LONG), PHONE, arial_width).title.lines) == 2


@pytest.mark.parametrize(("device", "limit"), [(DESKTOP, 920), (PHONE, 680)])
def test_a_long_description_is_cut_at_its_limit(device: Device, limit: int) -> None:
    found = snippet(made(description=Part("word " * 60)), device, arial_width).description
    assert found.cut
    assert found.room == limit
    assert sum(arial_width(line, 14) for line in found.lines) <= limit


@pytest.mark.parametrize("device", DEVICES)
def test_the_address_stays_on_its_line(device: Device) -> None:
    found = snippet(made(), device, lambda text, size, **_bold: size * len(text))
    assert 12 * len(found.address) <= device.width - device.indent


def test_a_card_has_domain_title_and_description() -> None:
    found = card(made(), FACEBOOK, arial_width)
    assert found.domain == "ECONOMY.EXAMPLE"
    assert found.title.lines == ("Ford held talks",)
    assert found.description.lines == ("What they said.",)


@pytest.mark.parametrize("network", NETWORKS)
def test_a_long_title_stays_in_its_lines(network: Network) -> None:
    title = card(made(f"{LONG} {LONG}"), network, arial_width).title
    assert title.cut
    assert len(title.lines) <= network.title_room.lines


@pytest.mark.parametrize(
    ("asked", "image", "sent"),
    [("", "/a.png", X_LARGE), ("", "", X_SUMMARY), (SUMMARY, "/a.png", X_SUMMARY)],
)
def test_the_site_sends_one_of_xs_cards(asked: str, image: str, sent: Network) -> None:
    facts = made(image=Part(image), card=asked)
    assert [n for n in (X_LARGE, X_SUMMARY) if card(facts, n, arial_width).sent] == [sent]


def test_a_large_card_that_was_asked_for_is_sent_without_an_image() -> None:
    assert card(made(image=Part(), card=LARGE), X_LARGE, arial_width).sent


@pytest.mark.parametrize(
    ("size", "seen"),
    [
        ((1000, 500), Crop()),
        ((1000, 1000), Crop(top=0.25, bottom=0.75)),
        ((2000, 500), Crop(left=0.25, right=0.75)),
        ((0, 0), Crop()),
    ],
)
def test_images_are_cut_from_their_middle(size: tuple[int, int], seen: Crop) -> None:
    assert crop(size, (500, 250)) == seen
