"""Decisions about a post that somebody else changed, while the editor goes on typing."""

from __future__ import annotations

import pytest

from reviewer.desk.merging import Meeting, hold
from reviewer.document.merge import Choice
from reviewer.document.post import Post

BASE = "---\ntitle: A\ncategory: News\n---\nOne.\n\nTwo.\n\nThree.\n"
MINE = BASE.replace("title: A", "title: Mine").replace("One.", "My one.")
THEIRS = BASE.replace("title: A", "title: Theirs").replace("One.", "Their one.")


def post(text: str) -> Post:
    return Post.from_bytes(text.encode())


@pytest.fixture
def meeting() -> Meeting:
    return hold(post(BASE), post(MINE), post(THEIRS), "digest")


def test_nothing_is_decided_at_first(meeting: Meeting) -> None:
    assert meeting.choices == (None, None)
    assert meeting.left == 2


@pytest.mark.parametrize(
    ("choice", "title"), [(Choice.MINE, "Mine"), (Choice.THEIRS, "Theirs"), (Choice.BASE, "A")]
)
def test_a_decision_is_what_comes_out(meeting: Meeting, choice: Choice, title: str) -> None:
    decided = meeting.choose(0, choice)
    assert decided.outcome().data["title"] == title
    assert decided.left == 1


def test_each_thing_is_decided_by_itself(meeting: Meeting) -> None:
    decided = meeting.choose(0, Choice.MINE).choose(1, Choice.THEIRS)
    expected = MINE.replace("My one.", "Their one.")
    assert (decided.left, decided.outcome().text) == (0, expected)


def test_a_decision_can_be_changed(meeting: Meeting) -> None:
    decided = meeting.choose(0, Choice.MINE).choose(0, Choice.THEIRS)
    assert decided.choices == (Choice.THEIRS, None)


def test_decisions_stay_while_the_editor_types_on(meeting: Meeting) -> None:
    newer = MINE.replace("title: Mine", "title: Mine too").replace("Three.", "Third.")
    later = meeting.choose(1, Choice.THEIRS).go_on(post(newer))
    assert later.choices == (None, Choice.THEIRS)
    assert later.outcome().text == newer.replace("My one.", "Their one.")


def test_decisions_stay_with_their_fields_when_one_is_settled(meeting: Meeting) -> None:
    newer = MINE.replace("title: Mine", "title: Theirs")
    later = meeting.choose(1, Choice.BASE).go_on(post(newer))
    assert later.choices == (Choice.BASE,)


def test_alike_conflicts_are_decided_one_by_one() -> None:
    base = "---\nt: 1\n---\nSame.\n\nBetween.\n\nSame.\n"
    mine, theirs = base.replace("Same.", "Mine."), base.replace("Same.", "Theirs.")
    meeting = hold(post(base), post(mine), post(theirs), "digest").choose(1, Choice.THEIRS)
    assert meeting.choices == (None, Choice.THEIRS)
    assert meeting.outcome().body == "Mine.\n\nBetween.\n\nTheirs.\n"


def test_a_decision_about_another_version_of_theirs_does_not_hold(meeting: Meeting) -> None:
    decided = meeting.choose(0, Choice.THEIRS)
    other = post(THEIRS.replace("title: Theirs", "title: Other"))
    later = hold(decided.base, decided.mine, other, "other", decided.decided)
    assert later.choices == (None, None)
