"""Questions to the user, behind a Protocol so that tests answer without a dialog."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog, QInputDialog, QMessageBox

from reviewer.errors import ReviewerError
from reviewer.ui.texts import tr, tr_count
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QPushButton, QWidget

A = TypeVar("A")
MOST_LISTED = 12


class SaveAnswer(Enum):
    """What to do with unsaved work before it would be lost."""

    SAVE = "save"
    DISCARD = "discard"
    KEEP = "keep for next time"
    CANCEL = "cancel"


class GoneAnswer(Enum):
    """What to do with a post whose file is gone when it is to be saved."""

    SAVE_AGAIN = "save again"
    SAVE_BESIDE = "save under another name"
    CANCEL = "cancel"


class MendAnswer(Enum):
    """What to do about a bulk edit that was cut short."""

    PUT_BACK = "put back"
    FINISH = "finish"
    LATER = "later"


class Prompts(Protocol):
    """Asks, and waits for the answer; None or CANCEL when the user would rather not."""

    def ask_folder(self, start: Path | None = None) -> Path | None:
        """Which folder to open."""
        ...

    def ask_save(self, posts: Sequence[str]) -> SaveAnswer:
        """What to do with the unsaved ``posts`` (their titles)."""
        ...

    def ask_gone(self, post: str) -> GoneAnswer:
        """What to do with ``post``, whose file somebody else deleted."""
        ...

    def ask_mend(self, count: int) -> MendAnswer:
        """What to do about a bulk edit of ``count`` posts that was cut short."""
        ...

    def ask_save_rules(self, count: int) -> SaveAnswer:
        """What to do with ``count`` changes of the rules that are not saved."""
        ...

    def ask_baseline(self) -> bool:
        """Whether only new findings are to count from now on."""
        ...

    def ask_ignore(self, rule: str) -> bool:
        """Whether a rule, by its name, is not to run in this folder any more."""
        ...

    def ask_run(self, command: str, folder: str) -> bool:
        """Whether to run ``command``, and with it the folder's own code."""
        ...

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """A line of text."""
        ...

    def ask_file(self, title: str, start: Path, endings: Sequence[str] = ()) -> Path | None:
        """A file that exists; ``endings`` are those of its name that fit, without dots."""
        ...

    def ask_new_file(self, title: str, start: Path) -> Path | None:
        """Where to write a file, like ``start``; writing over another one was agreed to."""
        ...

    def ask_colour(self, title: str, colour: str) -> str | None:
        """A colour as ``#rrggbb``, beginning with one."""
        ...

    def show_error(self, error: Exception | str) -> None:
        """Say what could not be done and what to do about it."""
        ...


