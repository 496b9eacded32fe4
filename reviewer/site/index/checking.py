"""Judges posts by the rules of their folder, from what the index keeps of them.

First each post is judged by itself, and noted what it has to do with others;
then those are judged again whose values clash with others' or refer to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.checks.engine import check_entry
from reviewer.schema.neighbours import Remembered
from reviewer.site.entries import recalled
from reviewer.site.index import judgements, relations, shelf
from reviewer.site.index.around import Around
from reviewer.site.index.topics import Topics
from reviewer.site.index.verdicts import verdict_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from reviewer.checks.sieve import Sieve
    from reviewer.document.dialect import Dialect
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.finding import Finding
    from reviewer.schema.neighbours import Neighbours
    from reviewer.schema.schema import Schema
    from reviewer.site.entries import Entry
    from reviewer.site.index.store import Store
    from reviewer.site.index.topics import Facts
    from reviewer.site.index.verdicts import Verdict
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
        entry = recalled(post)
        content_type = self.type_of(entry)
        alone = Remembered()
        found = check_entry(entry, content_type, self.dialect, alone)
        facts = self.topics.facts(id, entry.path, entry.data, content_type.name, alone.asked)
        return self.verdict(id, entry, found), facts


@dataclass(frozen=True, slots=True)
class Checking:
    """One round over all posts that have not been judged as they and the rules stand.

    ``on_batch(verdicts, done, total)`` is told of the verdicts, of some posts twice.
    """

    store: Store
    rules: Rules
    on_batch: OnBatch
    cancelled: Callable[[], bool]

    def run(self) -> None:
        """Judge what is to be judged; once cancelled, the next round goes on from there."""
        with self.store.working() as db:
            settled = relations.is_settled(db)
            ids = shelf.ids(db, "WHERE NOT checked ORDER BY date DESC")
        for start in range(0, len(ids), AT_ONCE):
            if self.cancelled():
                return
            looks = self._look(ids[start : start + AT_ONCE])
            self._keep(looks, settled=settled)
            done = min(start + AT_ONCE, len(ids))
            self.on_batch([verdict for verdict, _facts in looks], done, len(ids))
        self._settle(len(ids), settled=settled)

    def _look(self, ids: Sequence[int]) -> list[Look]:
        with self.store.working() as db:
            posts = shelf.posts(db, ids)
        return [self.rules.look(id, post) for id, post in posts]

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
        entry = recalled(post)
        found = self.rules.findings(entry, Around(db, self.rules.topics, post.path))
        return self.rules.verdict(id, entry, found)
