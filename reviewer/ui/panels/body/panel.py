"""The Body tab, joined from its parts, and what it adds to the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.navigation import BODY
from reviewer.ui.panels.body.find_presenter import FindPresenter
from reviewer.ui.panels.body.presenter import BodyPresenter
from reviewer.ui.panels.body.scrolling import Scrolling
from reviewer.ui.panels.body.view import BodyWidget
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.ui.context import Context

MENU = "edit"
SIZE = "body/font-size"


class BodyPanel:
    """The editor for the body of the current post."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.widget = BodyWidget(context.theme)
        self.presenter = BodyPresenter(context, self.widget.text)
        self.search = FindPresenter(self.presenter, self.widget)
        self.scrolling = Scrolling(self.widget.editor, context.following)
        self._join_editor()
        self._join_search()
        context.actions.add(*self._actions())

    def _join_editor(self) -> None:
        editor, settings = self.widget.editor, self._context.settings
        self.widget.text.join(self.presenter)
        editor.show_size(settings.number(SIZE, 13))
        editor.zoomed.connect(lambda size: settings.keep(SIZE, size))
        editor.caret_moved.connect(lambda *_place: self.presenter.tell_hint())

    def _join_search(self) -> None:
        bar = self.widget.bar
        bar.searched.connect(self.search.search)
        bar.next_asked.connect(self.search.next)
        bar.previous_asked.connect(self.search.previous)
        bar.replace_asked.connect(self.search.replace)
        bar.replace_all_asked.connect(self.search.replace_all)
        bar.closed.connect(self.search.close)
        bar.closed.connect(self.widget.close_find)
        self.presenter.text_changed.connect(lambda _: self.search.refresh())

    def _actions(self) -> Iterator[Action]:
        entry = partial(Action, enabled=self._has_post, menu=MENU)
        find, replace = partial(self._find, False), partial(self._find, True)
        yield entry("find-in-body", tr("Find in the body"), find, "Ctrl+F")
        yield entry("replace-in-body", tr("Replace in the body"), replace, "Ctrl+H")
        yield entry("find-next", tr("Find next"), self._then(self.search.next), "F3")
        yield entry(
            "find-previous", tr("Find previous"), self._then(self.search.previous), "Shift+F3"
        )
        toggle = self.widget.editor.toggle_mark
        yield entry("bold", tr("Bold (Ctrl+B in the body)"), self._then(partial(toggle, "**")))
        yield entry("italic", tr("Italic (Ctrl+I in the body)"), self._then(partial(toggle, "*")))

    def _has_post(self) -> bool:
        return self._context.workspace.current is not None

    def _find(self, replacing: bool) -> None:
        self._context.navigation.go_to_tab(BODY)
        self.widget.open_find(replacing=replacing)

    def _then(self, step: Callable[[], None]) -> Callable[[], None]:
        """The step, done in the Body tab."""

        def in_body() -> None:
            self._context.navigation.go_to_tab(BODY)
            step()

        return in_body
