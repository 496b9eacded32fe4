"""The Problems tab's presenter, without Qt."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from reviewer.checks.waivers import Waiver
from reviewer.document.edits import Span, TextEdit
from reviewer.document.operations import SetValue
from reviewer.schema.finding import Finding, Fix, Severity
from reviewer.site.index.messages import Answer
from reviewer.ui.panels.problems.presenter import (
    MOST,
    Accepted,
    ProblemsPresenter,
    summary,
)
from tests.support.panels import plain_context
from tests.support.scripted_librarian import ScriptedLibrarian

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.problems.presenter import Explained, Problem

POST = b"---\ntitle: T\ncategory: Nws\ntags:\n  - a\n---\nBody\n"
FIX = Fix("Use News", (SetValue(("category",), "News"),))
FINDINGS = (
    Finding("x", Severity.ERROR, "No title", ("title",), 2),
    Finding("x", Severity.WARNING, "820 posts write “News”", ("category",), 0, (FIX,)),
    Finding("x", Severity.HINT, "A line of the body", (), 7),
    Finding("x", Severity.WARNING, "Odd", ("tags", 0)),
    Finding("x", Severity.WARNING, "No front matter"),
)


FIX_ME = FINDINGS[1]
DAY = dt.date(2026, 2, 1)


class View:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.more = ""
        self.summary = ""
        self.mendable = ""
        self.explained: dict[int, Explained] = {}
        self.accepted: list[Accepted] = []
        self.shown = 0

    def show_problems(self, problems: Sequence[Problem], more: str) -> None:
        self.problems, self.more = list(problems), more
        self.shown += 1

    def show_summary(self, text: str) -> None:
        self.summary = text

    def show_mendable(self, text: str) -> None:
        self.mendable = text

    def show_explained(self, index: int, explained: Explained) -> None:
        self.explained[index] = explained

    def show_accepted(self, accepted: Sequence[Accepted]) -> None:
        self.accepted = list(accepted)


class Bench:
    def __init__(self, data: bytes = POST) -> None:
        self.context, self.post = plain_context(data)
        self.view = View()
        self.presenter = ProblemsPresenter(self.context, self.view)
        self.went: list[object] = []
        navigation = self.context.navigation
        navigation.tab_requested.connect(self.went.append)
        navigation.field_requested.connect(self.went.append)
        navigation.line_requested.connect(self.went.append)

    def find(self, *findings: Finding) -> None:
        self.post.findings = findings
        self.context.workspace.findings_changed.emit(self.post)


@pytest.fixture
def bench() -> Bench:
    bench = Bench()
    bench.find(*FINDINGS)
    return bench


def test_each_finding_says_how_bad_and_where(bench: Bench) -> None:
    assert [(p.word, p.place) for p in bench.view.problems] == [
        ("Error", "title · line 2"),
        ("Warning", "category · line 3"),
        ("Hint", "line 7"),
        ("Warning", "tags, item 1 · line 5"),
        ("Warning", ""),
    ]


def test_they_are_counted_the_worst_first(bench: Bench) -> None:
    assert bench.view.summary == "1 error, 3 warnings, 1 hint"
    assert summary(()) == ""


def test_a_finding_of_a_field_leads_to_the_field(bench: Bench) -> None:
    bench.presenter.go(0)
    assert bench.went == ["details", ("title",)]


def test_a_finding_of_a_line_leads_to_the_line(bench: Bench) -> None:
    bench.presenter.go(2)
    assert bench.went == ["body", 7]


def test_a_finding_of_the_whole_post_leads_to_the_details(bench: Bench) -> None:
    bench.presenter.go(4)
    assert bench.went == ["details"]


def test_broken_front_matter_leads_to_its_text() -> None:
    bench = Bench(b"---\ntitle: a: b\n---\nBody\n")
    bench.presenter.go(0)
    assert bench.went == ["details", 2]


def test_a_fix_is_one_undo_step_with_its_own_name(bench: Bench) -> None:
    assert bench.view.problems[1].fixes == ("Use News",)
    bench.presenter.fix(1, 0)
    assert bench.post.post.to_bytes() == POST.replace(b"Nws", b"News")
    assert bench.post.undo_label == "Use News"


def test_findings_that_stay_the_same_are_not_drawn_again(bench: Bench) -> None:
    drawn = bench.view.shown
    bench.find(*FINDINGS)
    assert bench.view.shown == drawn


def test_only_so_many_are_listed(bench: Bench) -> None:
    bench.find(*[FINDINGS[0]] * (MOST + 7))
    assert len(bench.view.problems) == MOST
    assert bench.view.more == "and 7 more"


def test_what_was_accepted_says_why_and_by_whom(bench: Bench) -> None:
    waiver = Waiver.of("post.md", FIX_ME, {"category": "Nws"}, "Ann", DAY, "A name.")
    asked: list[Waiver] = []
    bench.context.unwaive_asked.connect(asked.append)
    bench.post.accepted = ((FIX_ME, waiver),)
    bench.find()
    (shown,) = bench.view.accepted
    assert shown == Accepted(FIX_ME.message, "A name.", "Ann, 2026-02-01")
    bench.presenter.take_back(0)
    assert asked == [waiver]


def test_a_finding_can_be_asked_to_be_accepted(bench: Bench) -> None:
    asked: list[Finding] = []
    bench.context.waive_asked.connect(asked.append)
    bench.presenter.accept(1)
    assert asked == [FINDINGS[1]]


def test_the_rule_behind_a_finding_is_explained(bench: Bench) -> None:
    bench.find(FINDINGS[0], Finding("invented-address", Severity.WARNING, "Odd address"))
    bench.presenter.explain_at(1)
    told = bench.view.explained[1]
    assert (told.code, told.name) == ("invented-address", "Invented address")
    assert "example" in told.text
    assert told.example


def test_what_the_schema_says_is_explained_without_a_rule(bench: Bench) -> None:
    bench.presenter.explain_at(0)
    assert bench.view.explained[0].name == ""
    assert "Schema" in bench.view.explained[0].text


def test_a_finding_of_some_words_leads_to_them() -> None:
    bench = Bench()
    spans: list[Span] = []
    bench.context.navigation.span_requested.connect(spans.append)
    start = POST.index(b"Body")
    bench.find(Finding("x", Severity.HINT, "Odd", (), 7, (), Span(start, start + 4)))
    bench.presenter.go(0)
    assert bench.view.problems[0].go == "Show in body"
    assert (bench.went, spans) == (["body"], [Span(start, start + 4)])


def test_safe_fixes_are_offered_together(bench: Bench) -> None:
    assert bench.view.mendable == ""
    bench.find(Finding("x", Severity.HINT, "Odd", fixes=(Fix("Mend", safe=True),)))
    assert bench.view.mendable == "Mend 1 safe problem"


def test_a_fix_for_another_text_is_refused_and_the_post_looked_at_again(bench: Bench) -> None:
    edit = TextEdit(Span(4, 9), "name")
    bench.find(Finding("x", Severity.HINT, "Odd", fixes=(Fix("Mend", edits=(edit,), text="?"),)))
    librarian = bench.context.workspace.librarian
    assert isinstance(librarian, ScriptedLibrarian)
    _path, _data, told = librarian.examined[-1]
    told(Answer(0, ()))
    bench.find(Finding("x", Severity.HINT, "Odd", fixes=(Fix("Mend", edits=(edit,), text="?"),)))
    asked = len(librarian.examined)
    notices: list[str] = []
    bench.context.notices.connect(lambda notice: notices.append(notice.text))
    bench.presenter.fix(0, 0)
    assert bench.post.post.to_bytes() == POST
    assert len(librarian.examined) == asked + 1
    assert "changed" in notices[0]
