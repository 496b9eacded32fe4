"""The index of one folder in this process: refreshed, learnt from, checked and searched.

Commands use it as it is; for the window it works in a process of its own.
"""

from __future__ import annotations

import datetime as dt
import time
from array import array
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reviewer.checks.engine import in_order
from reviewer.checks.selection import select
from reviewer.checks.sieve import Sieve
from reviewer.site.index import facets, judgements, learning, reviewing, shelf
from reviewer.site.index.around import Around
from reviewer.site.index.checking import Rules, intact
from reviewer.site.index.finder import Finder
from reviewer.site.index.inventory import AT_ONCE, Inventory
from reviewer.site.index.messages import Checked
from reviewer.site.index.rounds import Round
from reviewer.site.index.stages import Stage
from reviewer.site.index.topics import Topics
from reviewer.site.index.verdicts import findings_out
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reviewer.checks.selection import Selection
    from reviewer.schema.finding import Finding
    from reviewer.schema.neighbours import Answered, Question
    from reviewer.schema.schema import Schema
    from reviewer.site.entries import Entry
    from reviewer.site.index.messages import Found, Group, Search
    from reviewer.site.index.reviewing import Standing
    from reviewer.site.index.rounds import Counts, Judge
    from reviewer.site.index.store import Store
    from reviewer.site.index.texts import Texts


RECENT = 2.0
"""Seconds for which an open post that is typed in is judged by what was known of its folder."""


def _uncounted(_done: int, _total: int) -> None:
    """For what is done while nobody looks on."""


class Library(Inventory):
    """What is known of the posts of a folder, and found in them."""

    schema: Schema | None = None
    sieve = Sieve()
    _made: tuple[float, Texts | None] = (0.0, None)

    def learn(self) -> Schema:
        """What the posts have in common: remembered where they did not change."""
        self.schema = self.safely(self._learnt)
        return self.schema

    def heed(self) -> Sieve:
        """Take over which findings the folder accepts by now."""
        self.sieve = Sieve.of(self.folder.root)
        self.safely(self._heeded)
        return self.sieve

    def review(self, places: Sequence[str] | None = None) -> list[Standing]:
        """Find out which posts stand as they were decided about, and which do so no longer.

        Returns those that are something else by now. ``places`` is where something changed.
        """
        root = self.folder.root
        if reviewing.concerns(places):
            self.safely(lambda: reviewing.take_over(self.store, root))
        return self.safely(lambda: reviewing.settle(self.store, root))

    def check(
        self,
        on_batch: Callable[[Checked, int, int], None],
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Judge the front matter of posts that have not been judged as they stand."""
        self._judge(self.rules, on_batch, cancelled)

    def examine(
        self,
        on_batch: Callable[[Checked, int, int], None],
        cancelled: Callable[[], bool] = never,
        *,
        apart: bool = False,
    ) -> None:
        """Judge the whole texts of posts that have not been judged as they stand.

        ``check`` goes before: what it does not know of the posts is not known here.
        ``apart`` keeps this process free for those who ask it something.
        """
        texts = replace(self.texts, apart=apart)
        self.safely(lambda: self._choose(texts.selection))
        self._judge(texts, on_batch, cancelled)

    @property
    def rules(self) -> Rules:
        """What posts are judged by."""
        return Rules.of(self.schema or self.learn(), self.folder.engine.dialect, self.sieve)

    @property
    def texts(self) -> Texts:
        """What whole posts are judged by."""
        # What reads texts is loaded by those who have texts read.
        from reviewer.site.index.texts import Texts
        from reviewer.site.outlook import Outlook

        schema = self.schema or self.learn()
        selection = select(schema.settings.get("checks"))
        outlook = Outlook(self.folder, dt.datetime.now(dt.UTC))
        return Texts.of(outlook, schema, self.sieve, selection)

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
        for id, path, texts in self._asked(judgements.found):
            yield path, self._sifted(id, path, dict(texts), sieve)

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

    def remarks(self, path: str, data: bytes) -> tuple[Finding, ...]:
        """What the rules find in a post with these bytes, open and perhaps not saved yet.

        Nothing as long as nothing has been learnt; raises ``sqlite3.Error``.
        """
        if self.schema is None:
            return ()
        texts = self._recent_texts()
        with self.store.reading() as db:
            return texts.remarks(path, data, Around(db, texts.topics, path))

    # Behind the scenes

    def _recent_texts(self) -> Texts:
        """Those of a moment ago where they hold: what they find out of the folder takes a walk."""
        made, texts = self._made
        is_recent = time.monotonic() - made < RECENT
        # By identity: comparing whole schemas at every key would cost more than it spares.
        if texts is None or not is_recent or texts.schema is not self.schema:
            texts = self.texts
            self._made = (time.monotonic(), texts)
        return texts

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

    def _judge(
        self,
        judge: Judge,
        on_batch: Callable[[Checked, int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        def tell(counts: Sequence[Counts], done: int, total: int) -> None:
            on_batch(_checked(counts), done, total)

        self.safely(lambda: Round(self.store, self._readers, judge, tell, cancelled).run())

    def _choose(self, selection: Selection) -> None:
        """Have all texts judged again where other rules are chosen than last time."""
        with self.store.writing() as db:
            if self.store.recalled(db, "selection") != selection.mark:
                judgements.unjudge(db, Stage.TEXT)
                self.store.put(db, selection=selection.mark)

    def _sifted(
        self, id: int, path: str, texts: dict[Stage, str], sieve: Sieve
    ) -> tuple[Finding, ...]:
        if all(texts.values()) and not sieve.concerns(path):
            return in_order(each for text in texts.values() for each in findings_out(text))
        entry = next(self.entries([id]), None)
        if entry is None:
            return ()
        found = [each for text in texts.values() if text for each in findings_out(text)]
        if texts.get(Stage.FIELDS) == "":
            found += self.judged(entry)
        return in_order(sieve.sift(path, entry.data, found).told)

    def _some(self, ids: Sequence[int]) -> list[Entry]:
        return list(map(intact, self._in_order(ids)))


def _checked(counts: Sequence[Counts]) -> Checked:
    columns = list(zip(*counts, strict=True)) or [()] * 4
    return Checked(*(array("I", column) for column in columns))
