"""A file of the site: typed, picked, or dropped from a file manager; pictures are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from reviewer.ui.panels.form.boxes import small_button
from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.panels.form.intents import Dropped, Pressed
from reviewer.ui.panels.form.thumbnails import FINE, THUMBNAIL
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class FileEditor(TextEditor):
    """A picture if there is one, a line, and a button to pick a file."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.picture = QLabel()
        self.picture.setAccessibleName(tr("The picture"))
        self.picture.hide()
        self.button = small_button(kit.theme, "folder-open", tr("Pick a file"))
        self.box.add_first(self.picture)
        self.box.add(self.button)
        self.button.clicked.connect(lambda: self.kit.send(Pressed(self.path)))
        self.line.more.connect(self.button.click)
        self.line.setAcceptDrops(False)
        self.setAcceptDrops(True)
        self._shown = ""

    def dress(self, row: Row) -> None:
        """The picture is fetched once what is written has changed."""
        super().dress(row)
        self.button.setEnabled(not row.read_only)
        if row.text != self._shown and self.kit.pictures is not None:
            self._shown = row.text
            self.kit.pictures.fetch(f"picture-{id(self)}", row.text, self._show_picture)

    def reset(self) -> None:
        """Another post may mean another file by the same name."""
        super().reset()
        self._shown = ""
        self.picture.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file can be dropped."""
        if _files(event.mimeData()) and self.row is not None and not self.row.read_only:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """The file is named in the field; it stays where it is."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.kit.send(Dropped(self.path, _files(event.mimeData())))

    def _show_picture(self, picture: QImage | None) -> None:
        self.picture.setVisible(picture is not None)
        if picture is not None:
            self.picture.setPixmap(_fitting(picture))


def _fitting(picture: QImage) -> QPixmap:
    """The picture in the room that it has; what is larger has pixels for fine screens."""
    pixmap = QPixmap.fromImage(picture)
    if pixmap.width() > THUMBNAIL.width() or pixmap.height() > THUMBNAIL.height():
        pixmap.setDevicePixelRatio(FINE)
    return pixmap


def _files(data: QMimeData) -> tuple[str, ...]:
    return tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile())
