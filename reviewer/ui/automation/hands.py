"""An editor's hands: clicks and key presses on the widgets that an editor sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from reviewer.errors import ReviewerError
from reviewer.ui.automation.waiting import until
from reviewer.ui.panels.form.field_row import FieldRow
from reviewer.ui.panels.header.view import TabStrip
from reviewer.ui.panels.posts.model import PATH
from reviewer.ui.panels.posts.table import PostsTable

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)

LEFT = Qt.MouseButton.LeftButton


class Hands:
    """Does with one window what an editor would do with mouse and keyboard."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def click_post(self, path: str) -> None:
        """Click the row of a post in the list."""
        table = self._only(PostsTable)
        model = table.model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        index = next((index for index in rows if index.data(PATH) == path), None)
        if index is None:
            raise ReviewerError(f"The list has no row for {path}.")
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())

    def click_tab(self, name: str) -> None:
        """Click one of the tabs: details, body, changes, problems."""
        strip = self._only(TabStrip)
        buttons = strip.findChildren(QAbstractButton)
        wanted = [button for button in buttons if button.text().lower().startswith(name)]
        if len(wanted) != 1:
            raise ReviewerError(f"There is no tab named {name}.")
        self.click(wanted[0])

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        QTest.mouseClick(widget, LEFT, pos=QPoint(widget.width() // 2, widget.height() // 2))

    def field(self, path: Path) -> FieldRow:
        """The field of the form that shows the value at ``path``."""
        for field in self.window.findChildren(FieldRow):
            if field.row is not None and field.row.path == path and field.isVisible():
                return field
        raise ReviewerError(f"The form shows no field {'.'.join(map(str, path))}.")

    def messages(self, path: Path) -> tuple[str, ...]:
        """What the form says under a field."""
        row = self.field(path).row
        return tuple(message.text for message in row.messages) if row else ()

    def retype(self, path: Path, text: str) -> None:
        """Write another text into a field of the form."""
        field = self.field(path)
        box = field.editor.input_at(path)
        self.window.context.navigation.go_to_field(path)
        self.click(box)
        until(box.hasFocus, f"the field {path[0]} takes the keyboard")
        self.press(box, "Ctrl+A")
        self.type_text(box, text)

    def type_text(self, widget: QWidget, text: str) -> None:
        """Type characters, one key press after the other."""
        target = widget.viewport() if isinstance(widget, QPlainTextEdit | QTextEdit) else widget
        QTest.keyClicks(target, text)

    def press(self, widget: QWidget, keys: str) -> None:
        """Press a key with its modifiers, written as in menus: ``Ctrl+S``."""
        QTest.keySequence(widget, keys)

    def shown_in(self, path: Path) -> str:
        """The text that stands in a field's input."""
        box = self.field(path).editor.input_at(path)
        if isinstance(box, QLineEdit):
            return box.text()
        return box.toPlainText() if isinstance(box, QPlainTextEdit | QTextEdit) else ""

    def _only(self, kind: type[W]) -> W:
        found: list[W] = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        if len(found) != 1:
            raise ReviewerError(f"The window shows {len(found)} of {kind.__name__}, not one.")
        return found[0]
