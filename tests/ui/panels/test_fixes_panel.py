"""The menu of fixes: what it offers at the caret, at a field and on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.document.edits import Span, TextEdit
from reviewer.document.operations import SetValue
from reviewer.schema.finding import Finding, Fix, Severity
from reviewer.ui.panels.body.panel import BodyPanel
from reviewer.ui.panels.fixes.panel import FixesPanel
from reviewer.ui.panels.form.panel import FormPanel
from reviewer.ui.panels.problems.panel import ProblemsPanel
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import put_on_desk, themed_context

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

TEXT = "---\ntitle: T\ncategory: Nws\n---\nOne two & three.\n"
AT = TEXT.index("two")
WORD = Span(AT, AT + 3)
IN_BODY = Finding(
    "body-rule",
    Severity.WARNING,
    "“two & three” is odd",
    (),
    5,
    (Fix("Write 2 & 3", edits=(TextEdit(WORD, "2"),), safe=True),),
    WORD,
)
IN_FIELD = Finding(
    "field-rule",
    Severity.ERROR,
    "820 posts write “News”",
    ("category",),
    3,
    (Fix("Use News", (SetValue(("category",), "News"),), safe=True),),
)


class Bench:
    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.context = themed_context(Theme(app, Scheme.LIGHT), folder)
        self.window = QWidget()
        self.body = BodyPanel(self.context)
        self.form = FormPanel(self.context)
        self.problems = ProblemsPanel(self.context)
        self.fixes = FixesPanel(self.context, self.body, self.form, self.problems, self.window)
        self.context.actions.add(*self.fixes.actions())
        self.said: list[str] = []
        self.context.notices.connect(lambda notice: self.said.append(notice.text))
        row = QHBoxLayout(self.window)
        for widget in (self.body.widget, self.form.widget, self.problems.widget):
            row.addWidget(widget)
        qtbot.addWidget(self.window)
        self.window.resize(1200, 400)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.post = put_on_desk(self.context.workspace, TEXT.encode())
        self.post.remarks, self.post.examined = (IN_BODY, IN_FIELD), self.post.post
        self.context.workspace.judge(self.post)

    def offered(self) -> list[str]:
        self.context.actions.run("quick-fix")
        menu = self.fixes.menu
        assert menu is not None
        menu.close()
        return [line.text() for line in menu.actions()]

    def choose(self, label: str) -> None:
        self.context.actions.run("quick-fix")
        menu = self.fixes.menu
        assert menu is not None
        next(line for line in menu.actions() if line.text() == label).trigger()
        menu.close()


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Bench:
    return Bench(qtbot, qapp, tmp_path)


AFTER = ["Accept this here…", "Why is this a problem?", "", "Mend all 2 safe problems of this post"]


def test_at_the_caret_it_offers_what_mends_the_words_there(bench: Bench) -> None:
    bench.context.navigation.go_to_span(WORD)
    assert bench.offered() == ["“two && three” is odd", "Write 2 && 3", *AFTER]


def test_in_a_field_it_offers_what_mends_the_field(bench: Bench) -> None:
    bench.context.navigation.go_to_field(("category",))
    assert bench.offered() == ["820 posts write “News”", "Use News", *AFTER]


def test_on_a_card_it_offers_what_mends_that_problem(bench: Bench) -> None:
    bench.problems.widget.cards[1].setFocus()
    assert bench.offered()[0] == "“two && three” is odd"


def test_where_nothing_was_found_it_says_so(bench: Bench) -> None:
    bench.body.widget.editor.setFocus()
    bench.body.widget.editor.show_caret((0, 0))
    bench.context.actions.run("quick-fix")
    assert bench.fixes.menu is None
    assert bench.said == ["There is no problem here. F8 goes to the next one."]


def test_a_chosen_fix_is_one_undo_step(bench: Bench) -> None:
    bench.context.navigation.go_to_span(WORD)
    bench.choose("Write 2 && 3")
    assert bench.post.post.text == TEXT.replace("two", "2")
    bench.post.undo()
    assert bench.post.post.text == TEXT


def test_accepting_asks_for_the_finding_there(bench: Bench) -> None:
    asked: list[Finding] = []
    bench.context.waive_asked.connect(asked.append)
    bench.context.navigation.go_to_span(WORD)
    bench.choose("Accept this here…")
    assert [each.source for each in asked] == ["body-rule"]


def test_asked_why_it_unfolds_the_card(bench: Bench) -> None:
    bench.context.navigation.go_to_span(WORD)
    bench.choose("Why is this a problem?")
    assert [card.explanation is not None for card in bench.problems.widget.cards] == [False, True]
