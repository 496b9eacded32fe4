"""The index of one folder in this process: refreshed, learnt from, checked and searched.

Commands use it as it is; for the window it works in a process of its own.
"""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING

from reviewer.checks.sieve import Sieve
from reviewer.site.index import facets, judgements, learning, shelf
from reviewer.site.index.around import Around
from reviewer.site.index.checking import Checking, Rules, intact
from reviewer.site.index.finder import Finder
from reviewer.site.index.inventory import AT_ONCE, Inventory
from reviewer.site.index.messages import Checked
from reviewer.site.index.topics import Topics
from reviewer.site.index.verdicts import findings_out
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reviewer.schema.finding import Finding
    from reviewer.schema.neighbours import Answered, Question
    from reviewer.schema.schema import Schema
    from reviewer.site.entries import Entry
    from reviewer.site.index.messages import Found, Group, Search
    from reviewer.site.index.store import Store
    from reviewer.site.index.verdicts import Verdict


def _uncounted(_done: int, _total: int) -> None:
    """For what is done while nobody looks on."""


class Library(Inventory):
    """What is known of the posts of a folder, and found in them."""

    schema: Schema | None = None
    sieve = Sieve()

    def learn(self) -> Schema:
        """What the posts have in common: remembered where they did not change."""
        self.schema = self.safely(self._learnt)
        return self.schema

    def heed(self) -> Sieve:
        """Take over which findings the folder accepts by now."""
        self.sieve = Sieve.of(self.folder.root)
        self.safely(self._heeded)
        return self.sieve

    def check(
        self,
        on_batch: Callable[[Checked, int, int], None],
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Judge all posts that have not been judged as they stand, by what was learnt."""

        def tell(verdicts: Sequence[Verdict], done: int, total: int) -> None:
            on_batch(_counts(verdicts), done, total)

        rules = self.rules
        self.safely(lambda: Checking(self.store, self._readers, rules, tell, cancelled).run())

    @property
    def rules(self) -> Rules:
        """What posts are judged by."""
        return Rules.of(self.schema or self.learn(), self.folder.engine.dialect, self.sieve)

    # What can be asked

    def entries(self, ids: Iterable[int] | None = None) -> Iterator[Entry]:
        """These posts with their front matter, or all, in the order of their ids or paths."""
        chosen = self.ids() if ids is None else list(ids)
        for start in range(0, len(chosen), AT_ONCE):
            yield from self.safely(partial(self._some, chosen[start : start + AT_ONCE]))

    def entry(self, path: str) -> Entry | None:
        """The post at ``path`` with its front matter."""
        ids = self._asked(lambda db: list(shelf.ids_of(db, [path]).values()))
        return next(self.entries(ids), None)

    def told(self, sieve: Sieve) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        """What was found, as far as ``sieve`` does not set it aside, by the paths of posts.

        In their order; most posts in which nothing was found are left out.
        """
        for id, path, text in self._asked(judgements.found):
            yield path, self._sifted(id, path, text, sieve)

    def judged(self, entry: Entry) -> tuple[Finding, ...]:
        """All findings of a post, which need not be one of the folder's."""
        rules = self.rules
        return self._asked(lambda db: rules.findings(entry, Around(db, rules.topics, entry.path)))

    def gather(
        self,
        search: Search,
        told: Callable[[int, int], None] = _uncounted,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Look into fields and texts as far as a whole answer to ``search`` needs them."""
        self.safely(lambda: self.finder.gather(search, told, cancelled))

    # What may also be asked while another thread keeps the index up to date: the errors of
    # the database come through, since only that thread may mend it (``safely`` does so here).

    def search(self, search: Search) -> Found:
        """The posts that fit, as far as is known by now; raises ``sqlite3.Error``."""
        return self.finder.search(search)

    def facets(self) -> tuple[Group, ...]:
        """What the list can be narrowed to, with counts; raises ``sqlite3.Error``."""
        return facets.groups(self.store, self.finder.values, self.schema, self.folder.name)

    def values(self, field: str) -> Group:
        """The values of one field, with counts; raises ``sqlite3.Error``."""
        return facets.values(self.finder.values, field, field)

    def answers(self, path: str, questions: Sequence[Question]) -> dict[Question, Answered]:
        """What the post at ``path`` has to know of the others; raises ``sqlite3.Error``."""
        if self.schema is None:
            return {}
        with self.store.reading() as db:
            return Around(db, Topics.of(self.schema), path).answers(questions)

    # Behind the scenes

    def _use(self, store: Store) -> None:
        super()._use(store)
        self.finder = Finder(store, self.folder.root)

    def _learnt(self) -> Schema:
        return learning.learnt(self.store, self.folder, self.entries)

    def _heeded(self) -> None:
        with self.store.writing() as db:
            if self.store.recalled(db, "sieve") != self.sieve.mark:
                judgements.unjudge_found(db)
                self.store.put(db, sieve=self.sieve.mark)

    def _sifted(self, id: int, path: str, text: str, sieve: Sieve) -> tuple[Finding, ...]:
        if text and not sieve.concerns(path):
            return findings_out(text)
        entry = next(self.entries([id]), None)
        if entry is None:
            return ()
        found = findings_out(text) if text else self.judged(entry)
        return sieve.sift(path, entry.data, found).told

    def _some(self, ids: Sequence[int]) -> list[Entry]:
        return list(map(intact, self._in_order(ids)))


def _counts(verdicts: Sequence[Verdict]) -> Checked:
    columns = list(zip(*verdicts, strict=True)) or [()] * 4
    return Checked(*(array("I", column) for column in columns[:4]))
