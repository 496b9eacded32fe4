"""Reads and safely replaces every post of a folder: the least that a bulk edit has to do.

``python -m tests.benchmarks.rewriting FOLDER`` prints the seconds it took.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.benchmarks.timing import seconds


def rewrite(root: Path) -> None:
    """Each file whole into a new one that is on disk before it takes the old one's place."""
    for file in root.rglob("*.md"):
        data = file.read_bytes()
        beside = file.with_name(f".{file.name}.new")
        with beside.open("wb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        beside.replace(file)


if __name__ == "__main__":
    print(json.dumps(seconds(lambda: rewrite(Path(sys.argv[1])))))
