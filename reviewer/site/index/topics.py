"""What the findings of one post have to do with other posts.

A post *offers* values by which others may clash with it or refer to it, and
*asks* about values that others offer. Kept as numbers, they tell whose findings
are to be made anew when a post changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewer.schema.condition import is_empty, look_up
from reviewer.schema.field import IN_FOLDER
from reviewer.schema.neighbours import Value, key_of, value_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from reviewer.schema.field import Field, Reference
    from reviewer.schema.neighbours import Question
    from reviewer.schema.schema import Schema


class Offer(NamedTuple):
    """``topic`` is a place in ``Topics``, ``key`` a digest; references need the ``text`` itself."""

    topic: int
    key: int
    text: str | None = None


class Ask(NamedTuple):
    """A value that a post asks about."""

    topic: int
    key: int


class Facts(NamedTuple):
    """All that one post offers and asks."""

    id: int
    offers: tuple[Offer, ...]
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Topics:
    """Fields whose values no two posts may share, then references; known by their place.

    ``rules`` are codes of rules that ask which posts have something in common;
    their topics are numbered downwards from -1.
    """

    names: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    rules: tuple[str, ...] = ()

    @classmethod
    def of(cls, schema: Schema) -> Topics:
        """All that any post of the folder may have to ask."""
        types = (*schema.types.values(), *schema.stated)
        fields = [field for each in types for field in each.fields]
        names = {field.name for field in fields if field.unique == IN_FOLDER}
        references = {found for field in fields for found in _references(field)}
        return cls(tuple(sorted(names)), tuple(sorted(references, key=repr)))

    def place(self, question: Question) -> Ask | None:
        """The question in numbers; ``None`` for one that nobody was expected to ask."""
        try:
            if isinstance(question, Value) and question.name in self.rules:
                return Ask(self.place_of_rule(question.name), digest(question.key))
            if isinstance(question, Value):
                return Ask(self.names.index(question.name), digest(question.key))
            return Ask(self.place_of(question.reference), digest(question.text))
        except ValueError:
            return None

    def place_of(self, reference: Reference) -> int:
        """The topic of a reference; raises ``ValueError``."""
        return len(self.names) + self.references.index(reference)

    def place_of_rule(self, code: str) -> int:
        """The topic of a rule; raises ``ValueError``."""
        return -1 - self.rules.index(code)

    def facts(
        self, id: int, path: str, data: Any, type_name: str, asked: Iterable[Question]
    ) -> Facts:
        """What is to be noted of a post."""
        asks = {self.place(question) for question in asked}
        offers = tuple(self._offers(path, data, type_name))
        return Facts(id, offers, tuple(ask for ask in asks if ask is not None))

    def _offers(self, path: str, data: Any, type_name: str) -> Iterator[Offer]:
        for topic, name in enumerate(self.names):
            value = look_up(data, name)
            if not is_empty(value):
                yield Offer(topic, digest(key_of(value)))
        for topic, reference in enumerate(self.references, len(self.names)):
            value = value_of(path, data, reference.value)
            if value is not None and reference.leads_to(path, type_name):
                yield Offer(topic, digest(str(value)), str(value))


def digest(key: Hashable) -> int:
    """A number that no other key has, as good as surely, and that SQLite can hold."""
    found = blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(found, "big", signed=True)


def _references(field: Field) -> Iterator[Reference]:
    if field.reference is not None:
        yield field.reference
    if field.item is not None:
        yield from _references(field.item)
