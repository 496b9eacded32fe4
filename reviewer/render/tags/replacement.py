"""What stands for a tag on the page: a chip, or what the site's engine would make of it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Replacement:
    """A tag's looks: as ``html`` in running text, inside an ``address``, inside ``code``.

    A ``block`` is no part of a paragraph.
    """

    source: str
    html: str
    address: str
    code: str
    block: bool = False


def chip(source: str) -> Replacement:
    """The labelled chip of a tag that nobody here can render."""
    html = f'<span class="chip" title="{escape(source)}">{escape(label(source))}</span>'
    return Replacement(source, html, source, source)


def words(source: str, text: str) -> Replacement:
    """Plain text that the tag stands for."""
    return Replacement(source, escape(text, quote=False), text, text)


def nothing(source: str) -> Replacement:
    """A tag that the site shows nothing of."""
    return Replacement(source, "", "", "", block=True)


def block(source: str, html: str) -> Replacement:
    """HTML that stands between paragraphs."""
    return Replacement(source, html, source, source, block=True)


def label(source: str) -> str:
    """What a tag says, without its braces and not longer than a chip should be."""
    said = " ".join(source.strip("{}%<>- \n\t").split())
    if len(said) > LONGEST_LABEL:
        said = said[: LONGEST_LABEL - 1].rstrip() + "…"
    return said or source
