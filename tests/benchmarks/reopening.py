"""Opens a folder that the index knows, and walks it; prints the seconds of both as JSON.

``python -m tests.benchmarks.reopening FOLDER ROUNDS``, in the environment in
which the index lies. Opened is until every row has been handed out and every
file has been looked at.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from reviewer.site.index.library import Library
from tests.benchmarks.timing import seconds


def walk(root: str) -> int:
    """What cannot be done without: every name and every file's status."""
    count, waiting = 0, [root]
    while waiting:
        with os.scandir(waiting.pop()) as items:
            for item in items:
                if item.is_dir(follow_symlinks=False):
                    waiting.append(item.path)
                elif item.name.endswith(".md"):
                    item.stat()
                    count += 1
    return count


def opened(root: Path) -> None:
    """Rows and a look at all files, from the index as it lies on disk."""
    with Library.open(root) as library:
        library.refresh(lambda _news: None)


def main() -> None:
    """Measure in turns and print."""
    root, rounds = Path(sys.argv[1]), int(sys.argv[2])
    found: dict[str, list[float]] = {"opened": [], "walked": []}
    for _ in range(rounds):
        found["opened"].append(seconds(lambda: opened(root)))
        found["walked"].append(seconds(lambda: walk(str(root))))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
