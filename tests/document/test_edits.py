"""Text edits: applying, taking back, and finding the smallest one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.edits import Span, TextEdit, apply, difference, invert, ordered


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[TextEdit]]:
    text = draw(st.text(max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [TextEdit(Span(start, end), draw(st.text(max_size=5))) for start, end in spans]


@given(texts_with_edits())
def test_the_inverse_leads_back(case: tuple[str, list[TextEdit]]) -> None:
    text, edits = case
    assert apply(apply(text, edits), invert(text, edits)) == text


@given(st.text(), st.text())
def test_the_difference_leads_from_one_text_to_the_other(old: str, new: str) -> None:
    assert apply(old, difference(old, new)) == new


@given(st.text(min_size=1), st.text(max_size=3), st.data())
def test_the_difference_is_no_larger_than_the_edit_made(
    text: str, inserted: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    new = text[:at] + inserted + text[at:]
    assert sum(len(edit.text) for edit in difference(text, new)) <= len(inserted)


def test_insertions_at_one_place_keep_their_order() -> None:
    edits = [TextEdit(Span(1, 1), "x"), TextEdit(Span(1, 1), "y")]
    assert apply("ab", edits) == "axyb"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        ordered([TextEdit(Span(0, 3), ""), TextEdit(Span(2, 4), "")])


def test_an_edit_behind_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="behind"):
        apply("ab", [TextEdit(Span(1, 3), "")])


def test_a_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="span"):
        Span(3, 2)
