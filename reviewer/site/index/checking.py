"""Judges posts by the rules of their folder, from what the index keeps of them.

First each post is judged by itself, and noted what it has to do with others;
then those are judged again whose values clash with others' or refer to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.checks.engine import check_entry
from reviewer.schema.neighbours import Remembered
from reviewer.site.entries import recalled
from reviewer.site.index import judgements, relations, shelf
from reviewer.site.index.around import Around
from reviewer.site.index.store import Damaged
from reviewer.site.index.topics import Ask, Facts, Offer, Topics
from reviewer.site.index.verdicts import Verdict, verdict_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from reviewer.checks.sieve import Sieve
    from reviewer.document.dialect import Dialect
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.finding import Finding
    from reviewer.schema.neighbours import Neighbours
    from reviewer.schema.schema import Schema
    from reviewer.site.entries import Entry
    from reviewer.site.index.store import Store
    from reviewer.site.reading.pool import Readers
    from reviewer.site.reading.posts import ReadPost

    Look = tuple[Verdict, Facts]
    OnBatch = Callable[[Sequence[Verdict], int, int], None]

AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class Rules:
    """What posts are judged by, and which findings are not told."""

    schema: Schema
    dialect: Dialect
    sieve: Sieve
    topics: Topics

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

    def do(self, _start: int, material: Sequence[tuple[int, ReadPost]]) -> list[Look]:
        """What there is to say of these posts."""
        return [self.rules.look(id, post) for id, post in material]

    def plain(self, done: Look) -> tuple[Any, ...]:
        """The numbers and texts alone."""
        verdict, (id, offers, asks) = done
        return tuple(verdict), (id, tuple(map(tuple, offers)), tuple(map(tuple, asks)))

    def made(self, plain: tuple[Any, ...]) -> Look:
        """The same with names."""
        verdict, (id, offers, asks) = plain
        found = Facts(id, tuple(map(Offer._make, offers)), tuple(map(Ask._make, asks)))
        return Verdict(*verdict), found


@dataclass(frozen=True, slots=True)
class Checking:
    """One round over all posts that have not been judged as they and the rules stand.

    ``on_batch(verdicts, done, total)`` is told of the verdicts, of some posts twice.
    """

    store: Store
    readers: Readers
    rules: Rules
    on_batch: OnBatch
    cancelled: Callable[[], bool]

    def run(self) -> None:
        """Judge what is to be judged; once cancelled, the next round goes on from there."""
        with self.store.working() as db:
            settled = relations.is_settled(db)
            ids = shelf.ids(db, "WHERE NOT checked ORDER BY date DESC")
        done = 0
        for looks in self._looks(ids):
            self._keep(looks, settled=settled)
            done = min(done + AT_ONCE, len(ids))
            self.on_batch([verdict for verdict, _facts in looks], done, len(ids))
        if not self.cancelled():
            self._settle(len(ids), settled=settled)

    def _looks(self, ids: Sequence[int]) -> Iterator[list[Look]]:
        def fetch(start: int) -> list[tuple[int, ReadPost]]:
            with self.store.working() as db:
                return shelf.posts(db, ids[start : start + AT_ONCE])

        return self.readers.share(Looking(self.rules, len(ids), AT_ONCE), self.cancelled, fetch)

    def _keep(self, looks: Sequence[Look], *, settled: bool) -> None:
        with self.store.writing() as db:
            verdicts = [verdict for verdict, _facts in looks]
            judgements.judge(db, verdicts, shelf.next_revision(db))
            relations.note(db, [facts for _verdict, facts in looks], settled=settled)

    def _settle(self, total: int, *, settled: bool) -> None:
        """Judge again those whose findings depend on other posts."""
        with self.store.working() as db:
            ids = relations.suspects(db, self.rules.topics, settled=settled)
        for start in range(0, len(ids), AT_ONCE):
            if self.cancelled():
                return
            with self.store.writing() as db:
                posts = shelf.posts(db, ids[start : start + AT_ONCE])
                verdicts = [self._whole(db, id, post) for id, post in posts]
                judgements.judge(db, verdicts, shelf.next_revision(db))
            self.on_batch(verdicts, total, total)
        with self.store.writing() as db:
            relations.settle(db)

    def _whole(self, db: sqlite3.Connection, id: int, post: ReadPost) -> Verdict:
        entry = intact(post)
        found = self.rules.findings(entry, Around(db, self.rules.topics, post.path))
        return self.rules.verdict(id, entry, found)
