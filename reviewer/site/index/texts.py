"""The second stage: whole posts under the eyes of the rules that the folder chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reviewer.checks.inspection import inspect, shared
from reviewer.checks.subject import Subject
from reviewer.document.post import Post
from reviewer.schema.neighbours import Remembered, key_of
from reviewer.site.index import rounds
from reviewer.site.index.around import Around
from reviewer.site.index.shelf import paths_of
from reviewer.site.index.stages import Stage
from reviewer.site.index.topics import Facts, Offer, Topics, digest
from reviewer.site.index.verdicts import Verdict, verdict_of
from reviewer.site.reading.files import read_content

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from reviewer.checks.selection import Selection
    from reviewer.checks.sieve import Sieve
    from reviewer.checks.subject import Others
    from reviewer.schema.finding import Finding
    from reviewer.schema.schema import Schema
    from reviewer.site.index.rounds import Look
    from reviewer.site.outlook import Outlook


@dataclass(frozen=True, slots=True)
class Texts:
    """What whole posts are judged by, and which findings are not told.

    ``apart`` leaves the work to another process as long as there is one.
    """

    outlook: Outlook
    schema: Schema
    sieve: Sieve
    selection: Selection
    topics: Topics
    apart: bool = False
    stage: Stage = Stage.TEXT
    at_once: int = 40

    @classmethod
    def of(cls, outlook: Outlook, schema: Schema, sieve: Sieve, selection: Selection) -> Texts:
        """With all that posts may share by these rules."""
        codes = (each.rule.code for each in selection.chosen if each.rule.shares is not None)
        return cls(outlook, schema, sieve, selection, Topics(rules=tuple(codes)))

    def subject(self, path: str, others: Others) -> Subject | None:
        """The post at ``path`` as it stands on disk; None where it cannot be read."""
        content = read_content(f"{self.outlook.folder.root}/{path}")
        if content.problem:
            return None
        return self._subject(path, content.data, others)

    def remarks(self, path: str, data: bytes, others: Others) -> tuple[Finding, ...]:
        """All that the rules find in a post with these bytes, perhaps not its file's."""
        return inspect(self._subject(path, data, others), self.selection)

    def look(self, id: int, path: str) -> Look:
        """What is wrong with a post by itself, and what it has in common with others."""
        alone = Remembered()
        subject = self.subject(path, alone)
        if subject is None:
            return verdict_of(id, (), ()), Facts(id, (), ())
        found = inspect(subject, self.selection)
        offers = (
            Offer(self.topics.place_of_rule(code), digest(key_of(value)))
            for code, value in shared(subject, self.selection)
        )
        asks = {self.topics.place(question) for question in alone.asked}
        facts = Facts(id, tuple(offers), tuple(ask for ask in asks if ask is not None))
        return self._verdict(id, subject, found), facts

    def looking(self, total: int, chunk: int) -> Looking:
        """The look at each of so many posts by itself."""
        return Looking(self, total, chunk, apart=self.apart)

    def material(self, db: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, str]]:
        """Ids and paths."""
        return paths_of(db, ids)

    def whole(self, db: sqlite3.Connection, material: tuple[int, str]) -> Verdict:
        """The verdict on one post in the light of all others."""
        id, path = material
        subject = self.subject(path, Around(db, self.topics, path))
        if subject is None:
            return verdict_of(id, (), ())
        return self._verdict(id, subject, inspect(subject, self.selection))

    def _verdict(self, id: int, subject: Subject, found: tuple[Finding, ...]) -> Verdict:
        told = self.sieve.sift(subject.path, subject.data, found).told
        verdict = verdict_of(id, told, found)
        if verdict.findings:
            return verdict
        # A fix that JSON has no words for is found anew where it is asked for.
        bare = tuple(replace(each, fixes=()) for each in found)
        return verdict_of(id, self.sieve.sift(subject.path, subject.data, bare).told, bare)

    def _subject(self, path: str, data: bytes, others: Others) -> Subject:
        post = Post.from_bytes(data, dialect=self.outlook.folder.engine.dialect)
        content_type = self.schema.type_for(path, post.data)
        return Subject(path, post, self.outlook, others, content_type)


@dataclass(frozen=True, slots=True)
class Looking:
    """The look at each of ``total`` posts by itself, as two processes share it."""

    texts: Texts
    total: int
    chunk: int
    ahead: int = 2
    apart: bool = False

    def do(self, _start: int, material: Sequence[tuple[int, str]]) -> list[Look]:
        """What there is to say of these posts."""
        return [self.texts.look(id, path) for id, path in material]

    def plain(self, done: Look) -> tuple[Any, ...]:
        """The numbers and texts alone."""
        return rounds.plain(done)

    def made(self, plain: tuple[Any, ...]) -> Look:
        """The same with names."""
        return rounds.made(plain)
