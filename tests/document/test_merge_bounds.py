"""Texts that no person writes merge within seconds, or are left to choose between."""

from __future__ import annotations

import pytest

from reviewer.document.merge import MOST, merge
from reviewer.document.merge_front import MOST_FIELDS
from reviewer.document.merge_resolve import resolve
from reviewer.document.merge_result import Choice, Part
from reviewer.document.post import Post

HUGE = "word\n" * (MOST // 5 + 1)


def post(text: str) -> Post:
    return Post.from_bytes(text.encode())


def test_of_a_huge_text_that_i_left_alone_theirs_is_taken() -> None:
    merged = merge(post(HUGE), post(HUGE), post(HUGE + "theirs\n"))
    assert merged.is_clean
    assert merged.post.text == HUGE + "theirs\n"


def test_of_huge_texts_that_both_changed_one_is_to_be_chosen() -> None:
    merged = merge(post(HUGE), post("mine\n" + HUGE), post(HUGE + "theirs\n"))
    (conflict,) = merged.conflicts
    assert conflict.part is Part.FILE
    assert merged.post.text == "mine\n" + HUGE
    assert resolve(merged, {conflict: Choice.THEIRS}).text == HUGE + "theirs\n"


def test_more_fields_than_anybody_writes_merge_by_line() -> None:
    fields = [f"k{number}: {number}\n" for number in range(MOST_FIELDS + 1)]
    lines = "".join(fields)
    base, mine = f"---\n{lines}---\n", f"---\na: mine\n{lines}---\n"
    merged = merge(post(base), post(mine), post(f"---\n{lines}z: theirs\n---\n"))
    assert merged.is_clean
    assert merged.post.text == f"---\na: mine\n{lines}z: theirs\n---\n"


@pytest.mark.timeout(30)
def test_changes_that_all_touch_each_other_are_one_conflict() -> None:
    lines = [f"line {number}\n" for number in range(30_000)]
    mine = "".join(f"mine {line}" if number % 2 else line for number, line in enumerate(lines))
    theirs = "".join(line if number % 2 else f"theirs {line}" for number, line in enumerate(lines))
    merged = merge(post("".join(lines)), post(mine), post(theirs))
    assert [conflict.part for conflict in merged.conflicts] == [Part.BODY]
