"""The image of a card: read from the site's folder or, where the editor said so, from the web."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
)

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from reviewer.render.images import site_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.ui.web.content_files import ContentFiles

WIDEST = 1200
"""Pixels that are kept of an image's width: twice what the widest card needs."""
LARGEST = 20_000_000
"""Bytes of a remote image; networks take no more than 5 to 8 million."""
PATIENCE = 15.0
UNSHOWN = ("svg", "avif", "ico")
"""Kinds that the networks do not show."""


class Trouble(Enum):
    """Why a card has no image."""

    NONE = "none"
    UNNAMED = "unnamed"
    MISSING = "missing"
    REMOTE = "remote"
    UNSHOWN = "unshown"
    UNREACHED = "unreached"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image and its true size in pixels, or why there is none."""

    trouble: Trouble
    address: str = ""
    image: QImage | None = None
    size: tuple[int, int] = (0, 0)


def is_remote(address: str) -> bool:
    """Whether an image lies on the web and not in the site's folder."""
    return address.startswith("//") or urlsplit(address).scheme in ("http", "https")


def local_picture(address: str, post: str, files: ContentFiles) -> Picture:
    """The image that ``post`` names in its front matter."""
    found = files.find(site_path(address, post))
    if found is None:
        return Picture(Trouble.MISSING, address)
    return _read(QImageReader(str(found.path)), address)


def remote_picture(address: str, fetch: Callable[[str], bytes]) -> Picture:
    """An image from the web."""
    try:
        data = fetch(f"https:{address}" if address.startswith("//") else address)
    except (OSError, ValueError):
        return Picture(Trouble.UNREACHED, address)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(QImageReader(buffer), address)


def fetch_image(address: str) -> bytes:
    """The bytes at an https address; raises ``OSError`` or ``ValueError``."""
    secure = address.replace("http:", "https:", 1) if address.startswith("http:") else address
    opener = OpenerDirector()
    # These handlers and no others: nothing but https, also where an address leads elsewhere.
    for handler in (HTTPSHandler(), HTTPRedirectHandler(), HTTPDefaultErrorHandler()):
        opener.add_handler(handler)
    opener.add_handler(HTTPErrorProcessor())
    answer = opener.open(secure, timeout=PATIENCE)
    if answer is None:
        raise ValueError("this is no https address")
    with answer:
        data: bytes = answer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("the image is too large")
    return data


def _read(reader: QImageReader, address: str) -> Picture:
    reader.setAutoTransform(True)
    kind, size = bytes(reader.format().data()).decode("ascii", "replace"), reader.size()
    true = (size.width(), size.height())
    if kind in UNSHOWN or kind.startswith("svg"):
        return Picture(Trouble.UNSHOWN, address, size=true)
    if size.width() > WIDEST:
        most = QSize(WIDEST, size.height())
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return Picture(Trouble.MISSING, address)
    return Picture(Trouble.NONE, address, image, true)
