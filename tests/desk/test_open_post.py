"""A post on the desk: edits from form and body, one undo history, what differs from disk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.desk.open_post import OpenPost, PostChanged, lookup
from reviewer.document.block import EditRefused
from reviewer.document.edits import Span, TextEdit, difference
from reviewer.document.operations import InsertItem, SetValue, Unset
from reviewer.document.post import Post

TEXT = """---
title: "Old"   # kept
category: News
tldr:
  - one
  - two
---

Body.
"""


@pytest.fixture
def open_post() -> OpenPost:
    return OpenPost("a.md", Post.from_bytes(TEXT.encode()), "digest")


def test_an_edit_is_announced_with_its_origin_and_edits(open_post: OpenPost) -> None:
    seen: list[PostChanged] = []
    open_post.changed.connect(seen.append)
    open_post.edit(SetValue(("title",), "New"), label="Title", origin="form")
    assert [(each.origin, each.revision) for each in seen] == [("form", 1)]
    assert seen[0].edits[0].text.strip('"') == "New"


def test_setting_the_same_value_changes_nothing(open_post: OpenPost) -> None:
    open_post.edit(SetValue(("title",), "Old"), label="Title")
    assert open_post.revision == 0
    assert not open_post.can_undo


def test_undo_goes_across_form_and_body(open_post: OpenPost) -> None:
    first = open_post.post.text
    open_post.edit(SetValue(("title",), "New"), label="Title")
    edits = difference(open_post.post.text, open_post.post.text.replace("Body.", "Text."))
    open_post.edit_text(edits, label="Typing", merge_key="body")
    assert open_post.undo_label == "Typing"
    open_post.undo()
    assert open_post.post.data["title"] == "New"
    open_post.undo()
    assert open_post.post.text == first
    assert not open_post.is_dirty


def test_several_operations_are_one_undo(open_post: OpenPost) -> None:
    both = [SetValue(("title",), "New"), InsertItem(("tldr",), 0, "zero")]
    open_post.edit(both, label="Fix")
    assert open_post.post.data["tldr"] == ["zero", "one", "two"]
    open_post.undo()
    assert open_post.post.text == TEXT


def test_of_several_operations_all_or_none_are_made(open_post: OpenPost) -> None:
    with pytest.raises(EditRefused):
        open_post.edit([SetValue(("title",), "New"), Unset(("none", "such"))], label="Fix")
    assert open_post.post.text == TEXT


def test_changed_fields_name_what_differs_from_disk(open_post: OpenPost) -> None:
    open_post.edit(SetValue(("title",), "New"), label="Title")
    open_post.edit(Unset(("category",)), label="Remove")
    open_post.edit(SetValue(("author",), "Ann"), label="Add")
    assert set(open_post.changed_fields()) == {"title", "category", "author"}


def test_a_field_is_reverted_alone(open_post: OpenPost) -> None:
    open_post.edit(SetValue(("title",), "New"), label="Title")
    open_post.edit(SetValue(("category",), "Markets"), label="Category")
    open_post.revert_field(("title",))
    assert open_post.changed_fields() == ("category",)
    assert '"Old"   # kept' in open_post.post.text


def test_a_field_that_is_not_on_disk_is_reverted_by_removal(open_post: OpenPost) -> None:
    open_post.edit(SetValue(("author",), "Ann"), label="Add")
    open_post.revert_field(("author",))
    assert open_post.post.text == TEXT


def test_revert_can_be_undone(open_post: OpenPost) -> None:
    open_post.edit(SetValue(("title",), "New"), label="Title")
    open_post.revert()
    assert not open_post.is_dirty
    open_post.undo()
    assert open_post.post.data["title"] == "New"


def test_saving_an_older_revision_leaves_the_newer_edits_unsaved(open_post: OpenPost) -> None:
    open_post.edit(SetValue(("title",), "New"), label="Title")
    written = open_post.post
    open_post.edit(SetValue(("category",), "Markets"), label="Category")
    open_post.mark_saved(written, "other")
    assert open_post.is_dirty
    assert open_post.changed_fields() == ("category",)


def test_reload_takes_the_text_on_disk_and_undo_brings_the_edits_back(open_post: OpenPost) -> None:
    open_post.edit(SetValue(("title",), "Mine"), label="Title")
    theirs = Post.from_bytes(TEXT.replace("News", "Policy").encode())
    open_post.reload(theirs, "other")
    assert not open_post.is_dirty
    assert open_post.post.data["category"] == "Policy"
    open_post.undo()
    assert open_post.post.data["title"] == "Mine"
    assert open_post.is_dirty


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("a", 0, "b"), (True, 1)),
        (("a", 1), (False, None)),
        (("a", "0"), (False, None)),
        (("c",), (False, None)),
        ((), (True, {"a": [{"b": 1}]})),
    ],
)
def test_lookup_follows_keys_and_indexes(path: tuple, found: tuple) -> None:
    assert lookup({"a": [{"b": 1}]}, path) == found


ACTIONS = st.one_of(
    st.tuples(st.just("title"), st.text(max_size=12)),
    st.tuples(st.just("body"), st.text(max_size=12)),
    st.tuples(st.just("item"), st.text(max_size=12)),
    st.tuples(st.sampled_from(["undo", "redo", "revert"]), st.just("")),
)


@given(st.lists(ACTIONS, max_size=12))
def test_any_mix_of_edits_fully_undone_gives_the_first_bytes(actions: list) -> None:
    open_post = OpenPost("a.md", Post.from_bytes(TEXT.encode()), "digest")
    for action, text in actions:
        if action == "title":
            open_post.edit(SetValue(("title",), text), label="Title", merge_key="title")
        elif action == "item":
            open_post.edit(InsertItem(("tldr",), 0, text), label="Item")
        elif action == "body":
            end = open_post.post.body_span
            edits = difference(open_post.post.text, open_post.post.text[: end.start] + text)
            open_post.edit_text(edits, label="Typing", merge_key="body")
        else:
            getattr(open_post, action)()
    while open_post.can_undo:
        open_post.undo()
    assert open_post.post.to_bytes() == TEXT.encode()


def test_typing_below_the_front_matter_is_told_as_such(open_post: OpenPost) -> None:
    seen: list[bool] = []
    open_post.changed.connect(lambda change: seen.append(change.in_body))
    end = len(TEXT)
    open_post.edit_text([TextEdit(Span(end, end), "More.")], label="Typing")
    open_post.undo()
    open_post.edit(SetValue(("title",), "New"), label="Title")
    open_post.mark_saved(open_post.post, "other")
    assert seen == [True, True, False, False]


def test_changed_fields_follow_edits_undo_and_save(open_post: OpenPost) -> None:
    assert open_post.changed_fields() == ()
    open_post.edit(SetValue(("title",), "New"), label="Title")
    assert open_post.changed_fields() == ("title",)
    open_post.undo()
    assert open_post.changed_fields() == ()
    open_post.redo()
    open_post.mark_saved(open_post.post, "other")
    assert open_post.changed_fields() == ()


def test_whether_it_is_unsaved_is_found_out_after_every_change(open_post: OpenPost) -> None:
    end = len(TEXT)
    open_post.edit_text([TextEdit(Span(end, end), "x")], label="Typing")
    assert open_post.is_dirty
    open_post.edit_text([TextEdit(Span(end, end + 1), "")], label="Typing")
    assert not open_post.is_dirty
