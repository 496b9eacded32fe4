"""What the palette finds for a few letters: commands and posts, the best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from reviewer.desk.events import Event
from reviewer.site.index.messages import Search
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewer.site.index.messages import Answer
    from reviewer.ui.actions.table import Action
    from reviewer.ui.context import Context

MOST = 50
RECENT_POSTS = 8
LANE = "palette"
GOOD = 75
"""A match below this score of a hundred is more luck than likeness."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One line: a command (``action``) or a post (``path``)."""

    label: str
    shortcut: str = ""
    action: str = ""
    path: str = ""
    enabled: bool = True


Hits = tuple[list[Hit], list[Hit]]
"""Hits that have every word, and hits that are merely like them."""


class PalettePresenter:
    """Searches the actions, and has the index search the posts; what is picked is done.

    ``found`` tells the hits for what was asked last; until then ``waiting``.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._asked = ""
        self.waiting = False
        self.found: Event[list[Hit]] = Event()

    def find(self, typed: str) -> None:
        """Look for what was typed; after ``>`` for commands only."""
        text = typed.strip()
        self._asked = text
        self.waiting = False
        if text.startswith(">"):
            near, far = self._commands(text[1:].strip())
            self.found.emit([*near, *far])
        elif not text or self._context.workspace.folder is None:
            near, far = self._commands(text)
            self.found.emit([*self._first_posts(text), *near, *far])
        else:
            self.waiting = True
            librarian = self._context.workspace.librarian
            search = Search(text, order="best")
            librarian.search(search, lambda answer: self._take(text, answer), LANE)

    def _take(self, text: str, answer: Answer) -> None:
        if text != self._asked or not self.waiting:
            return
        self.waiting = False
        ids = [] if answer.error else answer.value.ids[:MOST]
        near_commands, far_commands = self._commands(text)
        near_posts, far_posts = self._posts(text, ids)
        self.found.emit([*near_commands, *near_posts, *far_commands, *far_posts][:MOST])

    def pick(self, hit: Hit) -> None:
        """Do it, or show it."""
        if hit.path:
            self._context.navigation.go_to_post(hit.path)
        elif hit.action:
            self._context.actions.run(hit.action)

    def _commands(self, text: str) -> Hits:
        actions = [action for action in self._context.actions if action.name != "palette"]
        if not text:
            return [_command(action) for action in actions if action.enabled()], []
        near, far = _best(text, [action.label for action in actions])
        return [_command(actions[i]) for i in near], [_command(actions[i]) for i in far]

    def _posts(self, text: str, ids: Iterable[int]) -> Hits:
        """Posts as the index put them, those that have every word apart from the others."""
        catalogue = self._context.workspace.catalogue
        words = text.casefold().split()
        near: list[Hit] = []
        far: list[Hit] = []
        for post in ids:
            name = f"{catalogue.title(post)} {catalogue.path(post)}".casefold()
            (near if all(word in name for word in words) else far).append(self._post(post))
        return near, far

    def _first_posts(self, text: str) -> list[Hit]:
        rows = self._context.listing.rows[:RECENT_POSTS]
        return [] if text else [self._post(post) for post in rows]

    def _post(self, post: int) -> Hit:
        catalogue = self._context.workspace.catalogue
        path = catalogue.path(post)
        return Hit(tr("Post: {title}", title=catalogue.title(post) or path), path=path)


def _best(text: str, names: list[str]) -> tuple[list[int], list[int]]:
    """Which names have every word of ``text``, and which are merely like it; the best first."""
    found = process.extract(
        text,
        names,
        scorer=fuzz.partial_ratio if len(text) < 3 else fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=GOOD,
        limit=MOST,
    )
    words = text.casefold().split()
    near: list[int] = []
    far: list[int] = []
    for name, _score, index in found:
        has_all = all(word in name.casefold() for word in words)
        (near if has_all else far).append(index)
    near.sort(key=lambda index: not names[index].casefold().startswith(text.casefold()))
    return near, far


def _command(action: Action) -> Hit:
    return Hit(action.label, action.shortcut, action=action.name, enabled=action.enabled())
