"""What a merge tells about itself."""

from __future__ import annotations

import pytest

from reviewer.document.merge import Part, merge
from reviewer.document.merge_story import Settled, Whose, settled
from reviewer.document.post import Post

BASE = "---\ntitle: A\ncategory: News\ntags:\n  - ev\n  - china\n---\nOne.\n\nTwo.\n\nThree.\n"


def story(mine: str, theirs: str, base: str = BASE) -> tuple[Settled, ...]:
    posts = [Post.from_bytes(text.encode()) for text in (base, mine, theirs)]
    return settled(*posts, merge(*posts).conflicts)


def test_each_change_is_told_with_whose_it_is() -> None:
    mine = BASE.replace("title: A", "title: B")
    theirs = BASE.replace("News", "Policy").replace("One.", "First.")
    assert story(mine, theirs) == (
        Settled(Part.FIELD, ("title",), Whose.MINE),
        Settled(Part.FIELD, ("category",), Whose.THEIRS),
        Settled(Part.BODY, (), Whose.THEIRS),
    )


def test_items_of_a_list_are_told_one_by_one() -> None:
    mine, theirs = BASE.replace("- ev", "- cars"), BASE.replace("- china", "- trade")
    assert story(mine, theirs) == (
        Settled(Part.FIELD, ("tags", 0), Whose.MINE),
        Settled(Part.FIELD, ("tags", 1), Whose.THEIRS),
    )


def test_a_list_that_grew_is_told_as_one() -> None:
    theirs = BASE.replace("  - china\n", "  - china\n  - trade\n")
    assert story(BASE.replace("title: A", "title: B"), theirs)[1] == Settled(
        Part.FIELD, ("tags",), Whose.THEIRS
    )


def test_a_body_that_both_changed_is_both() -> None:
    mine, theirs = BASE.replace("One.", "First."), BASE.replace("Three.", "Third.")
    assert story(mine, theirs) == (Settled(Part.BODY, (), Whose.BOTH),)


def test_a_field_that_both_changed_alike_is_both() -> None:
    same = BASE.replace("title: A", "title: B")
    assert story(same, same.replace("News", "Policy"))[0] == Settled(
        Part.FIELD, ("title",), Whose.BOTH
    )


def test_what_is_left_to_decide_is_not_told_as_settled() -> None:
    mine = BASE.replace("title: A", "title: B").replace("One.", "First.")
    theirs = BASE.replace("title: A", "title: C").replace("One.", "Erst.")
    assert story(mine, theirs) == ()


@pytest.mark.parametrize("theirs", ["title:   A", "title: 'A'", "# why\ntitle: A"])
def test_spaces_quotes_and_comments_are_the_front_matter(theirs: str) -> None:
    mine = BASE.replace("Two.", "Second.")
    assert story(mine, BASE.replace("title: A", theirs)) == (
        Settled(Part.FRONT_MATTER, (), Whose.THEIRS),
        Settled(Part.BODY, (), Whose.MINE),
    )
