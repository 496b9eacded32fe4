"""A field that is reverted has the very bytes again that it has on disk."""

from __future__ import annotations

import pytest

from reviewer.desk.open_post import OpenPost
from reviewer.document.operations import InsertItem, RemoveItem, SetValue, Unset
from reviewer.document.post import Post

TEXT = """---
title:   'Old'   # kept
# about the category
category: News
tldr:
  - one
  # between
  - two
seo: {title: A, noindex: 0x1}
---

Body.
"""


def opened(text: str = TEXT) -> OpenPost:
    return OpenPost("a.md", Post.from_bytes(text.encode()), "digest")


@pytest.mark.parametrize(
    ("path", "operation"),
    [
        (("title",), SetValue(("title",), ["a", "b"])),
        (("title",), Unset(("title",))),
        (("category",), Unset(("category",))),
        (("tldr",), RemoveItem(("tldr",), 1)),
        (("tldr",), Unset(("tldr",))),
        (("tldr", 1), SetValue(("tldr", 1), "2")),
        (("seo",), Unset(("seo",))),
        (("seo", "noindex"), SetValue(("seo", "noindex"), 5)),
        (("seo", "noindex"), Unset(("seo", "noindex"))),
        (("author",), SetValue(("author",), "Ann")),
    ],
)
def test_reverting_the_only_change_gives_the_file_again(path, operation):
    open_post = opened()
    open_post.edit(operation, label="Edit")
    assert open_post.post.text != TEXT
    open_post.revert_field(path)
    assert open_post.post.text == TEXT
    assert not open_post.is_dirty


@pytest.mark.parametrize("operation", [SetValue(("title",), "New"), Unset(("title",))])
def test_reverting_keeps_changes_of_other_fields_and_of_the_body(operation):
    open_post = opened()
    open_post.edit([operation, InsertItem(("tldr",), 0, "zero")], label="Edit")
    open_post.edit_text(open_post.post.with_body("\nOther.\n").edits, label="Typing")
    open_post.revert_field(("title",))
    expected = TEXT.replace("  - one\n", "  - zero\n  - one\n").replace("Body.", "Other.")
    assert open_post.post.text == expected


def test_reverting_the_first_field_of_a_file_takes_the_front_matter_away():
    open_post = opened("Only a body.\n")
    open_post.edit(SetValue(("title",), "A"), label="Edit")
    open_post.revert_field(("title",))
    assert open_post.post.text == "Only a body.\n"


def test_a_field_inside_a_group_that_is_gone_comes_back_as_a_value():
    open_post = opened()
    open_post.edit(Unset(("seo",)), label="Edit")
    open_post.revert_field(("seo", "title"))
    assert open_post.post.data["seo"] == {"title": "A"}


def test_reverting_is_one_undo():
    open_post = opened()
    open_post.edit(SetValue(("title",), "New"), label="Edit")
    changed = open_post.post.text
    open_post.revert_field(("title",))
    open_post.undo()
    assert open_post.post.text == changed


def test_reverting_what_has_not_changed_changes_nothing():
    open_post = opened()
    open_post.revert_field(("title",))
    assert not open_post.can_undo
