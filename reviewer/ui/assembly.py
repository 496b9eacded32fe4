"""Puts a window together from its services; the program, screenshots and tests begin here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from reviewer.desk.journal.journal import Journal
from reviewer.desk.workspace import Workspace
from reviewer.site.index.process import ProcessLibrarian
from reviewer.ui.actions.table import Actions
from reviewer.ui.context import Context
from reviewer.ui.desktop import Desktop
from reviewer.ui.gui_librarian import GuiLibrarian
from reviewer.ui.listing.order import known
from reviewer.ui.mailbox import Mailbox
from reviewer.ui.main_window import MainWindow
from reviewer.ui.prompts import QtPrompts
from reviewer.ui.sample_site import sample_site
from reviewer.ui.settings import Settings
from reviewer.ui.shell import Shell, Surroundings
from reviewer.ui.tasks import ThreadTasks
from reviewer.ui.theme.theme import Scheme, Theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from reviewer.site.index.librarian import Librarian
    from reviewer.ui.prompts import Prompts
    from reviewer.ui.tasks import Tasks


def build_window(
    app: QApplication,
    *,
    settings: Settings | None = None,
    prompts: Prompts | None = None,
    tasks: Tasks | None = None,
    librarian: Librarian | None = None,
    scheme: Scheme | None = None,
    journals: Path | None = None,
) -> MainWindow:
    """A window that is not shown yet; whatever is not given is the real thing.

    Unsaved work is put on record in ``journals``, if that is given.
    """
    settings = settings or Settings(QSettings())
    prompts = prompts or QtPrompts()
    mailbox = Mailbox()
    context = Context(
        workspace=Workspace(librarian or _own_librarian(mailbox)),
        tasks=tasks or ThreadTasks(prompts.show_error, mailbox),
        prompts=prompts,
        theme=Theme(app, scheme or chosen_scheme(settings)),
        settings=settings,
        actions=Actions(),
    )
    context.listing.order = known(settings.text("list/order"))
    desktop = Desktop()
    journal = None if journals is None else Journal(journals, mailbox.post)
    around = Surroundings(desktop.reveal, desktop.copy, sample_site, journal)
    window = MainWindow(Shell(context, around))
    mailbox.setParent(window)
    if isinstance(prompts, QtPrompts):
        prompts.parent = window
    return window


def _own_librarian(mailbox: Mailbox) -> Librarian:
    """One with a process, which gets ready while the window is being built."""
    librarian = ProcessLibrarian()
    librarian.start()
    return GuiLibrarian(librarian, mailbox)


def chosen_scheme(settings: Settings) -> Scheme:
    """The theme that the user chose in an earlier run."""
    text = settings.text("window/theme")
    return next((scheme for scheme in Scheme if scheme.value == text), Scheme.SYSTEM)
