"""What the window remembers between two runs, each value with its type.

QSettings hands back whatever its backend made of a value (on Linux the text
"true" for True), so nothing else reads it directly.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

RECENT_LIMIT = 10


class Settings:
    """Typed reading and writing over a QSettings."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def text(self, key: str, default: str = "") -> str:
        """The text kept under ``key``."""
        value = self._store.value(key)
        return value if isinstance(value, str) else default

    def flag(self, key: str, default: bool = False) -> bool:
        """The yes or no kept under ``key``."""
        return {"true": True, "false": False}.get(str(self._store.value(key)).lower(), default)

    def number(self, key: str, default: int = 0) -> int:
        """The whole number kept under ``key``."""
        try:
            return int(str(self._store.value(key)))
        except ValueError:
            return default

    def texts(self, key: str) -> list[str]:
        """The list of texts kept under ``key``; a single one comes back bare from some backends."""
        value = self._store.value(key)
        if isinstance(value, str):
            return [value] if value else []
        return [str(item) for item in value] if isinstance(value, list) else []

    def state(self, key: str) -> QByteArray:
        """The window or splitter state kept under ``key``; empty where there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | bool | int | list[str] | QByteArray) -> None:
        """Remember ``value`` under ``key``."""
        self._store.setValue(key, value)

    def forget(self, key: str) -> None:
        """Remember nothing under ``key``."""
        self._store.remove(key)

    @property
    def recent_folders(self) -> list[Path]:
        """Folders opened lately, the last one first."""
        return [Path(text) for text in self.texts("folders/recent")]

    def remember_folder(self, folder: Path) -> None:
        """Put ``folder`` first among the recent ones."""
        others = [known for known in self.recent_folders if known != folder]
        self.keep("folders/recent", [str(one) for one in [folder, *others][:RECENT_LIMIT]])

    def forget_folders(self) -> None:
        """Empty the list of recent folders."""
        self.forget("folders/recent")
