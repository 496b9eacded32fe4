"""Markdown to harmless HTML, cut into blocks that know their lines.

What the engines do differently is a matter of flavours; what happens before and
after Markdown is the same for all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from reviewer.render.blocks import Block, Split, split
from reviewer.render.embeds import replace_embeds
from reviewer.render.flavours.flavour import Piecewise
from reviewer.render.flavours.registry import flavour_for
from reviewer.render.images import Images, PreviewAddresses
from reviewer.render.incremental import Memory, Pipeline, render_pieces
from reviewer.render.sanitise import sanitise
from reviewer.render.tags.protecting import protect
from reviewer.render.tags.surroundings import Alone
from reviewer.render.tags.syntax import TagSyntax
from reviewer.render.tangles import LONGEST, is_tangled, is_too_long
from reviewer.render.targets import EVERYWHERE, Targets

if TYPE_CHECKING:
    from reviewer.render.flavours.flavour import Flavour
    from reviewer.render.images import Addresses
    from reviewer.render.tags.protected import Protected
    from reviewer.render.tags.surroundings import Surroundings

NOT_RENDERED = "This text is too tangled to be rendered; it is shown as it is written."
TOO_LONG = "This text is too long to be rendered; its beginning is shown as it is written."


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
    """What the rendering of a body depends on besides its text.

    ``around`` is the site that tags ask; what it answers shows in the text or in
    the names of its parts, so that it need not be compared.
    """

    addresses: Addresses = field(default_factory=PreviewAddresses)
    remote_images: bool = False
    tags: TagSyntax = TagSyntax.ALL
    flavour: Flavour = field(default_factory=lambda: flavour_for("", {}))
    around: Surroundings = field(default_factory=Alone, compare=False)
    targets: Targets = EVERYWHERE

    @property
    def images(self) -> Images:
        """What is shown of images."""
        return Images(self.addresses, self.remote_images, self.targets)


def render_body(
    text: str, options: BodyOptions | None = None, memory: Memory | None = None
) -> Rendered:
    """Render and sanitise ``text``.

    Text too long, too tangled or nested too deeply for the parser is shown as it is written.
    With ``memory``, the same comes quicker where an earlier revision was rendered.
    """
    options = options or BodyOptions()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = (_in_pieces(text, options, memory) if memory else None) or _whole(text, options)
    return Rendered(parts.blocks, tuple(dict.fromkeys(parts.blocked)))


def _in_pieces(text: str, options: BodyOptions, memory: Memory) -> Split | None:
    if is_too_long(text) or is_tangled(text) or not isinstance(options.flavour, Piecewise):
        return None
    protected = protect(text, options.tags, options.around)
    pipeline = Pipeline(
        options.flavour, partial(_finish, protected), protected.name, options.images
    )
    try:
        return render_pieces(protected.text, pipeline, memory, options)
    except RecursionError:
        return None


def _whole(text: str, options: BodyOptions) -> Split:
    return split(sanitise(_to_html(text, options)), options.images)


def _to_html(text: str, options: BodyOptions) -> str:
    if is_too_long(text):
        return _as_written(text[:LONGEST], TOO_LONG)
    if is_tangled(text):
        return _as_written(text)
    try:
        return _convert(protect(text, options.tags, options.around), options.flavour)
    except RecursionError:
        return _as_written(text)


def _convert(protected: Protected, flavour: Flavour) -> str:
    return _finish(protected, flavour.to_html(protected.text))


def _finish(protected: Protected, html: str) -> str:
    return replace_embeds(protected.restore(html))


def _as_written(text: str, why: str = NOT_RENDERED) -> str:
    return f'<p class="notice">{why}</p><pre>{escape(text)}</pre>'
