"""The line below the text that says what was found where the caret stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from reviewer.ui.actions.qt_actions import shown_shortcut
from reviewer.ui.texts import tr
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.severity import LOOKS
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.schema.finding import Finding
    from reviewer.ui.theme.theme import Theme

KEYS = "Alt+Return"
"""The shortcut that offers the fixes."""


class HintLine(QFrame):
    """The worst finding at the caret and a button for what can be done; hidden without one."""

    fixes_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        styled(self, "hint-line", name=tr("What was found at the caret"))
        self.sign = QLabel()
        self.message = ElidedLabel("", 2)
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = styled(QPushButton(), "link", name=tr("What can be done about it"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self.fixes_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.message, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say the first; of the others, how many there are."""
        self.setVisible(bool(findings))
        if not findings:
            return
        worst = findings[0]
        look = LOOKS[worst.severity]
        self.sign.setPixmap(self._theme.icon(look.icon, look.token).pixmap(14, 14))
        more = len(findings) - 1
        keys = shown_shortcut(KEYS)
        can_mend = any(each.fixes for each in findings)
        says = tr("Mend… {keys}", keys=keys) if can_mend else tr("What to do… {keys}", keys=keys)
        self.button.setText(says)
        text = tr("{message} (and {n} more)", message=worst.message, n=more) if more else ""
        self.message.setText(text or worst.message)
        self.message.setToolTip("\n".join(each.message for each in findings))
        mark(self, "state", look.state)
        self.setAccessibleDescription(worst.message)
