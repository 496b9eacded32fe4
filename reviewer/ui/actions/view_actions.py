"""What changes the look of the window and nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.listing.order import ORDERS, label_of
from reviewer.ui.navigation import TABS
from reviewer.ui.texts import tr
from reviewer.ui.theme.theme import Scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.ui.main_window import MainWindow
    from reviewer.ui.shell import Shell

VIEW_MENU = "view"
THEME_MENU = "theme"
ORDER_MENU = "order"
LOOK = "Ctrl+T"
"""What is seldom wanted takes two presses: this one, then a letter or a digit."""
TAB_LABELS = {
    "details": "Details",
    "body": "Body",
    "changes": "Changes",
    "problems": "Problems",
    "history": "History",
}
SCHEME_LABELS = {
    Scheme.SYSTEM: "Theme: as the system",
    Scheme.LIGHT: "Theme: light",
    Scheme.DARK: "Theme: dark",
}


def view_actions(shell: Shell, window: MainWindow) -> tuple[Action, ...]:
    """Everything about panels, tabs, theme and order."""
    listing = shell.context.listing
    entry = partial(Action, menu=VIEW_MENU)
    return (
        entry("palette", tr("Search posts and commands"), window.show_palette, "Ctrl+K"),
        entry("filter", tr("Filter the list"), window.focus_filter, "Ctrl+L", shell.has_folder),
        entry("list", tr("Go to the list"), window.focus_list, "Ctrl+Shift+L", shell.has_folder),
        entry(
            "everything",
            tr("Show all posts"),
            listing.show_everything,
            "Ctrl+Shift+A",
            shell.has_folder,
        ),
        entry(
            "sidebar",
            tr("Show sidebar"),
            window.toggle_sidebar,
            "Ctrl+Shift+B",
            checked=window.sidebar_shown,
        ),
        entry(
            "preview",
            tr("Show preview"),
            window.toggle_preview,
            "Ctrl+Shift+P",
            checked=window.preview_shown,
        ),
        *_tab_actions(shell),
        *_theme_actions(shell),
        *_order_actions(shell),
    )


def _tab_actions(shell: Shell) -> Iterator[Action]:
    for number, name in enumerate(TABS, start=1):
        yield Action(
            f"tab-{name}",
            tr("Go to {tab}", tab=tr(TAB_LABELS[name])),
            partial(shell.context.navigation.go_to_tab, name),
            f"Ctrl+{number}",
            shell.post.is_open,
            VIEW_MENU,
        )


def _theme_actions(shell: Shell) -> Iterator[Action]:
    for scheme, label in SCHEME_LABELS.items():
        yield Action(
            f"theme-{scheme.value}",
            tr(label),
            partial(shell.choose_theme, scheme),
            f"{LOOK}, {scheme.value[0].upper()}",
            menu=THEME_MENU,
            checked=partial(shell.uses_theme, scheme),
        )


def _order_actions(shell: Shell) -> Iterator[Action]:
    for number, name in enumerate(ORDERS, start=1):
        yield Action(
            f"order-{name}",
            tr("Sort the list: {order}", order=label_of(name)),
            partial(shell.choose_order, name),
            f"{LOOK}, {number}",
            menu=ORDER_MENU,
            checked=partial(shell.uses_order, name),
        )
