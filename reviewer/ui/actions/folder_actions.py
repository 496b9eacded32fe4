"""What can be done with a folder of posts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.site.index.messages import PROBLEMS, QUEUE, Scope
from reviewer.ui.actions.table import Action
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.ui.shell import Shell

FOLDER_MENU = "folder"


def folder_actions(shell: Shell) -> tuple[Action, ...]:
    """Open, reload, check, show in the file manager."""
    entry = partial(Action, menu=FOLDER_MENU)
    return (
        entry("open-folder", tr("Open folder…"), shell.ask_folder, "Ctrl+O"),
        entry("open-sample", tr("Open the sample site"), shell.open_sample, "Ctrl+Shift+O"),
        entry(
            "reload-folder",
            tr("Read the folder again"),
            shell.reading.reload,
            "F5",
            shell.has_folder,
        ),
        entry(
            "check-folder",
            tr("Check folder"),
            lambda: check(shell),
            "Ctrl+Shift+K",
            shell.has_folder,
        ),
        entry(
            "show-folder",
            tr("Show folder in file manager"),
            shell.show_folder,
            "Ctrl+Shift+D",
            shell.has_folder,
        ),
        *_baseline_actions(shell),
        entry("quit", tr("Quit"), shell.quit, "Ctrl+Q"),
    )


def _baseline_actions(shell: Shell) -> tuple[Action, ...]:
    waiving, entry = shell.waiving, partial(Action, menu=FOLDER_MENU)
    begin = tr("Count only new findings from now on…")
    return (
        entry("baseline", begin, waiving.begin_baseline, "Ctrl+Shift+N", waiving.can_begin),
        entry(
            "no-baseline",
            tr("Count all findings again"),
            waiving.end_baseline,
            "Ctrl+Alt+Shift+N",
            waiving.has_baseline,
        ),
    )


def check(shell: Shell) -> None:
    """Read and check all posts anew, then show those with problems."""

    def show_problems() -> None:
        shell.context.listing.show_scope(Scope(QUEUE, PROBLEMS))
        shell.tell_result()

    shell.reading.reload(show_problems)
