"""An open post meets another version of its file: what is settled, what is to be decided.

Nothing here changes the post. While decisions are awaited the editor goes on
typing; the meeting is then held anew with the newest text, and the decisions
made so far stay with the things that they are about.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reviewer.document.merge import merge, resolve
from reviewer.document.merge_story import settled

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from reviewer.document.merge_result import Choice, Conflict, Merged
    from reviewer.document.merge_story import Settled
    from reviewer.document.post import Post


@dataclass(frozen=True, slots=True)
class Meeting:
    """Three versions of a post merged, and the decisions made so far, by the conflicts' names."""

    base: Post
    mine: Post
    theirs: Post
    digest: str
    merged: Merged
    decided: Mapping[Hashable, Choice] = field(default_factory=dict)

    @property
    def settled(self) -> tuple[Settled, ...]:
        """What needs no decision."""
        return settled(self.base, self.mine, self.theirs, self.merged.conflicts)

    @property
    def choices(self) -> tuple[Choice | None, ...]:
        """The decision about each conflict; ``None`` where there is none yet."""
        return tuple(map(self.decided.get, _names(self.merged)))

    @property
    def left(self) -> int:
        """How many decisions are still to be made."""
        return self.choices.count(None)

    def choose(self, number: int, choice: Choice) -> Meeting:
        """The meeting with one more decision."""
        return replace(self, decided={**self.decided, _names(self.merged)[number]: choice})

    def outcome(self) -> Post:
        """The post as decided. Raises ``EditRefused`` where it cannot be written so."""
        pairs = zip(self.merged.conflicts, self.choices, strict=True)
        return resolve(self.merged, {conflict: made for conflict, made in pairs if made})

    def go_on(self, mine: Post) -> Meeting:
        """The same meeting with a newer text of mine."""
        if mine.text == self.mine.text:
            return self
        return hold(self.base, mine, self.theirs, self.digest, self.decided)


def hold(
    base: Post,
    mine: Post,
    theirs: Post,
    digest: str,
    decided: Mapping[Hashable, Choice] | None = None,
) -> Meeting:
    """Merge mine with ``theirs``, which stands on disk with ``digest``; may run in any thread."""
    return Meeting(base, mine, theirs, digest, merge(base, mine, theirs), decided or {})


def _names(merged: Merged) -> list[Hashable]:
    """What each conflict is about, whatever I have made of it meanwhile."""
    seen: Counter[Hashable] = Counter()
    names: list[Hashable] = []
    for conflict in merged.conflicts:
        about = _about(conflict)
        names.append((about, seen[about]))
        seen[about] += 1
    return names


def _about(conflict: Conflict) -> Hashable:
    sides = (
        (each.text, repr(each.value), each.absent) for each in (conflict.base, conflict.theirs)
    )
    return conflict.part, conflict.path, *sides
