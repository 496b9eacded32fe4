"""The find bar's presenter, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.document.edits import apply
from reviewer.ui.panels.body.find_presenter import FindPresenter
from reviewer.ui.panels.body.finder import Query
from reviewer.ui.panels.body.mapping import Place, SourceText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.edits import TextEdit


class Text:
    """The text that is searched."""

    def __init__(self, text: str) -> None:
        self.source = SourceText(text)
        self.newline = "\n"
        self.labels: list[str] = []

    def replace(self, edits: Sequence[TextEdit], label: str) -> None:
        self.source = SourceText(apply(self.source.text, edits))
        self.labels.append(label)


class Bar:
    """What the user sees."""

    def __init__(self) -> None:
        self.found: list[tuple[Place, Place]] = []
        self.count = ""
        self.error = ""
        self.selected = (Place(0, 0), Place(0, 0))

    def show_found(self, ranges: Sequence[tuple[Place, Place]]) -> None:
        self.found = list(ranges)

    def show_count(self, text: str) -> None:
        self.count = text

    def show_error(self, text: str) -> None:
        self.error = text

    def select(self, start: Place, end: Place) -> None:
        self.selected = (start, end)

    def selection(self) -> tuple[Place, Place]:
        return self.selected


class Bench:
    def __init__(self, text: str) -> None:
        self.text, self.bar = Text(text), Bar()
        self.presenter = FindPresenter(self.text, self.bar)


@pytest.fixture
def bench() -> Bench:
    return Bench("cat 😀 cat\r\nCat\r\n")


def test_the_first_place_from_the_caret_on_is_selected_and_all_are_counted(bench: Bench) -> None:
    bench.presenter.search(Query("cat"))
    assert bench.bar.selected == (Place(0, 0), Place(0, 3))
    assert bench.bar.count == "1 of 3"
    assert len(bench.bar.found) == 3


def test_next_and_previous_go_round(bench: Bench) -> None:
    bench.presenter.search(Query("cat"))
    bench.presenter.next()
    assert bench.bar.selected == (Place(0, 7), Place(0, 10))
    bench.presenter.next()
    bench.presenter.next()
    assert bench.bar.count == "1 of 3"
    bench.presenter.previous()
    assert bench.bar.count == "3 of 3"


def test_nothing_found_is_said(bench: Bench) -> None:
    bench.presenter.search(Query("dog"))
    assert bench.bar.count == "Not found"


def test_a_broken_pattern_is_told_in_place_and_mended_at_once(bench: Bench) -> None:
    bench.presenter.search(Query("(", pattern=True))
    assert "cannot be read" in bench.bar.error
    assert bench.bar.count == ""
    bench.presenter.search(Query("(c)", pattern=True))
    assert bench.bar.error == ""


def test_replace_takes_the_selected_place_and_goes_on(bench: Bench) -> None:
    bench.presenter.search(Query("cat"))
    bench.presenter.replace("mouse")
    assert bench.text.source.text == "mouse 😀 cat\r\nCat\r\n"
    assert bench.bar.selected == (Place(0, 9), Place(0, 12))


def test_replace_all_is_one_step(bench: Bench) -> None:
    bench.presenter.search(Query("cat"))
    bench.presenter.replace_all("dog")
    assert bench.text.source.text == "dog 😀 dog\r\ndog\r\n"
    assert bench.text.labels == ["Replace all"]
    assert bench.bar.count == "3 places replaced"


def test_a_replacement_that_does_not_fit_changes_nothing(bench: Bench) -> None:
    bench.presenter.search(Query("cat", pattern=True))
    bench.presenter.replace_all(r"\9")
    assert bench.text.labels == []
    assert "does not fit" in bench.bar.error


def test_changed_text_is_searched_again_while_the_bar_is_open(bench: Bench) -> None:
    bench.presenter.search(Query("cat"))
    bench.text.source = SourceText("cat")
    bench.presenter.refresh()
    assert len(bench.bar.found) == 1
    bench.presenter.close()
    bench.text.source = SourceText("cat cat")
    bench.presenter.refresh()
    assert bench.bar.found == []
