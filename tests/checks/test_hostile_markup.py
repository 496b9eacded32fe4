"""Texts made to keep a rule busy are gone through in the time that their length asks for."""

from __future__ import annotations

import pytest

from reviewer.checks.registry import rules
from reviewer.checks.rule import Group
from tests.support.rules import found

OWN = [each for each in rules() if each.group in (Group.MARKUP, Group.PROSE) and each.is_on]
PIECES = ["**a ", "{{ ", "{% ", "`", "<div ", "[a][b", "\n| a", "[^a", "<!--", "\n#", "a a "]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_repeated_is_gone_through(piece: str) -> None:
    text = f"---\ntitle: Rates\n---\n\n{piece * 3000}"
    assert all(len(found(rule, text)) <= len(text) for rule in OWN)
