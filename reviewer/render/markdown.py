"""Markdown to harmless HTML, cut into blocks that know their lines.

What the engines do differently is a matter of flavours; what happens before and
after Markdown is the same for all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from reviewer.render.blocks import Block, split
from reviewer.render.embeds import replace_embeds
from reviewer.render.flavours.registry import flavour_for
from reviewer.render.images import Images, PreviewAddresses
from reviewer.render.sanitise import sanitise
from reviewer.render.tangles import is_tangled
from reviewer.render.template_tags import Protected, TagSyntax, protect

if TYPE_CHECKING:
    from reviewer.render.flavours.flavour import Flavour
    from reviewer.render.images import Addresses

NOT_RENDERED = "This text is too tangled to be rendered; it is shown as it is written."


@dataclass(frozen=True, slots=True)
class Rendered:
    """The body of a post, block by block; ``blocked`` are the images not loaded."""

    blocks: tuple[Block, ...]
    blocked: tuple[str, ...] = ()

    @property
    def html(self) -> str:
        """All blocks in one, with their lines in the body as ``data-line``."""
        return "\n".join(block.marked() for block in self.blocks)


@dataclass(frozen=True, slots=True)
class BodyOptions:
    """What the rendering of a body depends on besides its text."""

    addresses: Addresses = field(default_factory=PreviewAddresses)
    remote_images: bool = False
    tags: TagSyntax = TagSyntax.ALL
    flavour: Flavour = field(default_factory=lambda: flavour_for("", {}))


def render_body(text: str, options: BodyOptions | None = None) -> Rendered:
    """Render and sanitise ``text``.

    Text too tangled or nested too deeply for the parser is shown as it is written.
    """
    options = options or BodyOptions()
    parts = split(
        sanitise(_to_html(text, options)), Images(options.addresses, options.remote_images)
    )
    return Rendered(parts.blocks, tuple(dict.fromkeys(parts.blocked)))


def _to_html(text: str, options: BodyOptions) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_tangled(text):
        return _as_written(text)
    try:
        return _convert(protect(text, options.tags), options.flavour)
    except RecursionError:
        return _as_written(text)


def _convert(protected: Protected, flavour: Flavour) -> str:
    return replace_embeds(protected.restore(flavour.to_html(protected.text)))


def _as_written(text: str) -> str:
    return f'<p class="notice">{NOT_RENDERED}</p><pre>{escape(text)}</pre>'
