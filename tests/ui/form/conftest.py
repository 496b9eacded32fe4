"""A form in a window of its own: a real view on a post, without the rest of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.ui.panels.form.view import FormView
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.forms import FormDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reviewer.schema.content_type import ContentType


class Window(FormDesk):
    """A form whose surface is the real view."""

    def __init__(self, text: str | bytes, content_type: ContentType | None, theme: Theme) -> None:
        self.view = FormView(
            theme,
            lambda intent: self.presenter.carry_out(intent),
            lambda name, kind: self.presenter.add_field(name, kind),
            lambda path, deed: self.presenter.do(path, deed),
        )
        super().__init__(text, content_type, self.view)

    def editor(self, *path):
        """The editor at ``path``; fields in groups and items of lists included."""
        field = self.view.grid.field(path[:1])
        assert field is not None
        editor = field.editor
        for size in range(2, len(path) + 1):
            if isinstance(path[size - 1], int):
                editor = editor.frames[path[size - 1]].editor
            else:
                editor = editor.grid.field(path[:size]).editor
        return editor

    def field(self, *path):
        """The field at the top-level ``path``."""
        return self.view.grid.field(path)


@pytest.fixture
def theme(qapp: QApplication):
    made = Theme(qapp, Scheme.LIGHT)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Callable[..., Window]:
    """Makes windows; they are shown and have the keyboard."""

    def make(text: str | bytes, content_type: ContentType | None = None) -> Window:
        made = Window(text, content_type, theme)
        qtbot.addWidget(made.view)
        made.view.resize(480, 700)
        with qtbot.waitExposed(made.view):
            made.view.show()
        made.view.activateWindow()
        made.show()
        return made

    return make
