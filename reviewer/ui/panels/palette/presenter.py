"""What the palette finds for a few letters: commands and posts, the best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.ui.actions.table import Action
    from reviewer.ui.context import Context

MOST = 50
RECENT_POSTS = 8
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


class PalettePresenter:
    """Searches the actions and the entries; what is picked is done."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def find(self, typed: str) -> list[Hit]:
        """Hits for what was typed; after ``>`` commands only."""
        text = typed.strip()
        if text.startswith(">"):
            return self._commands(text[1:].strip())
        if not text:
            return [*self._commands(""), *self._first_posts()]
        return [*self._commands(text), *self._posts(text)][:MOST]

    def pick(self, hit: Hit) -> None:
        """Do it, or show it."""
        if hit.path:
            self._context.navigation.go_to_post(hit.path)
        elif hit.action:
            self._context.actions.run(hit.action)

    def _commands(self, text: str) -> list[Hit]:
        actions = [action for action in self._context.actions if action.name != "palette"]
        if not text:
            return [_command(action) for action in actions if action.enabled()]
        labels = [action.label for action in actions]
        return [_command(actions[index]) for index in _best(text, labels)]

    def _posts(self, text: str) -> list[Hit]:
        entries = list(self._context.workspace.entries.values())
        names = [f"{entry.title} {entry.path}" for entry in entries]
        return [_post(entries[index].path, entries[index].title) for index in _best(text, names)]

    def _first_posts(self) -> list[Hit]:
        entries = self._context.workspace.entries
        paths = self._context.listing.rows[:RECENT_POSTS]
        return [_post(path, entries[path].title) for path in paths]


def _best(text: str, names: list[str]) -> list[int]:
    found = process.extract(
        text,
        names,
        scorer=fuzz.partial_ratio if len(text) < 3 else fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=GOOD,
        limit=MOST,
    )
    words = text.casefold().split()

    def rank(hit: tuple[str, float, int]) -> tuple[bool, bool, float]:
        name = hit[0].casefold()
        return (
            not name.startswith(text.casefold()),
            not all(word in name for word in words),
            -hit[1],
        )

    return [index for _name, _score, index in sorted(found, key=rank)]


def _command(action: Action) -> Hit:
    return Hit(action.label, action.shortcut, action=action.name, enabled=action.enabled())


def _post(path: str, title: str) -> Hit:
    return Hit(tr("Post: {title}", title=title or path), path=path)
