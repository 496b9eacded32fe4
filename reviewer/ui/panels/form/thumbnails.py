"""Small pictures for the form, read from disk in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from reviewer.ui.panels.form.media import Media
    from reviewer.ui.tasks import Tasks

THUMBNAIL = QSize(96, 54)
"""The room that a picture has in its field."""
FINE = 2
"""So many pixels for each that is asked for: there are screens that have them."""
SIZE = THUMBNAIL * FINE


class Pictures(Protocol):
    """Whoever fetches the picture that a field names."""

    def fetch(self, key: str, written: str, told: Callable[[QImage | None], None]) -> None:
        """Tell the picture, ``None`` for none; of several under one ``key`` only the newest."""
        ...


class Thumbnails:
    """Reads pictures of the folder that is open, as the post that is shown names them."""

    def __init__(self, tasks: Tasks, media: Callable[[], Media | None]) -> None:
        self._tasks = tasks
        self._media = media

    def fetch(self, key: str, written: str, told: Callable[[QImage | None], None]) -> None:
        """Tell the picture, ``None`` for none; of several under one ``key`` only the newest."""
        media = self._media()
        self._tasks.run(key, lambda: read_picture(media, written), told)


def read_picture(media: Media | None, written: str) -> QImage | None:
    """The picture that ``written`` names, small; ``None`` if it is none or not there."""
    file = media.file_of(written) if media is not None and written else None
    if file is None:
        return None
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and not (size.width() <= SIZE.width() and size.height() <= SIZE.height()):
        reader.setScaledSize(size.scaled(SIZE, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return None if picture.isNull() else picture
