"""Real posts under the eyes of the rules: what they say as it is, and after a fault was put in."""

from __future__ import annotations

import random
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.checks.inspection import inspect
from reviewer.checks.subject import Subject
from reviewer.document.post import Post
from reviewer.schema.neighbours import Remembered
from reviewer.site.folder import Folder
from reviewer.site.index.library import Library
from reviewer.site.reading.pool import Readers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reviewer.checks.selection import Selection
    from reviewer.schema.finding import Finding
    from reviewer.site.index.texts import Texts

SEED = 6
"""So that who reads the findings again reads the same ones."""


@dataclass(frozen=True)
class Site:
    """One folder of real posts, and some of them by chance, always the same."""

    name: str
    library: Library
    texts: Texts
    paths: tuple[str, ...]

    def subject(self, path: str, data: bytes | None = None) -> Subject:
        """A post as rules see it, with its own text or another."""
        folder = self.library.folder
        data = folder.resolve(path).read_bytes() if data is None else data
        post = Post.from_bytes(data, dialect=folder.engine.dialect)
        content_type = self.texts.schema.type_for(path, post.data)
        return Subject(path, post, self.texts.outlook, Remembered(), content_type)

    def found(self, subject: Subject, selection: Selection) -> tuple[Finding, ...]:
        """What these rules find in a post, knowing no others."""
        return inspect(subject, selection)

    def told(self) -> dict[str, tuple[Finding, ...]]:
        """What all stages find in the chosen posts, knowing all others."""
        everything = dict(self.library.told(self.library.sieve))
        return {path: everything.get(path, ()) for path in self.paths}


@contextmanager
def opened(root: Path, count: int, *, examine: bool) -> Iterator[Site]:
    """The site at ``root`` with ``count`` posts of it by chance."""
    with Readers() as readers, Library(Folder.open(root), readers) as library:
        library.refresh(lambda _news: None)
        library.learn()
        library.heed()
        if examine:
            library.check(lambda *_batch: None)
            library.examine(lambda *_batch: None)
        paths = [row.path for row in library.rows() if not row.problem]
        yield Site(root.name, library, library.texts, chosen(paths, count))


def chosen(paths: Sequence[str], count: int) -> tuple[str, ...]:
    """So many paths by chance, in their order."""
    taken = random.Random(SEED).sample(sorted(paths), min(count, len(paths)))
    return tuple(sorted(taken))
