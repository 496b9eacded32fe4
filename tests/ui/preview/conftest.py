"""A preview panel on a desk with one folder, and questions to the page it shows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.document.edits import Span, TextEdit
from reviewer.ui.panels.preview.panel import PreviewPanel
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import put_on_desk, themed_context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reviewer.desk.open_post import OpenPost

PATIENCE = 30_000
"""Milliseconds that a busy machine may need to answer."""


class PreviewDesk:
    """A folder, a panel, and the page in it."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path) -> None:
        self.folder = folder
        self.theme = theme
        self.context = themed_context(theme, folder)
        self.opened: list[QUrl] = []
        self.panel = PreviewPanel(self.context, self.opened.append)
        self.article = self.panel.view.article
        self._qtbot = qtbot
        self.panel.widget.resize(432, 600)
        self.panel.widget.show()

    def show(self, text: str, path: str = "post.md") -> OpenPost:
        """Make a post the current one and wait until the page shows it."""
        with self.waiting():
            return put_on_desk(self.context.workspace, text.encode(), path)

    def retype(self, open_post: OpenPost, old: str, new: str) -> None:
        """Replace a piece of the body, as typing does, and wait for the page."""
        with self.waiting():
            at = open_post.post.text.index(old)
            edit = TextEdit(Span(at, at + len(old)), new)
            open_post.edit_text([edit], label="Typing")

    def rewrite(self, open_post: OpenPost, text: str) -> None:
        """Give a post another text altogether, and wait for the page."""
        with self.waiting():
            span = Span(0, len(open_post.post.text))
            open_post.edit_text([TextEdit(span, text)], label="Typing")

    def waiting(self) -> AbstractContextManager[object]:
        """What is done within is in the page afterwards."""
        signal: AbstractContextManager[object] = self._qtbot.waitSignal(
            self.article.shown, timeout=PATIENCE
        )
        return signal

    def ask(self, script: str) -> Any:
        """The value of a script that runs beside the page."""
        answers: list[Any] = []
        self.article.ask(script, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
        return answers[0]

    def ask_list(self, expression: str) -> list[Any]:
        """The items of a list; Qt's own way from JavaScript loses them."""
        items: list[Any] = json.loads(self.ask(f"JSON.stringify({expression})"))
        return items

    def until(self, script: str) -> None:
        """Wait until a script beside the page says yes."""
        answers: list[Any] = []

        def asked() -> bool:
            self.article.ask(script, answers.append)
            return bool(answers and answers[-1])

        self._qtbot.waitUntil(asked, timeout=PATIENCE)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Scheme.LIGHT)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[PreviewDesk]:
    made = PreviewDesk(qtbot, theme, tmp_path)
    yield made
    made.panel.widget.close()
    made.panel.widget.deleteLater()
