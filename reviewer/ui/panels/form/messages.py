"""The lines under a field: a sign, what is wrong, and links that mend it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from reviewer.ui.panels.form.intents import Mended
from reviewer.ui.widgets.severity import LOOKS
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Message, Row


class MessageList(QWidget):
    """One label for each message; hidden when there is none."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._row: Row | None = None
        self._shown: tuple[Message, ...] = ()
        self.labels: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    def show_row(self, row: Row) -> None:
        """Show the messages of a row."""
        self._row = row
        if row.messages == self._shown:
            return
        self._shown = row.messages
        while len(self.labels) < len(row.messages):
            self._add_label()
        for index, label in enumerate(self.labels):
            label.setVisible(index < len(row.messages))
        for label, message in zip(self.labels, row.messages, strict=False):
            self._fill(label, message)
        self.setVisible(bool(row.messages))

    def chain(self) -> list[QWidget]:
        """The labels whose links the Tab key reaches."""
        shown = zip(self.labels, self._shown, strict=False)
        return [label for label, message in shown if message.fixes]

    def _fill(self, label: QLabel, message: Message) -> None:
        look = LOOKS[message.severity]
        link = f"color:{self._kit.theme.value('accent')};text-decoration:none;font-weight:600"
        fixes = "".join(
            f' &nbsp;<a href="{index}" style="{link}">{escape(fix.label)}</a>'
            for index, fix in enumerate(message.fixes)
        )
        label.setText(f"{look.sign} {escape(message.text)}{fixes}")
        mark(label, "state", look.state)
        label.setAccessibleName(message.text)
        focus = Qt.FocusPolicy.TabFocus if message.fixes else Qt.FocusPolicy.NoFocus
        label.setFocusPolicy(focus)

    def _add_label(self) -> None:
        label = styled(QLabel(), "field-message")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        index = len(self.labels)
        label.linkActivated.connect(lambda href: self._mend(index, int(href)))
        self.labels.append(label)
        self._column.addWidget(label)

    def _mend(self, index: int, fix: int) -> None:
        if self._row is not None:
            message = self._row.messages[index]
            self._kit.send(Mended(self._row.path, message.fixes[fix]))
