"""The window: places the panels and passes on what the system tells it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from reviewer.ui.actions.folder_actions import folder_actions
from reviewer.ui.actions.menus import Menus
from reviewer.ui.actions.post_actions import post_actions
from reviewer.ui.actions.qt_actions import QtActions
from reviewer.ui.actions.review_actions import review_actions
from reviewer.ui.actions.view_actions import view_actions
from reviewer.ui.navigation import BODY, CHANGES, DETAILS, HISTORY, PROBLEMS
from reviewer.ui.panels.aside.panel import AsidePanel
from reviewer.ui.panels.body.panel import BodyPanel
from reviewer.ui.panels.bulk.panel import BulkPanel
from reviewer.ui.panels.bulk.plan_presenter import Choice
from reviewer.ui.panels.changes.panel import ChangesPanel
from reviewer.ui.panels.columns import Columns
from reviewer.ui.panels.editor import EditorColumn
from reviewer.ui.panels.fixes.panel import FixesPanel
from reviewer.ui.panels.form.panel import FormPanel
from reviewer.ui.panels.header.panel import HeaderPanel
from reviewer.ui.panels.history.panel import HistoryPanel
from reviewer.ui.panels.mending.panel import MendingPanel
from reviewer.ui.panels.merging.panel import MergingPanel
from reviewer.ui.panels.palette.panel import PalettePanel
from reviewer.ui.panels.posts.panel import PostsPanel
from reviewer.ui.panels.preview.panel import PreviewPanel
from reviewer.ui.panels.problems.panel import ProblemsPanel
from reviewer.ui.panels.raw.panel import RawPanel
from reviewer.ui.panels.recovering.panel import RecoveringPanel
from reviewer.ui.panels.schema.panel import SchemaPanel
from reviewer.ui.panels.sidebar.panel import SidebarPanel
from reviewer.ui.panels.statusbar.panel import StatusPanel
from reviewer.ui.panels.topbar.panel import TopBarPanel
from reviewer.ui.texts import tr
from reviewer.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from reviewer.ui.shell import Shell

SIZE = QSize(1440, 900)
LOWEST = 480
GEOMETRY = "window/geometry"


class MainWindow(QMainWindow):
    """Top bar, four columns, status line."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.context = shell.context
        self._may_close = False
        # No least width: the columns that are shown ask for theirs, and would else overlap.
        self.setMinimumHeight(LOWEST)
        self.resize(SIZE)
        self.setAcceptDrops(True)
        # The window's own actions first, so that they lead in menus and palette.
        self._add_actions()
        self._make_columns()
        self._make_menus()
        self._place()
        self._listen()
        self._restore()

    def _make_columns(self) -> None:
        context = self.context
        self.sidebar = SidebarPanel(context)
        self.posts = PostsPanel(context)
        self.header = HeaderPanel(context, self.shell.reviewing)
        self.form = FormPanel(context)
        self.body = BodyPanel(context)
        self.preview = PreviewPanel(context)
        self.aside = AsidePanel(context, self.preview, self.reveal_preview)
        self.raw = RawPanel(context, self.form.widget)
        self.changes = ChangesPanel(context)
        self.problems = ProblemsPanel(context)
        self.history = HistoryPanel(context)
        self.fixes = FixesPanel(context, self.body, self.form, self.problems, self)
        context.actions.add(*self.fixes.actions())
        tabs = {
            DETAILS: self.raw.widget,
            BODY: self.body.widget,
            CHANGES: self.changes.widget,
            PROBLEMS: self.problems.widget,
            HISTORY: self.history.widget,
        }
        self.merging = MergingPanel(self.shell)
        self.editor = EditorColumn(self.header.widget, tabs, self.merging.widget)
        self.columns = Columns(
            {
                "sidebar": self.sidebar.widget,
                "list": self.posts.widget,
                "editor": self.editor,
                "preview": self.aside.widget,
            }
        )

    def _add_actions(self) -> None:
        shell, actions = self.shell, self.context.actions
        actions.add(*folder_actions(shell), *post_actions(shell), *view_actions(shell, self))
        actions.add(*review_actions(shell))
        self.bulk = BulkPanel(self.context, shell.bulk, self._chosen_posts, shell.has_rows, self)
        self.mending_many = MendingPanel(self.context, shell.bulk, self._chosen_posts, self)
        self.schema = SchemaPanel(self.context, self)
        self.recovering = RecoveringPanel(shell, self)
        for panel in (self.bulk, self.mending_many, self.schema, self.recovering):
            actions.add(*panel.actions())

    def _make_menus(self) -> None:
        self.actions_made = QtActions(self.context.actions, self, self.context.theme)
        self.actions_made.offer_letters(
            *(each.widget for each in (self.sidebar, self.posts, self.header, self.aside)),
            *(each.widget for each in (self.changes, self.problems, self.history)),
        )
        self._menus = Menus(self.shell, self.actions_made)
        self._menus.fill_order(self.posts.order_menu)
        self.actions_made.fill_context(
            self.posts.rows_widget, "bulk-edit", "mend-posts", "bulk-undo", "bulk-redo"
        )
        if sys.platform == "darwin":
            self._menus.fill_bar(self.menuBar())

    def _place(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TopBarPanel(self.shell, self.actions_made, self._menus).widget)
        column.addWidget(self.columns, 1)
        shell = self.shell
        flows = (shell.reading, shell.disk_changes, shell.recovering)
        column.addWidget(StatusPanel(self.context, *flows, shell.reviewing.deciding).widget)
        self.setCentralWidget(middle)
        self.palette_panel = PalettePanel(self.context, middle)
        self._toast = Toast(middle)

    def _listen(self) -> None:
        context, workspace = self.context, self.context.workspace
        refresh = context.actions.refresh
        workspace.folder_opened.connect(lambda _folder: refresh())
        workspace.current_changed.connect(lambda post: self.editor.show_post(post is not None))
        workspace.current_changed.connect(lambda _post: self._tell_title())
        workspace.post_changed.connect(lambda _change: self._tell_title())
        context.listing.rows_changed.connect(lambda _anew: refresh())
        context.navigation.tab_requested.connect(self.editor.choose)
        context.notices.connect(self._toast.say)
        self.shell.quit_requested.connect(self._on_quit)

    def _chosen_posts(self) -> Choice:
        path = self.context.workspace.catalogue.path
        selected, listed = self.context.selection.ids, self.context.listing.rows
        everything = (row.path for row in self.context.workspace.catalogue)
        return Choice(tuple(map(path, selected)), tuple(map(path, listed)), tuple(everything))

    # What actions ask for

    def show_palette(self) -> None:
        """Open the palette."""
        self.palette_panel.open()

    def focus_filter(self) -> None:
        """Give the keyboard to the filter line of the list."""
        self.posts.focus_filter()

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self.posts.focus()

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        self.columns.toggle("sidebar")

    def toggle_preview(self) -> None:
        """Show or hide the preview."""
        self.columns.toggle("preview")

    def reveal_preview(self) -> None:
        """Show the preview where it is hidden."""
        if not self.preview_shown():
            self.toggle_preview()

    def sidebar_shown(self) -> bool:
        """Whether the sidebar is shown."""
        return self.columns.shows("sidebar")

    def preview_shown(self) -> bool:
        """Whether the preview is shown."""
        return self.columns.shows("preview")

    # What the system tells

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder or a file may be dropped."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.shell.open_folder(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once, or once the unsaved work has been dealt with."""
        if not self._may_close and self.context.workspace.dirty_posts():
            event.ignore()
            # Later, since Qt takes no second call of close() while it carries out the first.
            self.shell.saving.leave(lambda: QTimer.singleShot(0, self, self._close_for_good))
            return
        self._keep()
        self.shell.recovering.close()
        self.aside.close()
        self.context.close()
        super().closeEvent(event)

    def _on_quit(self, _none: None) -> None:
        self.close()

    def _close_for_good(self) -> None:
        self._may_close = True
        self.close()

    def _tell_title(self) -> None:
        self.context.actions.refresh()
        folder, heading = self.context.workspace.folder, self.header.presenter.heading
        parts = (heading.title, folder.name if folder else "", tr("Reviewer"))
        self.setWindowTitle("[*]" + " — ".join(part for part in parts if part))
        self.setWindowModified(self.shell.post.is_dirty())

    def _restore(self) -> None:
        settings = self.context.settings
        self.restoreGeometry(settings.state(GEOMETRY))
        self.columns.restore(settings)
        self.editor.show_post(self.context.workspace.current is not None)
        self._tell_title()

    def _keep(self) -> None:
        self.context.settings.keep(GEOMETRY, self.saveGeometry())
        self.columns.keep(self.context.settings)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
