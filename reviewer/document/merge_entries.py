"""Front matter cut into the texts of its fields, so that each can be merged by itself.

A field's text takes in the comments and blank lines above it. All pieces and
the tail, joined in any order of the fields, are front matter again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document.edits import Span
from reviewer.document.source import line_start

if TYPE_CHECKING:
    from reviewer.document.post import Post


@dataclass(frozen=True, slots=True)
class Entries:
    """The pieces of a block in the order of the text; spans speak of the post's text."""

    spans: dict[Any, Span]
    texts: dict[Any, str]
    tail: str


NO_ENTRIES = Entries({}, {}, "")


def entries_of(post: Post) -> Entries | None:
    """The fields of a post's front matter; ``None`` where they do not stand on lines of their own.

    That is so in JSON, in a YAML flow map, and where TOML spreads a table.
    """
    block = post.block_span
    if block is None:
        return NO_ENTRIES
    if post.format not in ("yaml", "toml"):
        return None
    places = [(place.entry, key) for key in post.data if (place := post.place((key,)))]
    if len(places) != len(post.data):
        return None
    spans: dict[Any, Span] = {}
    at = block.start
    for entry, key in sorted(places, key=lambda found: found[0]):
        if entry.start < at or not _is_whole_lines(post.text, entry):
            return None
        spans[key] = Span(at, entry.end)
        at = entry.end
    texts = {key: post.text[span.start : span.end] for key, span in spans.items()}
    return Entries(spans, texts, post.text[at : block.end])


def _is_whole_lines(text: str, span: Span) -> bool:
    return line_start(text, span.start) == span.start and text[: span.end].endswith(("\n", "\r"))
