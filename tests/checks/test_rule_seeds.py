"""Seeded faults are found in a post of the sample site; ``tests.measure.rules`` does many."""

from __future__ import annotations

import pytest

from reviewer.checks.registry import rule_of
from tests.measure.rule_seeds import SEEDERS
from tests.support.rules import found, subject_of
from tests.support.sites import sample_site

NAME = "_posts/2026-02-01-ford-xiaomi-ev-partnership.md"
TEXT = (sample_site() / NAME).read_text()
NEEDS_A_SITE = {"broken-local-link", "list-without-blank-line"}
"""Rules whose faults are none without the files or the engine of a site."""


def test_faults_are_seeded_for_rules_that_there_are() -> None:
    assert [code for code in SEEDERS if rule_of(code) is None] == []


@pytest.mark.parametrize("code", sorted(SEEDERS.keys() - NEEDS_A_SITE))
def test_a_seeded_fault_is_found(code: str) -> None:
    rule = rule_of(code)
    assert rule is not None
    subject = subject_of(TEXT, NAME)
    seeded = [text for seed in SEEDERS[code] if (text := seed(subject)) is not None]
    before = len(found(rule, TEXT, NAME))
    assert [text for text in seeded if len(found(rule, text, NAME)) <= before] == []
