"""The measurement of repairs, on a few cases of our own and on the corpus where it is there."""

from __future__ import annotations

import json

from tests.measure.repairs import WITHOUT, Score, cases, judged, table
from tests.support.corpora import require_corpora


def test_a_repair_as_the_author_made_it_counts_as_equal() -> None:
    score = _judged("---\ntitle: a: b\n---\n", '---\ntitle: "a: b"\n---\n')
    assert (score.parses, score.exact, score.in_words, score.restored) == (True, True, True, True)


def test_other_punctuation_counts_as_equal_in_words_alone() -> None:
    score = _judged("---\ntitle: a: b\n---\n", "---\ntitle: a - b\n---\n")
    assert (score.exact, score.in_words) == (False, True)


def test_a_block_that_cannot_be_mended_is_counted() -> None:
    score = _judged("---\n" + "a: b: c\n" * 6000 + "---\n", "---\ntitle: a\n---\n")
    assert WITHOUT in table([score])


def test_nearly_all_blocks_of_the_corpus_can_be_read_after_their_repair() -> None:
    file = require_corpora() / "dev" / "repairs.jsonl"
    scores = [judged(case) for case in cases(file.read_text(encoding="utf-8").splitlines())]
    assert sum(score.parses for score in scores) >= 0.95 * len(scores)


def _judged(broken: str, fixed: str) -> Score:
    row = {"site": "s", "path": "p.md", "broken_head": broken, "fixed_head": fixed}
    return judged(next(iter(cases([json.dumps(row)]))))
