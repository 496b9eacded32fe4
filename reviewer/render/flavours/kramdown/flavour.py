"""kramdown as Jekyll sets it up, and what the site's configuration says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reviewer.render.flavours.flavour import OPEN_ID
from reviewer.render.flavours.heading_ids import numbered
from reviewer.render.flavours.kramdown.document import read
from reviewer.render.flavours.kramdown.endings import to_html
from reviewer.render.flavours.kramdown.settings import DEFAULTS, Settings
from reviewer.render.flavours.piecewise import is_piecewise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Kramdown:
    """kramdown, with the rules of its GFM parser unless the site says otherwise."""

    settings: Settings = DEFAULTS
    name: str = "kramdown"
    label: str = "kramdown"

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Kramdown:
        """The flavour of a site with this configuration."""
        settings = Settings.of(config)
        return cls(settings, label="kramdown (GFM)" if settings.gfm else "kramdown")

    @property
    def notes(self) -> tuple[str, ...]:
        """What the site sets otherwise than Jekyll does, in words."""
        names = ", ".join(self.settings.changed)
        return (f"The site sets {names}",) if names else ()

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        return to_html(read(text, self.settings))

    def is_piecewise(self, text: str) -> bool:
        """Whether nothing in ``text``, like a footnote, reaches from one piece to another."""
        return is_piecewise(text)

    def piece(self, text: str) -> str:
        """The HTML of a piece; ids made of words begin with ``OPEN_ID``."""
        prefix = OPEN_ID + self.settings.auto_id_prefix
        return to_html(read(text, replace(self.settings, auto_id_prefix=prefix)))

    def ids(self, words: Sequence[str]) -> Sequence[str | None]:
        """The ids of all headings, in their order; kramdown writes none that is empty."""
        return [name or None for name in numbered(words)]
