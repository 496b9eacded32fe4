"""Makes a folder of as many posts as are wanted, alike in kind to real ones.

The same number, seed and distribution give the same bytes. The folder is a
Jekyll site of news posts, some months to a folder; each post has a title, a
date and a category, and as many further fields as the distribution says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.support.distributions import real_distribution
from tests.support.front_matter import Writer
from tests.support.prose import Prose

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.distributions import Distribution

FIRST_DAY = datetime(2018, 1, 1, 6, 0)
DAYS = 3_000
CONFIG = "title: Generated News\ntimezone: UTC\n"


@dataclass(frozen=True)
class Made:
    """A post as it is to be written: relative path and text."""

    path: str
    text: str


class Generator:
    """One stream of posts."""

    def __init__(self, seed: int = 1, distribution: Distribution | None = None) -> None:
        self._chance = Random(seed)
        self._distribution = distribution or real_distribution()
        self._prose = Prose(self._chance)
        self._writer = Writer(self._chance, self._distribution, self._prose)

    def post(self, number: int, count: int) -> Made:
        """The post of this number, of ``count`` in all that are spread over the years."""
        moment = self._moment(number, count)
        title = self._prose.title()
        draft = self._chance.random() < 0.03
        head = self._writer.front_matter(title, moment, draft=draft)
        body = self._prose.body(self._distribution.bodies.draw(self._chance))
        text = f"---\n{head}---\n\n{body}"
        if self._chance.random() < self._distribution.crlf:
            text = text.replace("\n", "\r\n")
        return Made(_path(number, title, moment, draft), text)

    def _moment(self, number: int, count: int) -> datetime:
        day = timedelta(days=number * DAYS // max(count, 1))
        return FIRST_DAY + day + timedelta(seconds=self._chance.randrange(57_600))


def _path(number: int, title: str, moment: datetime, draft: bool) -> str:
    slug = "-".join(title.lower().split()[:5])
    slug = "".join(c for c in slug if c.isalnum() or c == "-")
    if draft:
        return f"_drafts/{slug}-{number}.md"
    return f"_posts/{moment:%Y}/{moment:%m}/{moment:%Y-%m-%d}-{slug}-{number}.md"


def generate(
    root: Path, count: int, *, seed: int = 1, distribution: Distribution | None = None
) -> list[str]:
    """Write ``count`` posts into ``root``; returns their paths in the order of their dates."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "_config.yml").write_text(CONFIG, encoding="utf-8")
    generator = Generator(seed, distribution)
    folders: set[str] = set()
    paths: list[str] = []
    for number in range(count):
        made = generator.post(number, count)
        _write(root, made, folders)
        paths.append(made.path)
    return paths


def _write(root: Path, made: Made, folders: set[str]) -> None:
    folder = made.path.rpartition("/")[0]
    if folder not in folders:
        folders.add(folder)
        (root / folder).mkdir(parents=True, exist_ok=True)
    with open(f"{root}/{made.path}", "wb") as file:
        file.write(made.text.encode())
