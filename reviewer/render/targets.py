"""Which addresses lead nowhere, so that the page can say so where the reader would notice."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Protocol

NO_TARGET = "There is nothing at this address: {address}"
NO_FILE = "There is no such file in the folder."


class Site(Protocol):
    """What is asked of the folder that a post belongs to."""

    def has_target(self, post: str, target: str) -> bool | None:
        """Whether a local link of the post leads to something; None where nobody can tell."""
        ...


@dataclass(frozen=True, slots=True)
class Targets:
    """The addresses in the post at ``post``; without a ``site`` none is known to be wrong."""

    site: Site | None = None
    post: str = ""

    def leads_nowhere(self, address: str) -> bool:
        """Whether there is certainly nothing at a local address."""
        return self.site is not None and self.site.has_target(self.post, address) is False

    def link(self, tag: str, address: str) -> str:
        """A link's start tag, marked where it leads nowhere."""
        if not address or not self.leads_nowhere(address):
            return tag
        title = "" if " title=" in tag else f' title="{escape(NO_TARGET.format(address=address))}"'
        return f"{tag[:-1]} data-broken{title}>"


EVERYWHERE = Targets()
"""For a post that belongs to no folder: nothing is known to lead nowhere."""
