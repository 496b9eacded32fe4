"""A moment of ``python -m tests.measure.fuzz``, the same inputs each time."""

from __future__ import annotations

from contextlib import suppress

import pytest

from reviewer.errors import ReviewerError
from tests.measure.fuzz import SEEDS, Fuzzer, parts_of


@pytest.mark.parametrize("part", ["parse", "edit", "merge", "render", "show", "import"])
def test_mutated_posts_are_read_or_refused(part: str) -> None:
    fuzzer = Fuzzer(SEEDS, 7)
    work = parts_of(fuzzer)[part]
    for _ in range(15):
        data = fuzzer.data()
        with suppress(ReviewerError):
            work(data)
