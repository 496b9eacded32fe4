"""Prints how many posts of the large test data the plain reader reads, and what that takes.

``python -m tests.measure.reading`` compares it with the full reader on every
file in every dialect, also with CRLF line ends; a difference is a fault.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.document.dialect import Dialect
from reviewer.site.reading.full import read_full_head
from reviewer.site.reading.head import plain_head
from tests.measure.contract import trial_parts
from tests.support.corpora import corpora
from tests.support.exact import exact

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass
class Readings:
    """How the two readers did on one part; times in seconds."""

    name: str
    posts: int = 0
    plain: int = 0
    plain_time: float = 0.0
    full_time: float = 0.0
    faults: list[str] = field(default_factory=list)

    def try_one(self, label: str, data: bytes, dialect: Dialect) -> None:
        """Read one post both ways; only those with front matter count."""
        begun = time.perf_counter()
        plain = plain_head(data, dialect)
        between = time.perf_counter()
        full = read_full_head(data, dialect)
        ended = time.perf_counter()
        self.posts += bool(full.format)
        if plain is None:
            return
        self.plain += bool(full.format)
        self.plain_time += between - begun
        self.full_time += ended - between
        if exact(plain) != exact(full):
            self.faults.append(f"{label} ({dialect.value})")


def read_both_ways(name: str, source: Iterable[tuple[str, bytes, Dialect]]) -> Readings:
    """Compare the readers on each post in every dialect."""
    readings = Readings(name)
    for label, data, _dialect in source:
        for dialect in Dialect:
            readings.try_one(label, data, dialect)
    return readings


def main() -> int:
    """Compare on all parts and print a line for each; 1 where the readers differ."""
    folder = corpora()
    if folder is None:
        print("the large test data (shared/corpora) is not on this machine")
        return 0
    faults = 0
    for name, source in trial_parts(folder).items():
        found = read_both_ways(name, source())
        faults += len(found.faults)
        print(
            f"{name:17} posts {found.posts:6}  plain {found.plain / max(found.posts, 1):6.1%}"
            f"  {found.plain_time / max(found.plain, 1) * 1e6:6.1f} us a post,"
            f" full {found.full_time / max(found.plain, 1) * 1e6:6.1f} us"
            f"  faults {len(found.faults)}"
        )
        for fault in found.faults[:10]:
            print(f"    FAULT {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
