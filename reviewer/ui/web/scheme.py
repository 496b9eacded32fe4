"""The URL scheme of our own through which the preview gets its page and local images.

A page from ``file:`` could read the disk, one from a string has no place of
its own; a scheme of our own has exactly what we answer.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWebEngineCore import QWebEngineUrlScheme

from reviewer.render.page import SCHEME

NAME = QByteArray(SCHEME.encode())


def register_scheme() -> None:
    """Tell Chromium of the scheme; to be called before the application object is made."""
    if not QWebEngineUrlScheme.schemeByName(NAME).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(NAME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)
