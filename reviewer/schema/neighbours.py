"""What validation asks about the other posts of the folder.

Whether a value that must be unique stands elsewhere, and whether the post that
a reference names exists. Who knows all posts answers at once; who does not
goes by ``Remembered`` answers and finds out later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.schema.condition import look_up

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from reviewer.schema.field import Reference

PATH, SLUG = "path", "slug"
"""Values of a reference that the file itself gives."""


class Neighbours(Protocol):
    """The other posts, as seen from one."""

    def others_with(self, name: str, value: Any) -> Sequence[str]:
        """The paths of other posts whose field ``name`` (dots lead inwards) has the value."""
        ...

    def exists(self, reference: Reference, value: Any) -> bool:
        """Whether there is a post that the value refers to.

        Also where no post at all could be referred to: what is meant then lies
        in files that are no posts, such as data files.
        """
        ...

    def values(self, reference: Reference) -> Sequence[str]:
        """All values that would refer to a post, to tell which one was meant."""
        ...


def value_of(path: str, data: Any, name: str) -> Any:
    """What a reference to a post stores: a field of it, its path, or its file's name."""
    if name == PATH:
        return path
    found = look_up(data, name)
    if name == SLUG and found is None:
        return path.rpartition("/")[2].rpartition(".")[0]
    return found


def key_of(value: Any) -> Hashable:
    """What two values have in common that count as the same."""
    if isinstance(value, str):
        return value.strip().casefold()
    return (type(value).__name__, repr(value))


@dataclass(frozen=True, slots=True)
class Value:
    """The question which other posts have a value; ``key`` is that of ``key_of``."""

    name: str
    key: Hashable


@dataclass(frozen=True, slots=True)
class Target:
    """The question whether there is a post that the value ``text`` refers to."""

    reference: Reference
    text: str


Question = Value | Target


@dataclass(frozen=True, slots=True)
class Answered:
    """``paths`` have the value; a target is ``found``, else ``values`` are those that would be."""

    paths: tuple[str, ...] = ()
    found: bool = True
    values: tuple[str, ...] = ()


NOTHING = Answered()


@dataclass(frozen=True, slots=True)
class Remembered:
    """Neighbours of whom only these answers are known; all else is taken to be fine.

    ``asked`` notes every question, so that whoever wants to know more can find out.
    """

    answers: Mapping[Question, Answered] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)

    def others_with(self, name: str, value: Any) -> Sequence[str]:
        """As far as is known."""
        return self._ask(Value(name, key_of(value))).paths

    def exists(self, reference: Reference, value: Any) -> bool:
        """As far as is known."""
        return self._ask(Target(reference, str(value))).found

    def values(self, reference: Reference) -> Sequence[str]:
        """Those that came with the answer that something does not exist."""
        return next(
            (
                answer.values
                for question, answer in self.answers.items()
                if isinstance(question, Target)
                and question.reference == reference
                and not answer.found
            ),
            (),
        )

    def _ask(self, question: Question) -> Answered:
        self.asked.append(question)
        return self.answers.get(question, NOTHING)
