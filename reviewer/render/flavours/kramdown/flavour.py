"""kramdown as Jekyll sets it up, and what the site's configuration says of it."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.render.flavours.kramdown.document import read
from reviewer.render.flavours.kramdown.endings import to_html
from reviewer.render.flavours.kramdown.settings import DEFAULTS, Settings


@dataclass(frozen=True, slots=True)
class Kramdown:
    """kramdown, with the rules of its GFM parser unless the site says otherwise."""

    settings: Settings = DEFAULTS
    name: str = "kramdown"
    label: str = "kramdown"

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        return to_html(read(text, self.settings))
