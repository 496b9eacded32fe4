"""The colours of search engines and networks, as their cards show a post on their own pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResultColours:
    """A search engine's own colours."""

    ground: str
    edge: str
    icon: str
    site: str
    address: str
    title: str
    text: str
    date: str


@dataclass(frozen=True, slots=True)
class NetworkColours:
    """A network's own colours."""

    ground: str
    edge: str
    empty: str
    domain: str
    title: str
    text: str


RESULT_BY_DAY = ResultColours(
    *("#ffffff", "#dadce0", "#e8eaed", "#202124", "#4d5156", "#1a0dab", "#474747", "#70757a"),
)
RESULT_BY_NIGHT = ResultColours(
    *("#1f1f1f", "#3c4043", "#303134", "#dadce0", "#bdc1c6", "#99c3ff", "#bfbfbf", "#9aa0a6"),
)

NETWORKS_BY_DAY = {
    "facebook": NetworkColours("#f0f2f5", "#dadde1", "#e4e6eb", "#65676b", "#050505", "#65676b"),
    "x": NetworkColours("#ffffff", "#cfd9de", "#eff3f4", "#536471", "#0f1419", "#536471"),
    "linkedin": NetworkColours("#edf3f8", "#d9e0e7", "#dde5ec", "#5e5e5e", "#1f1f1f", "#5e5e5e"),
}
NETWORKS_BY_NIGHT = {
    "facebook": NetworkColours("#333334", "#3e4042", "#3a3b3c", "#b0b3b8", "#e4e6eb", "#b0b3b8"),
    "x": NetworkColours("#000000", "#2f3336", "#16181c", "#71767b", "#e7e9ea", "#71767b"),
    "linkedin": NetworkColours("#293138", "#38434f", "#38434f", "#b0b7be", "#eceff1", "#b0b7be"),
}
ON_IMAGE = "#ffffff"
"""What X writes over an image."""
BELOW_IMAGE = "#71767b"
"""And what it writes below one, by day and by night."""
