"""What the form of a post holds that the post itself does not say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.document.post import Post
    from reviewer.schema.field import Option


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the last edit of a field was not made, and what was typed.

    ``over`` is how the value was written then: once that has changed, the
    refusal is of no interest any more.
    """

    why: str
    text: str | None
    over: str


@dataclass(slots=True)
class Wishes:
    """One for each post.

    ``opened``: absent fields that are laid out to be filled, with their kind;
    ``pinned``: editors that must not change while they are typed into;
    ``kinds`` and ``narrow``: what fields without schema were, and which fields
    were short, when the post was opened; ``found``: values that the folder was
    searched for, to choose from.
    """

    opened: dict[Path, str] = field(default_factory=dict)
    refused: dict[Path, Refusal] = field(default_factory=dict)
    pinned: dict[Path, str] = field(default_factory=dict)
    kinds: dict[Path, str] = field(default_factory=dict)
    narrow: dict[Path, bool] = field(default_factory=dict)
    found: dict[Path, tuple[Option, ...]] = field(default_factory=dict)

    def draft(self, path: Path) -> str | None:
        """What was typed and could not be written, ``None`` for nothing."""
        refusal = self.refused.get(path)
        return refusal.text if refusal else None

    def forget_outdated(self, post: Post) -> None:
        """The post has changed elsewhere: refusals of what is written no longer go."""
        self.pinned.clear()
        for path, refusal in tuple(self.refused.items()):
            if post.written(path) != refusal.over:
                del self.refused[path]
