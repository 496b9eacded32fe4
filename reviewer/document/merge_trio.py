"""The three posts of a merge, the parts of their text, and what their front matter comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.document.merge_values import ValueConflict
    from reviewer.document.post import Post


@dataclass(frozen=True, slots=True)
class Trio:
    """The three posts."""

    base: Post
    mine: Post
    theirs: Post

    @property
    def all(self) -> tuple[Post, Post, Post]:
        """Base, mine, theirs."""
        return self.base, self.mine, self.theirs


def head(post: Post) -> str:
    """The text above the body."""
    return post.text[: post.body_span.start]


def block(post: Post) -> str:
    """The text between the fences."""
    span = post.block_span
    return post.text[span.start : span.end] if span else ""


@dataclass(frozen=True, slots=True)
class Front:
    """Merged front matter: everything from the first to the closing line, and its conflicts."""

    head: str
    conflicts: tuple[ValueConflict, ...] = ()
