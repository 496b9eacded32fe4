"""What holds for every rule: examples that show it, cases on disk, fixes that mend for good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reviewer.checks.mending import fixable
from reviewer.checks.registry import rules
from tests.support.rules import found, mended_by

if TYPE_CHECKING:
    from reviewer.checks.rule import Rule

CASES = Path(__file__).parents[2] / "cases" / "checks"

every_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)


def cases(rule: Rule, kind: str) -> list[str]:
    """The texts of ``tests/cases/checks/CODE/KIND*.md``, and the rule's own example."""
    files = sorted((CASES / rule.code).glob(f"{kind}*.md"))
    return [getattr(rule.example, kind), *(file.read_bytes().decode() for file in files)]


@every_rule
def test_a_rule_has_cases(rule: Rule) -> None:
    assert all(len(cases(rule, kind)) > 1 for kind in ("bad", "good"))


@every_rule
def test_bad_cases_are_found(rule: Rule) -> None:
    if rule.shares is None:  # those need other posts, and have tests of their own
        assert [text for text in cases(rule, "bad") if not found(rule, text)] == []


@every_rule
def test_good_cases_are_left_alone(rule: Rule) -> None:
    told = {text: [each.message for each in found(rule, text)] for text in cases(rule, "good")}
    assert {text: messages for text, messages in told.items() if messages} == {}


@every_rule
def test_findings_have_a_line_and_words(rule: Rule) -> None:
    for text in cases(rule, "bad"):
        for finding in found(rule, text):
            assert finding.message.strip()
            assert finding.path or finding.line >= 1


@every_rule
def test_safe_fixes_leave_nothing_to_find(rule: Rule) -> None:
    for text in cases(rule, "bad"):
        after = mended_by(rule, text)
        assert fixable(found(rule, after)) == ()
        assert mended_by(rule, after) == after
