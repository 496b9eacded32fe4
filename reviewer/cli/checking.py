"""Checks folders and single posts for the commands, by the rules of the site they belong to.

A folder, or a post or folder inside a site: then all posts of the site tell
what is usual. What is asked for is chosen from what was found, so that the
index keeps all of it, whoever asks next.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from reviewer.checks.engine import in_order
from reviewer.checks.selection import ALL
from reviewer.cli.progress import complain, meter
from reviewer.cli.reading import bring_up_to_date
from reviewer.cli.report import Checked
from reviewer.cli.showing import one_line
from reviewer.errors import ReviewerError, Where
from reviewer.schema.finding import Severity
from reviewer.site import storage
from reviewer.site.entries import read_entry
from reviewer.site.folder import Folder, folder_of
from reviewer.site.index.library import Library
from reviewer.site.reading.pool import Readers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from reviewer.checks.selection import Choice
    from reviewer.checks.sieve import Sieve
    from reviewer.schema.finding import Finding


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be told: by which rules, how bad at least, and whether known of old."""

    choice: Choice = ALL
    severity: Severity = Severity.HINT
    with_baseline: bool = False

    def counts(self, finding: Finding) -> bool:
        """Whether the finding is to be told."""
        return finding.severity >= self.severity and self.choice.has(finding.source)


@dataclass(frozen=True, slots=True)
class Asked:
    """Posts of one folder that were asked for: how each was named, by its path in the folder."""

    known: Known
    shown: dict[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """A folder that has been checked; ``told`` is what counts, by the paths of all posts."""

    library: Library
    sieve: Sieve
    told: dict[str, tuple[Finding, ...]]

    @classmethod
    def of(cls, library: Library, sieve: Sieve) -> Known:
        """All that there is to say of a folder, once its posts have been checked."""
        told: dict[str, tuple[Finding, ...]] = {row.path: () for row in library.rows()}
        return cls(library, sieve, told | dict(library.told(sieve)))

    def findings(self, path: str) -> tuple[Finding, ...]:
        """All findings of one post, or of a file that is no post of the site's."""
        if path in self.told:
            return self.told[path]
        folder, library = self.library.folder, self.library
        entry = read_entry(folder, path)
        data = storage.read(folder.resolve(path)).data
        found = in_order((*library.judged(entry), *library.remarks(path, data)))
        return self.sieve.sift(path, entry.data, found).told


class Checker:
    """Checks posts by the rules of their folder; a context manager that lets go of its index."""

    def __init__(self, wanted: Wanted | None = None) -> None:
        self.wanted = wanted or Wanted()
        self._known: dict[Path, Known] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def check(self, path: Path) -> Iterator[Checked]:
        """The posts at ``path``, a folder or one file; raises ``ReviewerError``."""
        asked = self.ask(path)
        for name, shown in asked.shown.items():
            found = asked.known.findings(name)
            yield Checked(shown, tuple(filter(self.wanted.counts, found)))

    def ask(self, path: Path) -> Asked:
        """Which posts lie at ``path``, checked; raises ``ReviewerError``."""
        if path.is_dir():
            return self._ask_folder(path)
        if path.is_file():
            folder = folder_of(path)
            return Asked(self._learn(folder), {folder.relative(path): str(path)})
        raise ReviewerError(_why_not(path), where=Where(path))

    def forget(self) -> None:
        """Look at all posts again when next asked, since they were changed."""
        for root, known in self._known.items():
            self._known[root] = self._checked(known.library)

    def _ask_folder(self, path: Path) -> Asked:
        folder, below = self._site_and_part(path)
        known = self._learn(folder)
        inside = (name for name in known.told if name.startswith(below))
        return Asked(known, {name: os.path.join(path, name.removeprefix(below)) for name in inside})

    def _site_and_part(self, path: Path) -> tuple[Folder, str]:
        """The folder; for one inside a site the site, and where its posts lie there."""
        own = Folder.open(path)
        site = folder_of(own.root / "a post")
        if own.engine.config_file or site.root == own.root:
            return own, ""
        below = f"{site.relative(own.root)}/"
        paths = self._learn(site).told
        return (site, below) if any(each.startswith(below) for each in paths) else (own, "")

    def _learn(self, folder: Folder) -> Known:
        """All that is known of a folder; what is wrong with its configurations is told once."""
        if folder.root not in self._known:
            readers = self._open.enter_context(Readers())
            library = self._open.enter_context(Library(folder, readers))
            known = self._known[folder.root] = self._checked(library)
            for notice in (*library.rules.schema.notices, *known.sieve.notices):
                complain(one_line(str(notice)))
        return self._known[folder.root]

    def _checked(self, library: Library) -> Known:
        check_all(library, self.wanted.choice)
        with_baseline = self.wanted.with_baseline
        sieve = library.sieve if with_baseline else library.sieve.without_baseline()
        return Known.of(library, sieve)


def check_all(library: Library, choice: Choice = ALL) -> None:
    """Read, learn and check what is new in a folder, with progress on a terminal.

    Whole texts are left alone where no rule is wanted that looks at them.
    """
    bring_up_to_date(library)
    library.learn()
    library.heed()
    with meter("Checking") as show:
        library.check(lambda _checked, done, total: show(done, total))
    if not choice.is_of_fields and library.texts.selection.only(choice).chosen:
        with meter("Examining") as show:
            library.examine(lambda _checked, done, total: show(done, total))


def _why_not(path: Path) -> str:
    if path.is_symlink():
        return "This link leads to no file or folder."
    exists = os.path.lexists(path)
    return "This is no file of text." if exists else "There is no such file or folder."
