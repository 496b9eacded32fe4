"""What all editors have in common: they show a row and send what the user wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.panels.form.intents import Left
from reviewer.ui.panels.form.rows import State
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.boxes import Box
    from reviewer.ui.panels.form.intents import Intent
    from reviewer.ui.panels.form.rows import Row
    from reviewer.ui.panels.form.thumbnails import Pictures
    from reviewer.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Kit:
    """What an editor is built with: looks, editors for what is inside it, and a way out.

    ``pictures`` shows those that fields name; ``None`` where there is no folder.
    """

    theme: Theme
    make: Callable[[str], Editor]
    send: Callable[[Intent], None]
    pictures: Pictures | None = None


class Editor(QWidget):
    """Shows one row. Subclasses say how it is filled, and what takes the keyboard."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.row: Row | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def show_row(self, row: Row, typing: Path | None = None) -> None:
        """Show ``row``; what stands in the input at ``typing`` is the user's and stays."""
        self.row = row
        if typing != row.path:
            self.fill(row, typing)
        self.dress(row)

    def fill(self, row: Row, typing: Path | None) -> None:
        """Put the row's value into the inputs, without telling."""
        raise NotImplementedError

    def dress(self, row: Row) -> None:
        """Show state, severity and whether it can be edited."""
        raise NotImplementedError

    def reset(self) -> None:
        """Forget what the user began: the next row is of another post."""
        self.row = None

    def chain(self) -> list[QWidget]:
        """What takes the keyboard, in the order of the Tab key; the first stands for all."""
        raise NotImplementedError

    def input_at(self, path: Path) -> QWidget:
        """What takes the keyboard for ``path``, which is this row's or lies inside it."""
        return self.chain()[0]

    def set_bare(self) -> None:
        """Draw no frame: the editor stands in one."""

    @property
    def path(self) -> Path:
        """The path of the row that is shown."""
        return self.row.path if self.row else ()

    def leave(self) -> None:
        """The keyboard has gone elsewhere: what was typed is a step of its own."""
        if self.row is not None:
            self.kit.send(Left(self.row.path))


def dress_box(box: Box, row: Row) -> None:
    """Frame colours by the row's severity and state."""
    box.set_tone(row.tone, empty=row.state is State.ABSENT)


def describe(widget: QWidget, row: Row) -> None:
    """Tell assistive technology what a field is called and what is said about it."""
    widget.setAccessibleName(
        tr("{label}, required", label=row.label) if row.required else row.label
    )
    widget.setAccessibleDescription(" ".join(message.text for message in row.messages))
