"""A small rounded label: a count of findings, a state in a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QSizePolicy

from reviewer.ui.widgets.severity import LOOKS
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.schema.finding import Severity


class Badge(QLabel):
    """A pill; ``state`` is ``error``, ``warning``, ``ok`` or nothing."""

    def __init__(self, text: str = "", state: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        styled(self, "pill", name=text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        mark(self, "state", state)

    def show_count(self, severity: Severity, count: int) -> None:
        """Show how many findings there are, with their sign; hide where there are none."""
        look = LOOKS[severity]
        self.show_state(f"{look.sign} {count}", look.state)
        self.setAccessibleName(f"{count} {severity.label}")
        self.setVisible(count > 0)

    def show_state(self, text: str, state: str) -> None:
        """Show ``text`` in the colours of ``state``."""
        self.setText(text)
        self.setAccessibleName(text)
        mark(self, "state", state)
