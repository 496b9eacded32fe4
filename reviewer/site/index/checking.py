"""The first stage: posts judged by the schema, from what the index keeps of their front matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.checks.engine import check_entry
from reviewer.schema.neighbours import Remembered
from reviewer.site.entries import recalled
from reviewer.site.index import rounds, shelf
from reviewer.site.index.around import Around
from reviewer.site.index.stages import Stage
from reviewer.site.index.store import Damaged
from reviewer.site.index.topics import Topics
from reviewer.site.index.verdicts import Verdict, verdict_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from reviewer.checks.sieve import Sieve
    from reviewer.document.dialect import Dialect
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.finding import Finding
    from reviewer.schema.neighbours import Neighbours
    from reviewer.schema.schema import Schema
    from reviewer.site.entries import Entry
    from reviewer.site.index.rounds import Look
    from reviewer.site.reading.posts import ReadPost


@dataclass(frozen=True, slots=True)
class Rules:
    """What posts are judged by, and which findings are not told."""

    schema: Schema
    dialect: Dialect
    sieve: Sieve
    topics: Topics
    stage: Stage = Stage.FIELDS
    at_once: int = 250

    @classmethod
    def of(cls, schema: Schema, dialect: Dialect, sieve: Sieve) -> Rules:
        """With all questions that posts may ask about each other by this schema."""
        return cls(schema, dialect, sieve, Topics.of(schema))

    def type_of(self, entry: Entry) -> ContentType:
        """By what kind of post this one is measured."""
        return self.schema.type_for(entry.path, entry.data)

    def findings(self, entry: Entry, neighbours: Neighbours) -> tuple[Finding, ...]:
        """All findings of a post, accepted ones as well."""
        return check_entry(entry, self.type_of(entry), self.dialect, neighbours)

    def verdict(self, id: int, entry: Entry, found: tuple[Finding, ...]) -> Verdict:
        """What is to be kept of the findings."""
        return verdict_of(id, self.sieve.sift(entry.path, entry.data, found).told, found)

    def look(self, id: int, post: ReadPost) -> Look:
        """What is wrong with a post by itself, and what it has to do with others."""
        entry = intact(post)
        content_type = self.type_of(entry)
        alone = Remembered()
        found = check_entry(entry, content_type, self.dialect, alone)
        facts = self.topics.facts(id, entry.path, entry.data, content_type.name, alone.asked)
        return self.verdict(id, entry, found), facts

    def looking(self, total: int, chunk: int) -> Looking:
        """The look at each of so many posts by itself."""
        return Looking(self, total, chunk)

    def material(self, db: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, ReadPost]]:
        """The posts as the index keeps them."""
        return shelf.posts(db, ids)

    def whole(self, db: sqlite3.Connection, material: tuple[int, ReadPost]) -> Verdict:
        """The verdict on one post in the light of all others."""
        id, post = material
        entry = intact(post)
        found = self.findings(entry, Around(db, self.topics, post.path))
        return self.verdict(id, entry, found)


def intact(post: ReadPost) -> Entry:
    """The entry of a post that the index keeps; raises ``Damaged``."""
    try:
        return recalled(post)
    except (ValueError, TypeError, KeyError) as error:
        raise Damaged(f"the index does not hold what was put into it: {error}") from error


@dataclass(frozen=True, slots=True)
class Looking:
    """The look at each of ``total`` posts by itself, as two processes share it."""

    rules: Rules
    total: int
    chunk: int
    ahead: int = 1
    apart: bool = False

    def do(self, _start: int, material: Sequence[tuple[int, ReadPost]]) -> list[Look]:
        """What there is to say of these posts."""
        return [self.rules.look(id, post) for id, post in material]

    def plain(self, done: Look) -> tuple[Any, ...]:
        """The numbers and texts alone."""
        return rounds.plain(done)

    def made(self, plain: tuple[Any, ...]) -> Look:
        """The same with names."""
        return rounds.made(plain)
