"""Reading with a second process: the same posts in the same order, whatever becomes of it."""

from __future__ import annotations

import multiprocessing
import os
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.site.folder import Folder
from reviewer.site.reading import pool, worker
from reviewer.site.reading.pool import Readers, read_all
from reviewer.site.reading.posts import ReadPost, read_post
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COUNT = 40
STARTS = [False] + [True] * hasattr(os, "fork")


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "CHUNK", 3)
    monkeypatch.setattr(pool, "WORTHWHILE", 20)


@pytest.fixture
def _all_by_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if so many batches were kept already that this process reads nothing itself."""
    monkeypatch.setattr(pool, "MOST_KEPT", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    files = {f"{number:03}.md": post(f"title: Post {number}") for number in range(COUNT)}
    return Folder.open(write_site(tmp_path, files))


@pytest.fixture
def alone(folder: Folder) -> list[ReadPost]:
    """All posts as this process reads them."""
    return [read_post(str(folder.root), path, folder.engine) for path in folder.files()]


def read(
    readers: Readers,
    folder: Folder,
    then: Callable[[int], None] = lambda _done: None,
    **options: Any,
) -> list[ReadPost]:
    found: list[ReadPost] = []

    def adopt(posts: list[ReadPost], done: int, _total: int) -> None:
        found.extend(posts)
        then(done)

    readers.read(folder.root, folder.files(), folder.engine, adopt, **options)
    return found


def kill_workers() -> None:
    for child in multiprocessing.active_children():
        child.kill()
        child.join()


@pytest.mark.parametrize("processes", [1, 2])
def test_posts_come_in_the_order_of_their_paths(
    folder: Folder, alone: list[ReadPost], processes: int
) -> None:
    found: list[ReadPost] = []
    paths = folder.files()[::-1]
    read_all(
        folder.root,
        paths,
        folder.engine,
        lambda posts, _done, _all: found.extend(posts),
        processes=processes,
    )
    assert found == alone[::-1]


@pytest.mark.usefixtures("_all_by_the_worker")
@pytest.mark.parametrize("forks", STARTS)
def test_the_worker_reads_as_this_process_does(
    folder: Folder, alone: list[ReadPost], monkeypatch: pytest.MonkeyPatch, forks: bool
) -> None:
    monkeypatch.setattr(worker, "_can_fork", lambda: forks)
    with Readers() as readers:
        readers.start()
        monkeypatch.setattr(worker.Job, "do", None)  # in this process only
        assert read(readers, folder) == alone


def test_batches_tell_how_far_reading_has_come(folder: Folder) -> None:
    seen: list[tuple[int, int, int]] = []
    read_all(
        folder.root,
        folder.files(),
        folder.engine,
        lambda posts, done, total: seen.append((len(posts), done, total)),
    )
    assert seen == [(3, done, COUNT) for done in range(3, COUNT, 3)] + [(1, COUNT, COUNT)]


def test_no_posts_are_told_once(folder: Folder) -> None:
    seen: list[tuple[int, int, int]] = []
    read_all(
        folder.root,
        [],
        folder.engine,
        lambda posts, done, total: seen.append((len(posts), done, total)),
    )
    assert seen == [(0, 0, 0)]


def test_few_posts_start_no_worker(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WORTHWHILE", COUNT + 1)
    with Readers() as readers:
        read(readers, folder)
        assert multiprocessing.active_children() == []


def test_no_process_is_left_behind(folder: Folder) -> None:
    with Readers() as readers:
        read(readers, folder)
        assert multiprocessing.active_children() != []
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("_all_by_the_worker")
def test_posts_of_a_worker_that_dies_are_read_here(folder: Folder, alone: list[ReadPost]) -> None:
    with Readers() as readers:
        assert read(readers, folder, lambda done: kill_workers() if done == 6 else None) == alone
        assert read(readers, folder) == alone


def test_a_worker_that_never_greets_costs_nothing(folder: Folder, alone: list[ReadPost]) -> None:
    with Readers() as readers:
        readers.start()
        kill_workers()
        assert read(readers, folder) == alone


@pytest.mark.usefixtures("_all_by_the_worker")
def test_cancelling_ends_at_once_and_the_next_reading_is_whole(
    folder: Folder, alone: list[ReadPost]
) -> None:
    with Readers() as readers:
        told: list[int] = []
        read(readers, folder, told.append, cancelled=lambda: len(told) == 2)
        assert told == [3, 6]
        assert read(readers, folder) == alone


def test_cancelled_before_it_begins_tells_nothing(folder: Folder) -> None:
    with Readers() as readers:
        assert read(readers, folder, cancelled=lambda: True) == []
        assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("_all_by_the_worker")
def test_an_error_of_who_listens_leaves_the_worker_usable(
    folder: Folder, alone: list[ReadPost]
) -> None:
    with Readers() as readers:
        with pytest.raises(ZeroDivisionError):
            read(readers, folder, lambda done: 1 // (6 - done))
        assert read(readers, folder) == alone


def _no_process(*_arguments: Any) -> None:
    raise OSError(11, "Resource temporarily unavailable")


def test_where_no_process_can_be_had_one_reads_all(
    folder: Folder, alone: list[ReadPost], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "Worker", _no_process)
    with Readers() as readers:
        assert read(readers, folder) == alone


def test_a_process_that_may_have_no_children_reads_alone(
    folder: Folder, alone: list[ReadPost], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multiprocessing, "current_process", lambda: SimpleNamespace(daemon=True))
    with Readers() as readers:
        assert read(readers, folder) == alone
