"""Fixes: made only in their own text, never to the worse, and together until nothing is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.checks.mending import mend, mend_all
from reviewer.document.edits import Span, TextEdit, mark_of
from reviewer.document.operations import EditRefused, RemoveItem, SetValue
from reviewer.document.post import Post
from reviewer.schema.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TEXT = "---\ntitle: A\ntags: [a, b]\n---\nOne  two  three.\n"
BODY = TEXT.index("One")


def post_of(text: str = TEXT) -> Post:
    return Post.from_bytes(text.encode())


def replacing(start: int, end: int, text: str, *, safe: bool = True) -> Fix:
    return Fix("Mend", edits=(TextEdit(Span(start, end), text),), safe=safe)


def finding(*fixes: Fix, message: str = "Wrong.") -> Finding:
    return Finding("a-rule", Severity.WARNING, message, fixes=fixes)


def each_time(found: Sequence[Finding]) -> Callable[[Post], Sequence[Finding]]:
    """Found in the first text alone."""
    return lambda post: found if post.text == TEXT else ()


def test_edits_are_made() -> None:
    assert mend(post_of(), replacing(BODY, BODY + 3, "Two")).body == "Two  two  three.\n"


def test_operations_are_carried_out() -> None:
    fix = Fix("Set", (SetValue(("title",), "B"),))
    assert mend(post_of(), fix).data["title"] == "B"


def test_edits_and_operations_go_together() -> None:
    fix = Fix("Both", (SetValue(("title",), "A title"),), (TextEdit(Span(BODY, BODY + 3), "1"),))
    after = mend(post_of(), fix)
    assert (after.data["title"], after.body) == ("A title", "1  two  three.\n")


def test_a_fix_for_another_text_is_refused() -> None:
    fix = Fix("Mend", edits=(TextEdit(Span(0, 1), "x"),), text=mark_of("other"))
    with pytest.raises(EditRefused, match="has changed since"):
        mend(post_of(), fix)


def test_a_fix_behind_the_end_is_refused() -> None:
    with pytest.raises(EditRefused, match="has changed since"):
        mend(post_of(), replacing(500, 501, ""))


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        pytest.param(0, 3, "--", id="the fence goes"),
        pytest.param(4, 10, "tit le", id="the key is lost"),
        pytest.param(11, 12, "[", id="the value cannot be read"),
        pytest.param(4, 13, "", id="a field goes"),
    ],
)
def test_front_matter_that_reads_worse_is_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(EditRefused, match="could not be read as before"):
        mend(post_of(), replacing(start, end, text))


def test_edits_of_the_body_cannot_open_the_front_matter() -> None:
    text = "---\ntitle: A\n---"
    with pytest.raises(EditRefused):
        mend(post_of(text), replacing(len(text), len(text), "x"))


def test_a_value_of_the_front_matter_may_be_mended_as_text() -> None:
    assert mend(post_of(), replacing(11, 12, "B")).data["title"] == "B"


def test_broken_front_matter_may_be_mended_by_and_by() -> None:
    text = "---\ntitle: a: b\nother: c: d\n---\n"
    after = mend(post_of(text), replacing(11, 15, "'a: b'"))
    assert after.problem is not None
    assert "'a: b'" in after.text


def test_fixes_apart_are_made_in_one_round() -> None:
    found = [finding(replacing(at, at + 2, " ")) for at in (BODY + 3, BODY + 8)]
    assert mend_all(post_of(), each_time(found)).post.body == "One two three.\n"


def test_of_fixes_that_overlap_the_later_waits() -> None:
    found = [
        finding(replacing(BODY, BODY + 3, "1")),
        finding(replacing(BODY + 2, BODY + 5, "x")),
    ]
    mended = mend_all(post_of(), each_time(found))
    assert mended.post.body == "1  two  three.\n"
    assert mended.applied == (found[0],)


def test_insertions_at_one_place_are_not_made_together() -> None:
    found = [finding(replacing(BODY, BODY, text)) for text in ("a", "b")]
    assert mend_all(post_of(), each_time(found)).post.body.startswith("aOne")


def test_items_of_one_list_are_mended_in_turn() -> None:
    def find(post: Post) -> Iterator[Finding]:
        for index, tag in enumerate(post.data["tags"]):
            yield finding(Fix("Remove", (RemoveItem(("tags",), index),), safe=True), message=tag)

    mended = mend_all(post_of(), find)
    assert mended.post.data["tags"] == []
    assert [each.message for each in mended.applied] == ["a", "b"]


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    found = each_time([finding(replacing(BODY, BODY + 3, "1", safe=False))])
    assert mend_all(post_of(), found).applied == ()
    assert mend_all(post_of(), found, only_safe=False).post.body.startswith("1 ")


def test_a_refused_fix_does_not_keep_others_from_being_made() -> None:
    found = [finding(replacing(4, 13, ""), message="bad"), finding(replacing(BODY, BODY + 3, "1"))]
    mended = mend_all(post_of(), each_time(found))
    assert mended.applied == (found[1],)
    assert mended.post.body.startswith("1 ")


def test_fixes_that_undo_each_other_end() -> None:
    def find(post: Post) -> Iterator[Finding]:
        yield finding(replacing(BODY, BODY + 3, "Two" if "One" in post.text else "One"))

    mended = mend_all(post_of(), find)
    assert mended.post.body.startswith("Two")
    assert len(mended.applied) == 1


def test_a_fix_that_always_finds_more_ends() -> None:
    def find(_post: Post) -> Iterator[Finding]:
        yield finding(replacing(BODY, BODY, "x"))

    assert "xxx" in mend_all(post_of(), find).post.body
