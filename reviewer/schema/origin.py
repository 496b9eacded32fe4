"""Where a rule comes from: the posts, another tool's configuration, or ``reviewer.yml``.

Editors trust a rule when they can see who made it, and rules of different
origin are of different weight: what somebody declared counts as an error when
it is broken, what was learnt or imported only warns.
"""

from __future__ import annotations

from dataclasses import dataclass

INFERRED = "inferred"
ENGINE = "engine"
IMPORTED = "imported"
DECLARED = "declared"

PRECEDENCE = (INFERRED, ENGINE, IMPORTED, DECLARED)
"""The later outweighs the earlier, attribute by attribute."""


@dataclass(frozen=True, slots=True)
class Origin:
    """``kind`` is one of the constants above.

    ``file`` is relative to the content folder, ``line`` counts from 1 (0:
    unknown); ``posts`` is the number of posts that a learnt rule rests on.
    """

    kind: str = INFERRED
    file: str = ""
    line: int = 0
    posts: int = 0

    @property
    def text(self) -> str:
        """``inferred from 37 posts``, ``imported from .pages.yml, line 12``."""
        if self.kind == INFERRED:
            posts = "post" if self.posts == 1 else "posts"
            return f"inferred from {self.posts:,} {posts}" if self.posts else ""
        place = f"{self.file}, line {self.line}" if self.line else self.file
        word = _WORDS.get(self.kind, self.kind)
        return f"{word} {place}" if place else self.kind


UNKNOWN = Origin()
"""The origin of what nobody claims."""
BY_HAND = Origin(DECLARED)
"""The origin of what somebody declared in a place that is not known."""
_WORDS = {ENGINE: "given by", IMPORTED: "imported from", DECLARED: "declared in"}
