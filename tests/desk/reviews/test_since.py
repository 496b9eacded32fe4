"""What changed since the sign-off, in the terms of an editor."""

from __future__ import annotations

from reviewer.desk.reviews.since import Changed, changed
from reviewer.document.post import Post

BEFORE = "---\ntitle: A\ntags: [x]\n---\n\nOne.\n\nTwo\nlines.\n\nThree.\n"


def between(after: str) -> Changed:
    return changed(Post.from_bytes(BEFORE.encode()), Post.from_bytes(after.encode()))


def test_the_same_text_has_no_changes() -> None:
    assert between(BEFORE) == Changed()


def test_fields_that_are_other_new_or_gone_are_named() -> None:
    assert between(BEFORE.replace("title: A\ntags: [x]", "title: B\ndate: x")).fields == (
        "title",
        "tags",
        "date",
    )


def test_another_spelling_of_a_value_is_no_change() -> None:
    assert between(BEFORE.replace("title: A", "title: 'A'")) == Changed()


def test_paragraphs_are_counted_once_wherever_they_stand() -> None:
    assert between(BEFORE.replace("One.", "One, and more.")).paragraphs == 1
    assert between(BEFORE.replace("One.\n\n", "")).paragraphs == 1
    assert between(BEFORE.replace("One.", "Zero.\n\nOne.")).paragraphs == 1


def test_blank_lines_are_no_paragraphs() -> None:
    assert between(BEFORE.replace("\n\nThree", "\n\n\n\nThree")) == Changed()
