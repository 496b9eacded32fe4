"""The search page: results that follow the post, words beside them, and ways to the fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reviewer.document.operations import SetValue
from reviewer.ui.panels.search_card.card import SnippetCard
from reviewer.ui.panels.search_card.panel import SearchPanel
from reviewer.ui.panels.search_card.presenter import SearchPresenter
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import plain_context, put_on_desk, themed_context

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reviewer.render.cards.snippet import Snippet
    from reviewer.ui.panels.aside.notes import Note

LONG = "A title of so many words that no search engine shows the whole of it to those who look"
POST = b"---\ntitle: Ford held talks\ndescription: What they said\ndate: 2026-02-01\n---\nBody.\n"


@dataclass
class NotedView:
    """Writes down what it is told."""

    titles: list[str] = field(default_factory=list)
    notes: dict[str, Note] = field(default_factory=dict)
    empty: bool = False

    def show_nothing(self) -> None:
        self.empty = True

    def show_snippets(self, snippets: Sequence[Snippet], notes: Sequence[Note]) -> None:
        self.titles.append(" ".join(snippets[0].title.lines))
        self.notes = {note.part: note for note in notes}


class Desk:
    """A post on the desk, and the presenter that follows it."""

    def __init__(self, data: bytes | None = POST) -> None:
        self.context, self.post = plain_context(data)
        self.view = NotedView()
        self.presenter = SearchPresenter(self.context, self.view)
        self.fields: list[object] = []
        self.lines: list[int] = []
        self.context.navigation.field_requested.connect(self.fields.append)
        self.context.navigation.line_requested.connect(self.lines.append)

    def look(self) -> Desk:
        """Show the page."""
        self.presenter.feed.look(True)
        return self


def test_nothing_is_worked_out_while_nobody_looks() -> None:
    desk = Desk()
    desk.post.edit(SetValue(("title",), "New"), label="Title")
    assert desk.view.titles == []


def test_a_result_follows_the_form() -> None:
    desk = Desk().look()
    desk.post.edit(SetValue(("title",), "New"), label="Title")
    assert desk.view.titles == ["Ford held talks", "New"]


def test_what_changed_meanwhile_is_shown_when_somebody_looks_again() -> None:
    desk = Desk().look()
    desk.presenter.feed.look(False)
    desk.post.edit(SetValue(("title",), "New"), label="Title")
    assert desk.view.titles[-1] == "Ford held talks"
    desk.look()
    assert desk.view.titles[-1] == "New"


def test_without_a_post_there_is_nothing() -> None:
    assert Desk(None).look().view.empty


def test_a_long_title_is_told_in_pixels() -> None:
    desk = Desk(POST.replace(b"Ford held talks", LONG.encode())).look()
    note = desk.view.notes["title"]
    assert "px wide; 600 fit" in note.words
    assert note.state == "warning"


def test_a_title_that_fits_is_told_so() -> None:
    assert Desk().look().view.notes["title"].words.endswith("of 600 px: it fits.")


def test_each_part_says_its_field() -> None:
    notes = Desk().look().view.notes
    assert notes["title"].source == "from “title”"
    assert notes["description"].source == "from “description”"


@pytest.mark.parametrize("part", ["title", "description", "date"])
def test_a_part_leads_to_its_field(part: str) -> None:
    desk = Desk().look()
    desk.presenter.go_to(part)
    assert desk.fields == [(part,)]


def test_a_description_from_the_body_leads_to_the_body() -> None:
    desk = Desk(b"---\ntitle: T\n---\nBody.\n").look()
    assert desk.view.notes["description"].source == "from the beginning of the body"
    desk.presenter.go_to("description")
    assert desk.lines == [4]


def test_a_click_on_the_card_leads_to_the_field(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    context = themed_context(Theme(qapp, Scheme.LIGHT), tmp_path)
    panel = SearchPanel(context)
    qtbot.addWidget(panel.widget)
    put_on_desk(context.workspace, POST)
    fields: list[object] = []
    context.navigation.field_requested.connect(fields.append)
    panel.widget.resize(700, 600)
    panel.widget.show()
    panel.presenter.feed.look(True)
    card = panel.view.findChildren(SnippetCard)[0]
    card.grab()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 72))
    qapp.setStyleSheet("")
    assert fields == [("title",)]
