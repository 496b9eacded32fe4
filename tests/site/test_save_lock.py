"""One save at a time, in threads and processes, and never a lock that nobody lets go of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Barrier, Thread

import pytest

from reviewer.site import save_lock, storage
from reviewer.site.save_lock import lock_file, only_save
from tests.measure.many_savers import run

ROOT = Path(__file__).parents[2]
HOLD = "import sys; from reviewer.site.save_lock import only_save\n\
with only_save(sys.argv[1]): print('held', flush=True); sys.stdin.read()"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of its own, for processes too."""
    folder = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder


def test_processes_that_save_one_post_lose_no_update(tmp_path: Path) -> None:
    found = run(tmp_path, processes=2, saves=40)
    assert found.counters == (40, 40)


def test_threads_that_save_one_post_lose_no_update(tmp_path: Path) -> None:
    post = tmp_path / "post.md"
    post.write_bytes(b"0")
    barrier = Barrier(4)

    def count_up() -> None:
        barrier.wait()
        done = 0
        while done < 10:
            found = storage.read(post)
            try:
                storage.save(post, str(int(found.data) + 1).encode(), found.digest)
            except storage.ChangedOnDisk:
                continue
            done += 1

    threads = [Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert post.read_bytes() == b"40"


def test_a_lock_goes_with_the_process_that_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = tmp_path / "post.md"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(post)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        monkeypatch.setattr(save_lock, "PATIENCE", 0)
        with pytest.raises(storage.StorageError, match="Another Reviewer is saving"):
            storage.save(post, b"new", None)
        assert not post.exists()
        holder.kill()
        holder.wait()
    storage.save(post, b"new", None)
    assert post.read_bytes() == b"new"


def test_where_no_lock_can_be_had_a_save_goes_on(state: Path, tmp_path: Path) -> None:
    state.write_text("a file in its place", encoding="utf-8")
    storage.save(tmp_path / "post.md", b"new", None)
    assert (tmp_path / "post.md").read_bytes() == b"new"


def test_no_lock_lies_beside_the_posts_and_they_do_not_pile_up(tmp_path: Path) -> None:
    for number in range(600):
        with only_save(tmp_path / "posts" / f"{number}.md"):
            pass
    assert not (tmp_path / "posts").exists()
    assert len(list(lock_file(tmp_path).parent.iterdir())) <= 256


def test_what_a_killed_save_left_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [".reviewer-0123456789ab.tmp", ".reviewer-new.tmp", "post.md"]
    for name in names:
        (tmp_path / name).touch()
    storage.remove_left_over(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == set(names)
    monkeypatch.setattr(storage, "LEFT_OVER", -1.0)
    storage.remove_left_over(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == set(names[1:])
