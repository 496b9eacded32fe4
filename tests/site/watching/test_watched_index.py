"""The index while other programs work in its folder: real files, events and processes."""

from __future__ import annotations

import shutil
from queue import Queue
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from reviewer.site.index.messages import Away, Gone, Moved, Opened, Read, Ready, Rows
from reviewer.site.index.process import ProcessLibrarian
from tests.support.distributions import BUILT_IN
from tests.support.generator import generate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

News = TypeVar("News")
GUARD = 60
COUNT = 40


class Window:
    """One window's side of a librarian: what it would show, by what it is told."""

    def __init__(self) -> None:
        self._news: Queue[Any] = Queue()
        self.paths: dict[int, str] = {}
        self.librarian = ProcessLibrarian()

    def opened(self, root: Path) -> Window:
        """Open a folder and wait until it is known; what changes from now on is noticed."""
        self.librarian.open(root, self._news.put)
        self.until(Ready)
        return self

    def until(self, kind: type[News]) -> News:
        """The next news of this kind."""
        while True:
            news = self._news.get(timeout=GUARD)
            self._take(news)
            if isinstance(news, kind):
                return news

    def until_listed(self, path: str) -> int:
        """Wait for a path among the rows; its id."""
        while path not in self.paths.values():
            self._take(self._news.get(timeout=GUARD))
        return self.id_of(path)

    def until_count(self, count: int) -> None:
        """Wait until there are so many rows."""
        while len(self.paths) != count:
            self._take(self._news.get(timeout=GUARD))

    def id_of(self, path: str) -> int:
        """The id of the row with this path."""
        (found,) = (id for id, each in self.paths.items() if each == path)
        return found

    def _take(self, news: object) -> None:
        match news:
            case Opened():
                self.paths = {}
            case Rows(rows):
                self.paths |= {row.id: row.path for row in rows}
            case Moved(id, path):
                self.paths[id] = path
            case Gone(ids):
                for id in ids:
                    del self.paths[id]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    generate(tmp_path / "site", COUNT, distribution=BUILT_IN)
    return tmp_path / "site"


@pytest.fixture
def windows() -> Iterator[Callable[[Path], Window]]:
    """Opens windows, and closes them in the end."""
    made: list[Window] = []

    def another(root: Path) -> Window:
        made.append(Window())
        return made[-1].opened(root)

    yield another
    for each in made:
        each.librarian.close()


@pytest.fixture
def window(site: Path, windows: Callable[[Path], Window]) -> Window:
    return windows(site)


def test_a_post_that_is_renamed_keeps_its_id(window: Window, site: Path) -> None:
    old = next(iter(window.paths.values()))
    before = window.id_of(old)
    (site / old).rename(site / "_posts/2026-01-01-renamed.md")
    assert window.until_listed("_posts/2026-01-01-renamed.md") == before
    assert len(window.paths) == COUNT


def test_posts_of_a_renamed_folder_keep_their_ids(window: Window, site: Path) -> None:
    before = dict(window.paths)
    (site / "_posts" / "2018").rename(site / "_posts" / "old")
    moved = {id: path.replace("_posts/2018/", "_posts/old/") for id, path in before.items()}
    while window.paths != moved:
        window.until(Moved)


def test_a_new_and_a_deleted_post_come_and_go(window: Window, site: Path) -> None:
    path = next(iter(window.paths.values()))
    (site / path).unlink()
    window.until_count(COUNT - 1)
    (site / "_posts/2026-01-01-new.md").write_text("---\ntitle: New\n---\n", encoding="utf-8")
    window.until_listed("_posts/2026-01-01-new.md")


def test_ten_thousand_posts_that_come_and_go_are_all_noticed(window: Window, site: Path) -> None:
    generate(site / "_posts" / "more", 10_000, seed=2, distribution=BUILT_IN)
    window.until_count(COUNT + 10_000)
    shutil.rmtree(site / "_posts" / "more")
    window.until_count(COUNT)


def test_a_folder_that_is_away_keeps_its_rows_until_it_is_back(window: Window, site: Path) -> None:
    site.rename(site.with_name("elsewhere"))
    assert "cannot be reached" in window.until(Away).message
    assert len(window.paths) == COUNT
    (site.with_name("elsewhere") / "_posts/2026-01-01-new.md").write_text(
        "---\ntitle: New\n---\n", encoding="utf-8"
    )
    site.with_name("elsewhere").rename(site)
    while not window.until(Away).back:
        continue
    window.until_listed("_posts/2026-01-01-new.md")


def test_two_windows_on_one_folder_show_the_same(
    window: Window, site: Path, windows: Callable[[Path], Window]
) -> None:
    other = windows(site)
    assert other.paths == window.paths
    (site / "_posts/2026-01-01-new.md").write_text("---\ntitle: New\n---\n", encoding="utf-8")
    id = window.until_listed("_posts/2026-01-01-new.md")
    assert other.until_listed("_posts/2026-01-01-new.md") == id


def test_a_configuration_that_leaves_posts_out_makes_them_go(window: Window, site: Path) -> None:
    left = sum(not path.startswith("_posts/2018") for path in window.paths.values())
    (site / "_config.yml").write_text("exclude: [_posts/2018]\n", encoding="utf-8")
    window.until(Opened)
    window.until(Read)
    window.until_count(left)
