"""Reads a folder that no index knows, learns from its posts and checks them all, step by step.

``python -m tests.benchmarks.judging FOLDER``, in the environment in which the
index is to lie. Prints the seconds of each step as JSON; each is done when
what it found is in the index.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reviewer.site.index.library import Library
from tests.benchmarks.timing import seconds


def main() -> None:
    """Measure and print."""
    with Library.open(Path(sys.argv[1])) as library:
        found = {
            "read": seconds(lambda: library.refresh(lambda _news: None)),
            "learnt": seconds(library.learn),
            "checked": seconds(lambda: library.check(lambda *_batch: None)),
        }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
