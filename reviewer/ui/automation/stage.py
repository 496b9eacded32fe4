"""The real window off screen, with settings of its own, and what it takes to watch it work."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from reviewer.errors import ReviewerError
from reviewer.ui.app import make_app
from reviewer.ui.assembly import build_window
from reviewer.ui.automation.unattended import Unattended
from reviewer.ui.automation.waiting import until
from reviewer.ui.flows.reading import Phase
from reviewer.ui.settings import Settings
from reviewer.ui.theme.theme import Scheme
from reviewer.ui.web.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

    from reviewer.ui.main_window import MainWindow
    from reviewer.ui.prompts import Prompts

COUNT_FRAMES = """
self.painted = false;
requestAnimationFrame(() => requestAnimationFrame(() => { self.painted = true; })); 0
"""
STILL = 3
"""So many equal pictures in a row, and the window has come to rest."""


class Stage:
    """One window, and the questions that its watcher asks of it."""

    def __init__(self, window: MainWindow, prompts: Prompts) -> None:
        self.window = window
        self.context = window.context
        self.prompts = prompts

    def open(self, path: Path) -> None:
        """Open a folder or a post, as from the command line, and wait until it is all there."""
        self.window.shell.open_folder(path)
        until(self._is_known, f"the folder {path} is read")
        self.settle()

    def show(self, post: str) -> None:
        """Show a post by its path in the folder."""
        if post not in self.context.workspace.catalogue:
            raise ReviewerError(f"The folder has no post {post}.")
        self.context.navigation.go_to_post(post)
        self.settle()

    def settle(self) -> None:
        """Wait until no work goes on in the background and the preview stands."""
        until(self._is_at_rest, "the work in the background ends")
        self.raise_errors()
        if self.context.workspace.current is not None:
            until(self._preview_stands, "the preview shows the post")

    def raise_errors(self) -> None:
        """What the window wanted to tell the user as an error, raised as one."""
        errors = self.prompts.errors if isinstance(self.prompts, Unattended) else []
        for error in errors:
            raise error if isinstance(error, ReviewerError) else ReviewerError(str(error))

    def article(self) -> str:
        """The text that the preview shows."""
        return str(self.ask_preview("document.body ? document.body.innerText : ''"))

    def ask_preview(self, script: str) -> Any:
        """The value of a script beside the article."""
        answers: list[Any] = []
        self._view().ask(script, answers.append)
        until(lambda: answers, "the preview answers")
        return answers[0]

    def picture(self) -> QImage:
        """The window as it looks once it has come to rest."""
        self._await_frames()
        looks: list[QImage] = []

        def rests() -> bool:
            looks.append(self.window.grab().toImage())
            return len(looks) >= STILL and all(look == looks[-1] for look in looks[-STILL:-1])

        until(rests, "the window comes to rest")
        return looks[-1]

    def _await_frames(self) -> None:
        """Chromium paints in its own time: wait until the preview as it stands has been painted."""
        if self._view().isVisible() and self.context.workspace.current is not None:
            self.ask_preview(COUNT_FRAMES)
            until(lambda: self.ask_preview("self.painted"), "the preview is painted")

    def save_picture(self, file: Path) -> None:
        """Write a picture of the window at rest."""
        file.parent.mkdir(parents=True, exist_ok=True)
        if not self.picture().save(str(file)):
            raise ReviewerError(f"The picture {file} could not be written.")

    def _is_known(self) -> bool:
        self.raise_errors()
        phase = self.window.shell.reading.state.phase
        is_checked = phase in (Phase.CHECKED, Phase.EXAMINING)
        shown = is_checked and not self.context.listing.waiting
        return shown or phase is Phase.STOPPED

    def _is_at_rest(self) -> bool:
        return not (self.context.tasks.is_busy() or self.context.listing.searching)

    def _view(self) -> ArticleView:
        return self.window.findChildren(ArticleView)[0]

    def _preview_stands(self) -> bool:
        return not self._view().isVisible() or self._view().is_settled


@contextmanager
def stage(
    *,
    size: tuple[int, int] = (1440, 900),
    scheme: Scheme = Scheme.LIGHT,
    prompts: Prompts | None = None,
    journals: Path | None = None,
) -> Iterator[Stage]:
    """A window on the stage; it closes, without asking, at the end.

    Unsaved work is put on record only where ``journals`` is given.
    """
    app = make_app()
    # A caret that blinks would never come to rest.
    app.setCursorFlashTime(0)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    with tempfile.TemporaryDirectory(prefix="reviewer-") as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        prompts = prompts or Unattended()
        window = build_window(
            app, settings=Settings(store), prompts=prompts, scheme=scheme, journals=journals
        )
        window.resize(*size)
        window.show()
        try:
            yield Stage(window, prompts)
        finally:
            window.close()
            window.deleteLater()
            # Chromium crashes where its view outlives the application object.
            until(lambda: not isValid(window), "the window goes")
            # What is not written by now would be once the folder is gone, and bring it back.
            store.sync()
