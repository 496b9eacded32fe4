"""What was found in a text stays with its characters while the text is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks.mending import mend
from reviewer.checks.moving import moved
from reviewer.document.edits import Span, TextEdit, apply, mark_of
from reviewer.document.post import Post
from reviewer.schema.finding import Finding, Fix, Severity

TEXT = "---\ntitle: T\n---\n\nOne two three.\n\nFour five.\n"


def found(word: str, *edits: TextEdit) -> Finding:
    start = TEXT.index(word)
    fix = Fix("Mend", edits=edits, text=mark_of(TEXT)) if edits else None
    line = TEXT[:start].count("\n") + 1
    span = Span(start, start + len(word))
    return Finding("x", Severity.ERROR, word, (), line, (fix,) if fix else (), span)


def after(finding: Finding, old: str, new: str) -> tuple[str, Finding] | None:
    """The words that the finding is about once ``old`` has become ``new``, and the finding."""
    text = TEXT.replace(old, new, 1)
    posts = Post.from_bytes(TEXT.encode()), Post.from_bytes(text.encode())
    kept = moved((finding,), *posts)
    if not kept:
        return None
    (one,) = kept
    assert one.span is not None
    return text[one.span.start : one.span.end], one


@pytest.mark.parametrize(
    ("old", "new", "words", "line"),
    [
        ("One", "Once upon", "three", 5),
        ("One", "One\n\nand", "three", 7),
        ("Four", "Five", "three", 5),
        ("three", "thrrree", "thrrree", 5),
        ("o three", "ohree", "hree", 5),
        ("three.", "thr", "thr", 5),
    ],
)
def test_it_goes_along_with_its_characters(old: str, new: str, words: str, line: int) -> None:
    kept = after(found("three"), old, new)
    assert kept is not None
    assert (kept[0], kept[1].line) == (words, line)


def test_it_is_gone_with_its_characters() -> None:
    assert after(found("three"), " two three.", ".") is None


def test_a_fix_elsewhere_goes_along_and_still_fits() -> None:
    start = TEXT.index("five")
    kept = after(found("five", TextEdit(Span(start, start + 4), "six")), "One two", "Some")
    assert kept is not None
    (fix,) = kept[1].fixes
    text = TEXT.replace("One two", "Some")
    assert "Four six." in apply(text, fix.edits)
    assert mend(Post.from_bytes(text.encode()), fix).text == apply(text, fix.edits)


def test_a_fix_whose_place_was_touched_is_gone() -> None:
    start = TEXT.index("three")
    fix = TextEdit(Span(start, start + 5), "3")
    for old, new in (("three", "thrree"), ("three", "threes"), ("two three", "two  three")):
        kept = after(found("three", fix), old, new)
        assert kept is not None
        assert kept[1].fixes == ()


def test_a_fix_that_only_inserts_is_kept() -> None:
    end = TEXT.index("three") + 5
    kept = after(found("three", TextEdit(Span(end, end), "!")), "One", "1")
    assert kept is not None
    assert len(kept[1].fixes) == 1


def test_a_field_keeps_its_line() -> None:
    finding = Finding("x", Severity.ERROR, "", ("title",), 2)
    text = TEXT.replace("title", "layout: a\ntitle")
    posts = Post.from_bytes(TEXT.encode()), Post.from_bytes(text.encode())
    assert moved((finding,), *posts)[0].line == 3


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12), st.data())
def test_no_span_leaves_the_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    finding = Finding("x", Severity.HINT, "", (), 1, (), Span(start, end))
    posts = Post.from_bytes(old.encode()), Post.from_bytes(new.encode())
    for kept in moved((finding,), *posts):
        assert kept.span is not None
        assert kept.span.end <= len(new)
