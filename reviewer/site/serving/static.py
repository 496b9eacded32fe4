"""Serves a folder of built pages on the loopback address, for engines that only build."""

from __future__ import annotations

import logging
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

from reviewer.site.serving.command import HOST

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)


class _Handler(SimpleHTTPRequestHandler):
    """Pages that are never kept, so that a reload shows what was built last."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        _log.debug(format, *args)


class StaticServer:
    """One folder on one port."""

    def __init__(self, folder: Path, port: int) -> None:
        self._server = ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(folder)))
        self._thread = Thread(target=self._server.serve_forever, name="built site", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
