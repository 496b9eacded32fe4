"""Several processes save one post over and over; no save may undo another's.

Each has a line of its own in the post, a counter. It reads the post, counts its
line up, and saves; where the post has changed meanwhile it reads again. In the
end every counter must have counted all of its process's saves.

    python -m tests.measure.many_savers
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.site import storage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.queues import SimpleQueue

SAVES = 1_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the processes fared: what they counted, how often they had to read again."""

    counters: tuple[int, ...]
    refused: int
    seconds: float


def counters_of(data: bytes) -> list[int]:
    """The counters in a post."""
    return [int(line) for line in data.decode().splitlines()[2:]]


def written(counters: Sequence[int]) -> bytes:
    """A post with these counters."""
    return "".join(["---\n---\n", *(f"{count}\n" for count in counters)]).encode()


def count_up(post: Path, line: int, saves: int, told: SimpleQueue[int]) -> None:
    """Save so many times; tell how often somebody else came first."""
    refused = 0
    for _ in range(saves):
        while not _saved(post, line):
            refused += 1
    told.put(refused)


def _saved(post: Path, line: int) -> bool:
    found = storage.read(post)
    counters = counters_of(found.data)
    counters[line] += 1
    try:
        storage.save(post, written(counters), found.digest)
    except storage.ChangedOnDisk:
        return False
    return True


def run(folder: Path, processes: int, saves: int) -> Outcome:
    """Let so many processes save the same post."""
    post = folder / f"post-{processes}.md"
    post.write_bytes(written([0] * processes))
    context = multiprocessing.get_context("spawn")
    told: SimpleQueue[int] = context.SimpleQueue()
    begun = time.monotonic()
    workers = [
        context.Process(target=count_up, args=(post, line, saves, told))
        for line in range(processes)
    ]
    for worker in workers:
        worker.start()
    refused = sum(told.get() for _ in workers)
    for worker in workers:
        worker.join()
    told.close()
    seconds = time.monotonic() - begun
    return Outcome(tuple(counters_of(post.read_bytes())), refused, seconds)


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--saves", type=int, default=SAVES)
    args = parser.parse_args()
    lost = 0
    for processes in (2, 4):
        with tempfile.TemporaryDirectory(prefix="savers-") as folder:
            found = run(Path(folder), processes, args.saves)
        missing = processes * args.saves - sum(found.counters)
        lost += missing
        print(
            f"{processes} processes x {args.saves} saves: counters {found.counters},"
            f" {found.refused} times refused and read again,"
            f" {missing} updates lost, {found.seconds:.0f} s"
        )
    raise SystemExit(bool(lost))


if __name__ == "__main__":
    main()
