"""A desk with one post on it, and the context that panels are handed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reviewer.desk.workspace import Loaded, Workspace
from reviewer.document.post import Post
from reviewer.site.engines.detection import detect
from reviewer.site.folder import Folder
from reviewer.ui.actions.table import Actions
from reviewer.ui.context import Context
from reviewer.ui.settings import Settings
from tests.support.inline_tasks import InlineTasks
from tests.support.scripted_librarian import ScriptedLibrarian

if TYPE_CHECKING:
    from reviewer.desk.open_post import OpenPost
    from reviewer.ui.theme.theme import Theme

NOWHERE = Path("/nowhere")
"""A folder that need not exist: nothing is read from it or written to it."""


def put_on_desk(workspace: Workspace, data: bytes, path: str = "post.md") -> OpenPost:
    """Make a post of these bytes the current one."""
    return workspace.show(Loaded(path, Post.from_bytes(data), "digest"))


def plain_context(data: bytes | None = None) -> tuple[Context, OpenPost]:
    """A context for presenters: no theme, no settings, work done at once."""
    workspace = _workspace(NOWHERE)
    nothing = cast("Any", None)
    context = Context(workspace, InlineTasks(), nothing, nothing, nothing, Actions())
    open_post = put_on_desk(workspace, data) if data is not None else cast("Any", None)
    return context, open_post


def themed_context(theme: Theme, folder: Path) -> Context:
    """A context for whole panels, with settings of its own in ``folder``."""
    from PySide6.QtCore import QSettings

    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    nothing = cast("Any", None)
    return Context(_workspace(folder), InlineTasks(), nothing, theme, Settings(store), Actions())


def _workspace(root: Path) -> Workspace:
    workspace = Workspace(ScriptedLibrarian())
    workspace.open_folder(Folder(root, detect(root)))
    return workspace
