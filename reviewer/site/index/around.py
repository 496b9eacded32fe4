"""The other posts as the index knows them, seen from one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.neighbours import NOTHING, Answered, Target, Value, key_of
from reviewer.site.index import relations

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from reviewer.schema.field import Reference
    from reviewer.schema.neighbours import Question
    from reviewer.site.index.topics import Topics


@dataclass(frozen=True, slots=True)
class Around:
    """Fits ``Neighbours`` for the post at ``path``."""

    db: sqlite3.Connection
    topics: Topics
    path: str

    def others_with(self, name: str, value: Any) -> Sequence[str]:
        """In the order of their paths."""
        return self.answer(Value(name, key_of(value))).paths

    def exists(self, reference: Reference, value: Any) -> bool:
        """Whether a checked post offers the value."""
        return self.answer(Target(reference, str(value))).found

    def values(self, reference: Reference) -> Sequence[str]:
        """Sorted; none where there are too many."""
        return relations.values(self.db, self.topics.place_of(reference))

    def answer(self, question: Question) -> Answered:
        """What is known; nothing to what nobody was expected to ask."""
        return relations.answered(self.db, self.topics, self.path, question) or NOTHING

    def answers(self, questions: Iterable[Question]) -> dict[Question, Answered]:
        """The answers to several questions."""
        return {question: self.answer(question) for question in questions}
