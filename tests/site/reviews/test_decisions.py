"""Decisions about posts as lines in files, and what they say once the text is another one."""

from __future__ import annotations

from reviewer.site.reviews.decisions import (
    APPROVED,
    OPEN,
    REOPENED,
    REQUESTED,
    Decision,
    decisions,
    file_of,
    newest,
)

ANN = Decision(APPROVED, "aa", "Ann", "2026-02-01T10:00:00Z")
BO = Decision(REQUESTED, "aa", "Bo “B”", "2026-02-02T10:00:00Z", "Which: source?\nAnd when?")


def test_what_is_written_is_read() -> None:
    assert decisions((ANN.line() + BO.line()).encode()) == (ANN, BO)


def test_a_decision_is_one_line() -> None:
    assert BO.line().count("\n") == 1


def test_the_newest_counts_in_whatever_order_the_lines_stand() -> None:
    assert newest(decisions((BO.line() + ANN.line()).encode())) == BO


def test_lines_between_the_marks_of_a_conflict_are_read() -> None:
    text = f"<<<<<<< ours\n{ANN.line()}=======\n{BO.line()}>>>>>>> theirs\n"
    assert decisions(text.encode()) == (ANN, BO)


def test_a_line_written_by_hand_is_read() -> None:
    line = b"- {state: approved, digest: aa, author: Ann, date: 2026-02-01T10:00:00Z}\n"
    assert decisions(line) == (ANN,)


def test_garbage_says_nothing() -> None:
    text = b'- {"state": "loved"}\n- [[[[\n- 7\n- {"state": 4}\n\xff\xfe\n' + b"- " + b"[" * 5000
    assert decisions(text) == ()


def test_the_last_of_a_state() -> None:
    assert newest((ANN, BO), APPROVED) == ANN
    assert newest((BO,), APPROVED) is None


def test_a_decision_holds_for_the_text_that_was_read() -> None:
    assert ANN.standing("aa") == APPROVED
    assert BO.standing("aa") == REQUESTED


def test_another_text_reopens_a_post() -> None:
    assert ANN.standing("bb") == REOPENED


def test_what_was_taken_back_is_open_whatever_the_text() -> None:
    assert Decision(OPEN, "aa", "Ann", "").standing("bb") == OPEN


def test_the_file_is_called_like_the_post() -> None:
    assert file_of("_posts/a.md") == ".reviewer/reviews/_posts/a.md.yml"
