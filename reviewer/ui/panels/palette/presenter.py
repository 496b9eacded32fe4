"""What the palette finds for a few letters: commands and posts, the best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.site.entries import Entry
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


Found = tuple[list[Hit], list[Hit]]
"""Hits that have every word, and hits that are merely like them."""


class PalettePresenter:
    """Searches the actions and the entries; what is picked is done."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def find(self, typed: str) -> list[Hit]:
        """Hits for what was typed; after ``>`` commands only."""
        text = typed.strip()
        if text.startswith(">"):
            near, far = self._commands(text[1:].strip())
            return [*near, *far]
        if not text:
            return [*self._first_posts(), *self._commands("")[0]]
        near_commands, far_commands = self._commands(text)
        near_posts, far_posts = self._posts(text)
        return [*near_commands, *near_posts, *far_commands, *far_posts][:MOST]

    def pick(self, hit: Hit) -> None:
        """Do it, or show it."""
        if hit.path:
            self._context.navigation.go_to_post(hit.path)
        elif hit.action:
            self._context.actions.run(hit.action)

    def _commands(self, text: str) -> Found:
        actions = [action for action in self._context.actions if action.name != "palette"]
        if not text:
            return [_command(action) for action in actions if action.enabled()], []
        near, far = _best(text, [action.label for action in actions])
        return [_command(actions[i]) for i in near], [_command(actions[i]) for i in far]

    def _posts(self, text: str) -> Found:
        entries = list(self._context.workspace.entries.values())
        near, far = _best(text, [f"{entry.title} {entry.path}" for entry in entries])
        return [_post(entries[i]) for i in near], [_post(entries[i]) for i in far]

    def _first_posts(self) -> list[Hit]:
        entries = self._context.workspace.entries
        paths = self._context.listing.rows[:RECENT_POSTS]
        return [_post(entries[path]) for path in paths]


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


def _post(entry: Entry) -> Hit:
    return Hit(tr("Post: {title}", title=entry.title or entry.path), path=entry.path)
