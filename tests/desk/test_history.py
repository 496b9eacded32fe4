"""The undo history: any mix of changes, undone and redone, gives exact texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.desk.history import PAUSE, History, Step
from reviewer.document.edits import Span, TextEdit, apply, difference, invert


class Clock:
    """A clock that a test moves by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Typist:
    """A text with a history, as the desk keeps it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.clock = Clock()
        self.history = History(self.clock)

    def replace(self, start: int, end: int, text: str, merge_key: str | None = None) -> None:
        edits = (TextEdit(Span(start, end), text),)
        step = Step(edits, invert(self.text, edits))
        self.text = apply(self.text, edits)
        self.history.push((step,), "Type", merge_key)

    def undo(self) -> None:
        change = self.history.undo()
        for step in reversed(change.steps) if change else ():
            self.text = apply(self.text, step.inverse)

    def redo(self) -> None:
        change = self.history.redo()
        for step in change.steps if change else ():
            self.text = apply(self.text, step.edits)


def test_typing_without_a_pause_is_one_undo() -> None:
    typist = Typist("ab")
    for at, letter in enumerate("xyz", start=1):
        typist.replace(at, at, letter, "body")
    typist.undo()
    assert typist.text == "ab"
    typist.redo()
    assert typist.text == "axyzb"


def test_a_pause_begins_a_new_undo() -> None:
    typist = Typist("")
    typist.replace(0, 0, "a", "body")
    typist.clock.now += PAUSE + 0.1
    typist.replace(1, 1, "b", "body")
    typist.undo()
    assert typist.text == "a"


def test_another_merge_key_begins_a_new_undo() -> None:
    typist = Typist("")
    typist.replace(0, 0, "a", "title")
    typist.replace(1, 1, "b", "body")
    typist.undo()
    assert typist.text == "a"


def test_typing_after_a_save_does_not_reach_behind_it() -> None:
    typist = Typist("")
    typist.replace(0, 0, "a", "body")
    typist.history.mark_clean()
    typist.replace(1, 1, "b", "body")
    assert not typist.history.is_clean
    typist.undo()
    assert typist.text == "a"
    assert typist.history.is_clean


def test_the_saved_state_is_lost_when_it_was_undone_and_something_else_done() -> None:
    typist = Typist("")
    typist.replace(0, 0, "a")
    typist.history.mark_clean()
    typist.undo()
    typist.replace(0, 0, "b")
    assert not typist.history.is_clean
    typist.undo()
    assert not typist.history.is_clean


def test_a_new_change_forgets_what_was_undone() -> None:
    typist = Typist("")
    typist.replace(0, 0, "a")
    typist.undo()
    typist.replace(0, 0, "b")
    typist.redo()
    assert typist.text == "b"


@st.composite
def scripts(draw: st.DrawFn) -> tuple[str, list[tuple[str, str, str | None, float]]]:
    texts = st.text(alphabet="abc\né😀", max_size=8)
    action = st.sampled_from(["edit", "edit", "edit", "undo", "redo"])
    keys = st.sampled_from([None, "body", "title"])
    steps = st.lists(st.tuples(action, texts, keys, st.sampled_from([0.0, 0.5, 2.0])), max_size=20)
    return draw(texts), draw(steps)


@given(scripts())
def test_fully_undone_gives_the_first_text_and_redone_the_last(
    script: tuple[str, list[tuple[str, str, str | None, float]]],
) -> None:
    first, steps = script
    typist = Typist(first)
    for action, text, key, wait in steps:
        typist.clock.now += wait
        if action == "edit":
            for edit in difference(typist.text, text):
                typist.replace(edit.span.start, edit.span.end, edit.text, key)
        else:
            getattr(typist, action)()
    while typist.history.redo_label:
        typist.redo()
    last = typist.text
    while typist.history.undo_label:
        typist.undo()
    assert typist.text == first
    while typist.history.redo_label:
        typist.redo()
    assert typist.text == last
