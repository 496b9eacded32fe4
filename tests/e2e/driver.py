"""The window in the words of an editor: pick a post, type, read what it says, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from reviewer.ui.automation.hands import Hands
from reviewer.ui.automation.unattended import Unattended
from reviewer.ui.automation.waiting import until
from reviewer.ui.panels.posts.model import PATH
from reviewer.ui.panels.posts.table import PostsTable
from reviewer.ui.panels.posts.view import PostsView
from reviewer.ui.prompts import GoneAnswer, SaveAnswer
from reviewer.ui.widgets.code_edit import CodeEdit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reviewer.desk.open_post import OpenPost
    from reviewer.ui.automation.stage import Stage


class Answers(Unattended):
    """Answers the window's questions as the test says, and notes what was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.on_unsaved = SaveAnswer.DISCARD
        self.on_gone = GoneAnswer.CANCEL
        self.on_run = False
        self.on_ignore = False
        self.text: str | None = None
        self.asked_to_run: list[str] = []
        self.asked_about_unsaved: list[tuple[str, ...]] = []
        self.asked_about_gone: list[str] = []

    def ask_save(self, posts: Sequence[str]) -> SaveAnswer:
        """Unsaved work is about to be lost."""
        self.asked_about_unsaved.append(tuple(posts))
        return self.on_unsaved

    def ask_ignore(self, rule: str) -> bool:
        """A rule is about to be switched off."""
        return self.on_ignore

    def ask_run(self, command: str, folder: str) -> bool:
        """Code of the folder is about to be run."""
        self.asked_to_run.append(command)
        return self.on_run

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """The text that the editor types."""
        return self.text

    def ask_gone(self, post: str) -> GoneAnswer:
        """Somebody else deleted the file."""
        self.asked_about_gone.append(post)
        return self.on_gone


class Editor:
    """An editor before the window, with one folder open."""

    def __init__(self, scene: Stage, answers: Answers, folder: Path) -> None:
        self.scene = scene
        self.answers = answers
        self.folder = folder
        self.hands = Hands(scene.window)

    # Doing

    def open_folder(self, folder: Path | None = None) -> None:
        """Open the folder and wait until it has been read and checked."""
        self.scene.open(folder or self.folder)

    def pick(self, path: str) -> None:
        """Click a post in the list and wait until it is shown."""
        self.hands.click_post(path)
        until(lambda: self._current_path() == path, f"{path} is shown")
        self.scene.settle()

    def fill_in(self, name: str, text: str) -> None:
        """Type another text into a field of the form."""
        self.hands.retype((name,), text)
        self.scene.settle()

    def type_in_body(self, text: str) -> None:
        """Type at the very beginning of the body."""
        self.go_to_tab("body")
        box = self.text_editor()
        box.setFocus()
        self.hands.press(box, "Ctrl+Home")
        self.hands.type_text(box, text)
        self.scene.settle()

    def go_to_tab(self, name: str) -> None:
        """Click a tab."""
        self.hands.click_tab(name)
        self.scene.settle()

    def press(self, keys: str) -> None:
        """Press keys wherever the keyboard is, and wait for what comes of it."""
        self.hands.press(QApplication.focusWidget() or self.scene.window, keys)
        self.scene.settle()

    def save(self) -> None:
        """Press Ctrl+S."""
        self.press("Ctrl+S")

    def filter(self, text: str) -> None:
        """Press Ctrl+L and type into the filter line."""
        self.press("Ctrl+L")
        line = self.scene.window.findChild(PostsView).filter
        until(line.hasFocus, "the filter line takes the keyboard")
        self.hands.press(line, "Ctrl+A")
        self.hands.type_text(line, text)
        self.scene.settle()

    # Seeing

    def listed(self) -> list[str]:
        """The paths in the list, from top to bottom."""
        model = self.scene.window.findChild(PostsTable).model()
        return [model.index(row, 0).data(PATH) for row in range(model.rowCount())]

    def messages(self, name: str) -> str:
        """What the form says under a field."""
        return " ".join(self.hands.messages((name,)))

    def field_text(self, name: str) -> str:
        """What stands in a field of the form."""
        return self.hands.shown_in((name,))

    def reads(self, text: str) -> None:
        """Wait until the preview shows ``text``."""
        until(lambda: text in self.scene.article(), f"the preview shows “{text}”")

    def text_editor(self) -> CodeEdit:
        """The text editor that can be seen: the body, or the raw text of a broken post."""
        (editor,) = (e for e in self.scene.window.findChildren(CodeEdit) if e.isVisible())
        return editor

    def on_disk(self, path: str) -> bytes:
        """The bytes of a post as they are on disk."""
        return (self.folder / path).read_bytes()

    @property
    def post(self) -> OpenPost:
        """The post that is shown."""
        current = self.scene.context.workspace.current
        assert current is not None, "no post is shown"
        return current

    def _current_path(self) -> str:
        current = self.scene.context.workspace.current
        return current.path if current else ""
