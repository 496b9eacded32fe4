"""Answers for a window that nobody sits before: it asks nothing and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.prompts import GoneAnswer, MendAnswer, SaveAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Unattended:
    """Declines whatever is asked; keeps the errors that the window wanted to show."""

    def __init__(self) -> None:
        self.errors: list[Exception | str] = []

    def ask_folder(self, start: Path | None = None) -> Path | None:
        """No other folder."""
        return None

    def ask_save(self, posts: Sequence[str]) -> SaveAnswer:
        """Unsaved work ends with the window: whatever was to be saved has been."""
        return SaveAnswer.DISCARD

    def ask_save_rules(self, count: int) -> SaveAnswer:
        """Nothing is written without being asked for."""
        return SaveAnswer.DISCARD

    def ask_baseline(self) -> bool:
        """All findings go on counting."""
        return False

    def ask_ignore(self, rule: str) -> bool:
        """All rules go on running."""
        return False

    def ask_gone(self, post: str) -> GoneAnswer:
        """What somebody deleted stays deleted."""
        return GoneAnswer.CANCEL

    def ask_mend(self, count: int) -> MendAnswer:
        """Nothing is written without being asked for."""
        return MendAnswer.LATER

    def ask_run(self, command: str, folder: str) -> bool:
        """No code of a folder is run without being asked for."""
        return False

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """Nothing."""
        return None

    def ask_file(self, title: str, start: Path, endings: Sequence[str] = ()) -> Path | None:
        """No file."""
        return None

    def ask_new_file(self, title: str, start: Path) -> Path | None:
        """None is written."""
        return None

    def ask_colour(self, title: str, colour: str) -> str | None:
        """No colour."""
        return None

    def show_error(self, error: Exception | str) -> None:
        """Keep it for whoever drives the window."""
        self.errors.append(error)
