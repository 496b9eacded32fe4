"""A field that stands twice: the reader takes the last one, the author may not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.edits import Span, TextEdit, apply
from reviewer.document.operations import same
from reviewer.document.reading import read
from reviewer.document.repair.proposal import Proposal, Step
from reviewer.document.repair.segments import segments
from reviewer.document.source import line_at
from reviewer.document.yaml_text import read as read_yaml

if TYPE_CHECKING:
    from reviewer.document.post import Post

LONGEST = 40_000


def without_repeat(post: Post, key: object) -> Proposal | None:
    """Without the first of the fields called ``key``, which leaves the data as it is."""
    block = post.block_span
    if block is None or post.format != "yaml" or len(block) > LONGEST:
        return None
    written = post.text[block.start : block.end]
    pieces = segments(written, lambda piece: read_yaml(piece, post.dialect).data) or []
    holding = [piece for piece in pieces if piece.data and key in piece.data]
    if len(holding) < 2 or list(holding[0].data or ()) != [key]:
        return None
    first = holding[0]
    start = block.start + sum(len(piece.text) for piece in pieces[: pieces.index(first)])
    edit = TextEdit(Span(start, start + len(first.text)), "")
    text = apply(post.text, (edit,))
    after = read(text, post.dialect).block
    if after is None or not same(after.data, post.data):
        return None
    what = f"“{key}” stands twice; the last one counts."
    step = Step(what, f"Take the first “{key}” away", line_at(post.text, start))
    return Proposal((step,), (edit,), text)
