"""What can be done in the window, as a table: menus, shortcuts and palette read it.

No Qt here: a presenter may add actions and run them by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.desk.events import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def always() -> bool:
    """For actions that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. ``shortcut`` is written as Qt reads it: ``Ctrl+Shift+S``.

    ``menu`` names the group in menus and the palette; ``checked`` is given by
    actions that are on or off.
    """

    name: str
    label: str
    run: Callable[[], None]
    shortcut: str = ""
    enabled: Callable[[], bool] = always
    menu: str = ""
    icon: str = ""
    checked: Callable[[], bool] | None = None


class Actions:
    """All actions by name, in the order in which they were added."""

    def __init__(self) -> None:
        self._table: dict[str, Action] = {}
        self.added: Event[Action] = Event()
        self.refreshed: Event[None] = Event()

    def __iter__(self) -> Iterator[Action]:
        return iter(tuple(self._table.values()))

    def __getitem__(self, name: str) -> Action:
        return self._table[name]

    def add(self, *actions: Action) -> None:
        """Enter actions into the table; a name or a shortcut may be taken once only."""
        for action in actions:
            self._refuse_twins(action)
            self._table[action.name] = action
            self.added.emit(action)

    def run(self, name: str) -> bool:
        """Do it if it can be done now; returns whether it was done."""
        action = self._table[name]
        if not action.enabled():
            return False
        action.run()
        return True

    def refresh(self) -> None:
        """Ask every action anew whether it can be done; shells call it when the desk changed."""
        self.refreshed.emit(None)

    def in_menu(self, menu: str) -> Iterable[Action]:
        """The actions of one menu."""
        return [action for action in self if action.menu == menu]

    def _refuse_twins(self, new: Action) -> None:
        for known in self:
            if known.name == new.name or (new.shortcut and known.shortcut == new.shortcut):
                raise ValueError(f"{new.name} takes the name or shortcut of {known.name}")
