"""One round over all posts that a stage has not judged as they and the rules stand.

First each post is judged by itself, and noted what it has to do with others;
then those are judged again whose values clash with others' or refer to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.site.index import judgements, relations, shelf
from reviewer.site.index.topics import Ask, Facts, Offer
from reviewer.site.index.verdicts import Verdict

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from reviewer.site.index.stages import Stage
    from reviewer.site.index.store import Store
    from reviewer.site.index.topics import Topics
    from reviewer.site.reading.pool import Readers
    from reviewer.site.reading.worker import Task

    Look = tuple[Verdict, Facts]
    Counts = tuple[int, int, int, int]
    OnBatch = Callable[[Sequence[Counts], int, int], None]


class Judge(Protocol):
    """How the posts are judged in one stage."""

    @property
    def stage(self) -> Stage:
        """Which stage it is."""
        ...

    @property
    def topics(self) -> Topics:
        """All questions that posts may ask about each other."""
        ...

    @property
    def at_once(self) -> int:
        """How many posts are judged before their verdicts are kept and told."""
        ...

    def looking(self, total: int, chunk: int) -> Task:
        """The look at each of ``total`` posts by itself; it comes to a ``Look``."""
        ...

    def material(self, db: sqlite3.Connection, ids: Sequence[int]) -> Sequence[Any]:
        """What the look at these posts takes."""
        ...

    def whole(self, db: sqlite3.Connection, material: Any) -> Verdict:
        """The verdict on one post in the light of all others."""
        ...


def plain(done: Look) -> tuple[Any, ...]:
    """A look as numbers and texts alone."""
    verdict, (id, offers, asks) = done
    return tuple(verdict), (id, tuple(map(tuple, offers)), tuple(map(tuple, asks)))


def made(plain: tuple[Any, ...]) -> Look:
    """The same with names."""
    verdict, (id, offers, asks) = plain
    found = Facts(id, tuple(map(Offer._make, offers)), tuple(map(Ask._make, asks)))
    return Verdict(*verdict), found


@dataclass(frozen=True, slots=True)
class Round:
    """``on_batch(counts, done, total)`` is told what posts count by now, of some posts twice."""

    store: Store
    readers: Readers
    judge: Judge
    on_batch: OnBatch
    cancelled: Callable[[], bool]

    def run(self) -> None:
        """Judge what is to be judged; once cancelled, the next round goes on from there."""
        stage = self.judge.stage
        with self.store.working() as db:
            settled = relations.is_settled(db, stage)
            ids = shelf.ids(db, f"WHERE NOT {stage.flag} ORDER BY date DESC")
        done = 0
        for looks in self._looks(ids):
            counts = self._keep(looks, settled=settled)
            done = min(done + self.judge.at_once, len(ids))
            self.on_batch(counts, done, len(ids))
        if not self.cancelled():
            self._settle(len(ids), settled=settled)

    def _looks(self, ids: Sequence[int]) -> Iterator[list[Look]]:
        def fetch(start: int) -> Sequence[Any]:
            with self.store.working() as db:
                return self.judge.material(db, ids[start : start + self.judge.at_once])

        looking = self.judge.looking(len(ids), self.judge.at_once)
        return self.readers.share(looking, self.cancelled, fetch)

    def _keep(self, looks: Sequence[Look], *, settled: bool) -> list[Counts]:
        with self.store.writing() as db:
            relations.note(
                db, self.judge.stage, [facts for _verdict, facts in looks], settled=settled
            )
            return self._take(db, [verdict for verdict, _facts in looks])

    def _take(self, db: sqlite3.Connection, verdicts: Sequence[Verdict]) -> list[Counts]:
        judgements.judge(db, self.judge.stage, verdicts, shelf.next_revision(db))
        return judgements.counts(db, verdicts)

    def _settle(self, total: int, *, settled: bool) -> None:
        """Judge again those whose findings depend on other posts."""
        judge = self.judge
        with self.store.working() as db:
            ids = relations.suspects(db, judge.stage, judge.topics, settled=settled)
        for start in range(0, len(ids), judge.at_once):
            if self.cancelled():
                return
            with self.store.writing() as db:
                some = judge.material(db, ids[start : start + judge.at_once])
                counts = self._take(db, [judge.whole(db, each) for each in some])
            self.on_batch(counts, total, total)
        with self.store.writing() as db:
            relations.settle(db, judge.stage)
