"""What a merge comes to: the merged post, and what only a person can decide."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewer.document.edits import Span
    from reviewer.document.operations import Path
    from reviewer.document.post import Post


class Part(Enum):
    """What a conflict is about."""

    FIELD = "field"
    FRONT_MATTER = "front matter"
    BODY = "body"
    FILE = "file"


class Choice(Enum):
    """Whose version is to stand."""

    MINE = "mine"
    THEIRS = "theirs"
    BASE = "base"


@dataclass(frozen=True, slots=True)
class Version:
    """What one side has: its text, for fields also its value; absent where it has none.

    The text of a field is that of its entry, key and comments included.
    """

    text: str
    value: Any = field(default=None, compare=False)
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both sides changed differently.

    ``path`` names a field, in the merged data; ``span`` is where my version
    stands in the merged text (empty where I have none).
    """

    part: Part
    path: Path
    base: Version
    mine: Version
    theirs: Version
    span: Span

    def version(self, choice: Choice) -> Version:
        """What ``choice`` would put in place."""
        return {Choice.MINE: self.mine, Choice.THEIRS: self.theirs, Choice.BASE: self.base}[choice]


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged post, my version standing where there is a conflict.

    ``post.edits`` leads there from my text (nothing where the encoding changed).
    """

    post: Post
    conflicts: tuple[Conflict, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left to decide."""
        return not self.conflicts
