"""One way to mend broken front matter, as the editor sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.document.edits import TextEdit


@dataclass(frozen=True, slots=True)
class Step:
    """One fault in plain words, what is done about it, and its line, from 1 in the file."""

    what: str
    doing: str
    line: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Edits of the post's text after which its front matter reads, and why they are made.

    ``text`` is the whole file after the edits.
    """

    steps: tuple[Step, ...]
    edits: tuple[TextEdit, ...]
    text: str

    @property
    def line(self) -> int:
        """The line of the first fault, from 1 in the file."""
        return min((step.line for step in self.steps), default=1)

    @property
    def what(self) -> str:
        """The faults, each told once."""
        return " ".join(dict.fromkeys(step.what for step in self.steps))

    @property
    def label(self) -> str:
        """What the click does, in a few words."""
        first, *others = dict.fromkeys(step.doing for step in self.steps)
        second = [f"{each[:1].lower()}{each[1:]}" for each in others[:1]]
        return "; ".join([first, *second]) + (" …" if len(others) > 1 else "")