class QtPrompts:
    """Asks through Qt's dialogs, above ``parent``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def ask_folder(self, start: Path | None = None) -> Path | None:
        """Which folder to open."""
        chosen = QFileDialog.getExistingDirectory(
            self.parent, tr("Open a folder of posts"), str(start or Path.home())
        )
        return Path(chosen) if chosen else None

    def ask_save(self, posts: Sequence[str]) -> SaveAnswer:
        """What to do with the unsaved ``posts`` (their titles)."""
        box = self._box(
            tr_count(
                "Save the changes to this post?", "Save the changes to {count} posts?", len(posts)
            ),
            "\n".join(_listed(posts)) + "\n\n" + _keeping(),
        )
        keep = {_button(box, tr("Keep for next time"), "destroy"): SaveAnswer.KEEP}
        return _answer(box, keep | _saving(box), SaveAnswer.CANCEL)

    def ask_save_rules(self, count: int) -> SaveAnswer:
        """What to do with ``count`` changes of the rules that are not saved."""
        text = tr_count(
            "Save the change to the rules?", "Save the {count} changes to the rules?", count
        )
        box = self._box(text, tr("They are written to reviewer.yml in the folder."))
        return _answer(box, _saving(box), SaveAnswer.CANCEL)

    def ask_gone(self, post: str) -> GoneAnswer:
        """What to do with ``post``, whose file somebody else deleted."""
        box = self._box(
            tr("“{post}” was deleted on disk since you opened it.", post=post),
            tr("Nothing has been written. Saving it again brings the file back."),
        )
        answers = {
            _button(box, tr("Save it again"), "accept"): GoneAnswer.SAVE_AGAIN,
            _button(box, tr("Save under another name"), "destroy"): GoneAnswer.SAVE_BESIDE,
            _button(box, tr("Cancel"), "reject"): GoneAnswer.CANCEL,
        }
        return _answer(box, answers, GoneAnswer.CANCEL)

    def ask_mend(self, count: int) -> MendAnswer:
        """What to do about a bulk edit of ``count`` posts that was cut short."""
        box = self._box(
            tr_count(
                "Changing {count} post was cut short the last time.",
                "Changing {count} posts was cut short the last time.",
                count,
            ),
            tr("Some may be changed and some not. Posts edited since are left as they are."),
        )
        answers = {
            _button(box, tr("Put all back"), "accept"): MendAnswer.PUT_BACK,
            _button(box, tr("Finish changing them"), "destroy"): MendAnswer.FINISH,
            _button(box, tr("Later"), "reject"): MendAnswer.LATER,
        }
        return _answer(box, answers, MendAnswer.LATER)

    def ask_baseline(self) -> bool:
        """Whether only new findings are to count from now on."""
        box = self._box(
            tr("Count only new findings from now on?"),
            tr(
                "What is found today is written to .reviewer/baseline.jsonl in the folder and "
                "not told any more; what is found later is. “Count all findings again” in the "
                "folder’s menu takes this back."
            ),
        )
        answers = {
            _button(box, tr("Count only new ones"), "accept"): True,
            _button(box, tr("Cancel"), "reject"): False,
        }
        return _answer(box, answers, False)

    def ask_ignore(self, rule: str) -> bool:
        """Whether a rule, by its name, is not to run in this folder any more."""
        box = self._box(
            tr("Switch “{rule}” off for this folder?", rule=rule),
            tr(
                "Its problems are not told any more, in no post of the folder. This is written "
                "to reviewer.yml, where everybody who works on the folder finds it."
            ),
        )
        answers = {
            _button(box, tr("Switch off"), "accept"): True,
            _button(box, tr("Cancel"), "reject"): False,
        }
        return _answer(box, answers, False)

    def ask_run(self, command: str, folder: str) -> bool:
        """Whether to run ``command``, and with it the folder's own code."""
        box = self._box(
            tr("Run “{command}” in “{folder}”?", command=command, folder=folder),
            tr(
                "This runs the folder’s own code on this computer: plug-ins, templates, settings. "
                "Do it where you trust those who wrote them. Only this computer reaches the "
                "server, and it ends with the window."
            ),
        )
        answers = {
            _button(box, tr("Run it"), "accept"): True,
            _button(box, tr("Cancel"), "reject"): False,
        }
        return _answer(box, answers, False)

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """A line of text."""
        answer, accepted = QInputDialog.getText(self.parent, title, label, text=text)
        return answer if accepted else None

    def ask_file(self, title: str, start: Path, endings: Sequence[str] = ()) -> Path | None:
        """A file that exists; ``endings`` are those of its name that fit, without dots."""
        names = tr("Pictures ({names})", names=" ".join(f"*.{each}" for each in endings))
        chosen, _names = QFileDialog.getOpenFileName(
            self.parent, title, str(start), names if endings else ""
        )
        return Path(chosen) if chosen else None

    def ask_new_file(self, title: str, start: Path) -> Path | None:
        """Where to write a file, like ``start``; writing over another one was agreed to."""
        chosen, _names = QFileDialog.getSaveFileName(
            self.parent, title, str(start), f"*{start.suffix}"
        )
        return Path(chosen) if chosen else None

    def ask_colour(self, title: str, colour: str) -> str | None:
        """A colour as ``#rrggbb``, beginning with one."""
        chosen = QColorDialog.getColor(QColor(colour), self.parent, title)
        return chosen.name() if chosen.isValid() else None

    def show_error(self, error: Exception | str) -> None:
        """Say what could not be done and what to do about it."""
        if isinstance(error, Exception) and not isinstance(error, (ReviewerError, OSError)):
            # One of ours: with its report, like all that nobody expected.
            sys.excepthook(type(error), error, error.__traceback__)
            return
        box = self._box(*error_texts(error))
        box.setIcon(QMessageBox.Icon.Warning)
        box.exec()

    def _box(self, text: str, details: str = "") -> QMessageBox:
        box = QMessageBox(self.parent)
        # Else a title such as "<b>" would be taken for markup.
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Reviewer"))
        box.setText(text)
        box.setInformativeText(details)
        return box


ROLES = {
    "accept": QMessageBox.ButtonRole.AcceptRole,
    "destroy": QMessageBox.ButtonRole.DestructiveRole,
    "reject": QMessageBox.ButtonRole.RejectRole,
}


def _saving(box: QMessageBox) -> dict[QPushButton, SaveAnswer]:
    return {
        _button(box, tr("Save"), "accept"): SaveAnswer.SAVE,
        _button(box, tr("Don’t save"), "destroy"): SaveAnswer.DISCARD,
        _button(box, tr("Cancel"), "reject"): SaveAnswer.CANCEL,
    }


def _keeping() -> str:
    return tr(
        "“Keep for next time” leaves the files as they are, and opens the posts with your"
        " changes when you open this folder again."
    )


def _listed(posts: Sequence[str]) -> Iterator[str]:
    # A dialog with every one of sixty titles would be higher than the screen.
    shown = posts if len(posts) <= MOST_LISTED + 1 else posts[:MOST_LISTED]
    for post in shown:
        yield f"• {post}"
    if len(shown) < len(posts):
        yield tr("… and {count} more", count=len(posts) - len(shown))


def error_texts(error: Exception | str) -> tuple[str, str]:
    """What happened, and where and what to do about it, for a message to the user."""
    if not isinstance(error, ReviewerError):
        return str(error), ""
    return error.what, "\n".join(part for part in (error.remedy, str(error.where)) if part)


def _button(box: QMessageBox, label: str, role: str) -> QPushButton:
    button = box.addButton(label, ROLES[role])
    if role == "accept":
        box.setDefaultButton(button)
        styled(button, "primary", name=label)
    if role == "reject":
        box.setEscapeButton(button)
    return button


def _answer(box: QMessageBox, answers: dict[QPushButton, A], default: A) -> A:
    box.exec()
    clicked = box.clickedButton()
    return next((answer for button, answer in answers.items() if button is clicked), default)
