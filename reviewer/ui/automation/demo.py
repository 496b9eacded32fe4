"""The main job by itself, for ``reviewer demo``: each step done with real keys, and looked at.

A step that does not come to what it should raises ``ReviewerError``, so that a
demo that ends well proves that the program works on this machine.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError
from reviewer.resources import resource
from reviewer.ui.automation.hands import Hands
from reviewer.ui.automation.off_screen import go_off_screen
from reviewer.ui.automation.stage import Stage, stage
from reviewer.ui.automation.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

POST = "_posts/2026-02-28-copper-prices-new-high.md"
FIELD = ("date",)
WRONG, RIGHT = "2026-02-31", "2026-02-28"
SEEN_IN_PREVIEW = "28 Feb"


@dataclass(slots=True)
class Demo:
    """One performance: the window, the copy of the site, and where the pictures go."""

    scene: Stage
    hands: Hands
    output: Path

    @property
    def site(self) -> Path:
        """The copy of the sample site that is worked on."""
        return self.output / "site"

    @property
    def post(self) -> Path:
        """The file of the post that is corrected."""
        return self.site / POST

    def open_folder(self) -> str:
        """The folder is read and its posts are listed."""
        self.scene.open(self.site)
        totals = self.scene.context.workspace.catalogue.totals
        _expect(bool(totals.faulty), "the list shows no post with a problem")
        return f"Opened the sample site: {totals.posts} posts, {totals.faulty} with problems."

    def pick_post(self) -> str:
        """The post is shown with a message under its date."""
        self.hands.click_post(POST)
        until(lambda: self._current() == POST, "the post is shown")
        self.scene.settle()
        messages = self.hands.messages(FIELD)
        _expect(bool(messages), "the form says nothing about a date that does not exist")
        return f"Picked {POST}. Its form says: {' '.join(messages)}"

    def correct_date(self) -> str:
        """The message goes and the preview changes while the date is typed."""
        _expect(SEEN_IN_PREVIEW not in self.scene.article(), "the preview has the new date already")
        right = self.hands.shown_in(FIELD).replace(WRONG, RIGHT)
        self.hands.retype(FIELD, right)
        self.scene.settle()
        _expect(not self.hands.messages(FIELD), "the message did not go")
        until(lambda: SEEN_IN_PREVIEW in self.scene.article(), "the preview shows the new date")
        return (
            f"Typed {right} into the field: the message has gone, the preview shows the new date."
        )

    def look_at_changes(self) -> str:
        """The Changes tab has the difference; the file is as it was."""
        self.hands.click_tab("changes")
        self.scene.settle()
        _expect(self.post.read_bytes() == _original(), "the file changed before it was saved")
        return "Looked at the Changes tab. The file on disk is still as it was."

    def save(self) -> str:
        """The file has the new date, and every other byte is the same."""
        self.hands.press(self.scene.window, "Ctrl+S")
        until(lambda: not self._is_dirty(), "the post is saved")
        self.scene.settle()
        expected = _original().replace(WRONG.encode(), RIGHT.encode())
        _expect(self.post.read_bytes() == expected, "more than the date changed in the file")
        return f"Saved with Ctrl+S. The file differs in this line only:\n{self._difference()}"

    def _current(self) -> str:
        current = self.scene.context.workspace.current
        return current.path if current else ""

    def _is_dirty(self) -> bool:
        current = self.scene.context.workspace.current
        return current is None or current.is_dirty

    def _difference(self) -> str:
        old, new = _original().decode("utf-8"), self.post.read_text(encoding="utf-8")
        lines = unified_diff(old.splitlines(), new.splitlines(), POST, POST, "before", "after", 1)
        return "\n".join(f"  {line.rstrip()}" for line in lines)


def perform(output: Path | None) -> Iterator[str]:
    """Do the job step by step; yields what was done. Raises ``ReviewerError``.

    The site and the pictures are left in ``output``, or in a new folder.
    """
    go_off_screen()
    output = _prepare(output)
    with stage() as scene:
        demo = Demo(scene, Hands(scene.window), output)
        steps = (
            demo.open_folder,
            demo.pick_post,
            demo.correct_date,
            demo.look_at_changes,
            demo.save,
        )
        for number, step in enumerate(steps, 1):
            yield f"{number}. {step()}"
            scene.save_picture(output / f"{number}-{step.__name__.replace('_', '-')}.png")
    yield f"All well. The site and a picture of each step are in {output}."


def _prepare(output: Path | None) -> Path:
    folder = output or Path(tempfile.mkdtemp(prefix="reviewer-demo-"))
    site = folder / "site"
    if site.exists():
        raise ReviewerError(f"{site} exists already.", remedy="Give another folder.")
    shutil.copytree(resource("sample-site"), site)
    return folder.resolve()


def _original() -> bytes:
    return resource(f"sample-site/{POST}").read_bytes()


def _expect(good: bool, failure: str) -> None:
    if not good:
        raise ReviewerError(f"The demo failed: {failure}.")
