"""F8 leads through the problems of a post in the order of the file, whatever tab they are in."""

from __future__ import annotations

import pytest

from reviewer.document.edits import Span
from reviewer.schema.finding import Finding, Severity
from reviewer.ui.flows.walking import Walking
from tests.support.panels import plain_context, put_on_desk

POST = b"---\ntitle: T\ntags:\n  - a\n---\nOne two.\n\nThree four.\n"
TEXT = POST.decode()


def about(word: str) -> Finding:
    start = TEXT.index(word)
    line = TEXT[:start].count("\n") + 1
    span = Span(start, start + len(word))
    return Finding("x", Severity.HINT, word, (), line, (), span)


class Bench:
    def __init__(self) -> None:
        self.context, self.post = plain_context(POST)
        self.caret: tuple[int, int] | None = None
        self.walking = Walking(self.context, lambda: self.caret)
        self.went: list[object] = []
        self.said: list[str] = []
        self.context.navigation.field_requested.connect(self.went.append)
        self.context.navigation.span_requested.connect(self.went.append)
        self.context.navigation.line_requested.connect(self.went.append)
        self.context.notices.connect(lambda notice: self.said.append(notice.text))
        # Told in the order of the list: the worst first.
        self.post.findings = (
            about("Three"),
            Finding("x", Severity.ERROR, "Odd", ("tags", 0)),
            Finding("x", Severity.ERROR, "Odd", ("title",)),
            about("two"),
        )


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_it_goes_through_all_in_the_order_of_the_file(bench: Bench) -> None:
    for _each in bench.post.findings:
        bench.walking.next()
    assert bench.went == [("title",), ("tags", 0), about("two").span, about("Three").span]
    assert bench.said == []


def test_behind_the_last_it_begins_again_and_says_so(bench: Bench) -> None:
    for _each in range(5):
        bench.walking.next()
    assert bench.went[-1] == ("title",)
    assert bench.said == ["Round again: 4 problems"]


def test_it_goes_backwards_from_the_end(bench: Bench) -> None:
    bench.walking.previous()
    bench.walking.previous()
    assert bench.went == [about("Three").span, about("two").span]


def test_it_goes_on_from_the_caret(bench: Bench) -> None:
    span = about("Three").span
    assert span is not None
    bench.caret = (8, span.start - 1)
    bench.walking.next()
    assert bench.went == [span]
    bench.walking.previous()
    assert bench.went[-1] == about("two").span


def test_a_mended_problem_does_not_hold_it_up(bench: Bench) -> None:
    bench.walking.next()
    bench.post.findings = tuple(each for each in bench.post.findings if each.path != ("title",))
    bench.walking.next()
    assert bench.went == [("title",), ("tags", 0)]


def test_another_post_is_walked_from_its_beginning(bench: Bench) -> None:
    bench.walking.next()
    bench.walking.next()
    put_on_desk(bench.context.workspace, POST, "other.md").findings = bench.post.findings
    bench.walking.next()
    assert bench.went[-1] == ("title",)


def test_a_post_without_problems_says_so(bench: Bench) -> None:
    bench.post.findings = ()
    bench.walking.next()
    assert bench.said == ["This post has no problems."]
