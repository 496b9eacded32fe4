"""The contract over real posts, where the large test data is on this machine.

``python -m tests.measure.contract`` does the same over all of it and prints the
counts; here are the parts that take seconds.
"""

from __future__ import annotations

import pytest

from tests.measure.contract import trial_parts
from tests.measure.oracle import compare
from tests.measure.replays import bulk_edits, replay, single_edits
from tests.measure.trials import Tally, try_post
from tests.support.corpora import require_corpora

ARGUED = {
    "src/index.md add eleventyImport": "a map of lists, which people there wrote half in brackets",
    "content/en/showcase/_index.md add menu": "a map in a map, half of them in brackets",
    "content/en/docs/guides/_index.md add menu": "the same",
    "content/en/community/_index.md add menu": "the same",
}
"""Replays with more lines than people needed: a new key whose style its site does not settle."""


STRIDES = {"weird": 3, "weird-crlf": 7, "conformance": 1, "conformance-crlf": 3, "sites": 80}
"""Of each part, one post in so many is tried here."""


@pytest.mark.parametrize("part", STRIDES)
def test_every_edit_keeps_the_contract(part):
    folder = require_corpora()
    tally = Tally(part)
    for number, (label, data, dialect) in enumerate(trial_parts(folder)[part]()):
        if number % STRIDES[part] == 0:
            try_post(tally, label, data, dialect)
    assert tally.violations == []
    assert tally.edits > 1000


def test_edits_that_people_made_come_out_no_larger():
    folder = require_corpora()
    sites = folder / "dev" / "sites"
    for replays in (
        replay("edits", single_edits(folder), sites),
        replay("bulk", bulk_edits(folder), sites),
    ):
        assert replays.same_data == replays.tried
        larger = [fault for fault in replays.faults if fault.split(":")[0] not in ARGUED]
        assert larger == []


def test_jekyll_reads_what_we_read(capsys):
    folder = require_corpora()
    differences = compare(folder / "dev")
    assert differences == 0, capsys.readouterr().out
