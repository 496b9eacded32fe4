"""Which value of a small set was meant by one outside it."""

from __future__ import annotations

import pytest

from reviewer.schema.field import Option
from reviewer.schema.kinds.choices import nearest

OPTIONS = [Option(value, "", 9) for value in ("News", "Markets", "Policy", "en")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("news", "News"),
        ("Nws", "News"),
        ("Nwes", "News"),
        ("Newws", "News"),
        ("Makets", "Markets"),
        ("Polcy", "Policy"),
    ],
)
def test_a_slip_finds_what_was_meant(typed: str, meant: str) -> None:
    found = nearest(typed, OPTIONS)
    assert found is not None
    assert found.value == meant


@pytest.mark.parametrize("typed", ["New", "Nows", "Noise", "Politics", "es", "e", ""])
def test_another_word_is_no_slip(typed: str) -> None:
    assert nearest(typed, OPTIONS) is None
