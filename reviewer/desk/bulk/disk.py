"""The steps in which the files of a batch reach the disk, each on its own.

Flushing is what takes the time. All files are written beside their targets
before the first target is touched: then the flushes of many files can wait
together (the disk groups them), and the commonest failure, a full disk, shows
while every post is still as it was.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from reviewer.site import storage


class Disk:
    """What a transaction does to files; raises ``OSError``."""

    def write(self, temporary: str, data: bytes, model: str) -> None:
        """Write a new file that has the mode, owner and attributes of ``model``."""
        with open(temporary, "xb") as file:
            file.write(data)
        storage.take_on(temporary, model)

    def flush(self, file: str) -> None:
        """Wait until a file is on the disk."""
        handle = os.open(file, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def digest(self, file: str) -> str:
        """What a file holds; nothing where there is none."""
        try:
            with open(file, "rb") as opened:
                return sha256(opened.read()).hexdigest()
        except FileNotFoundError:
            return ""

    def replace(self, temporary: str, target: str) -> None:
        """Put a file in the place of another in one step."""
        os.replace(temporary, target)

    def remove(self, temporary: str) -> None:
        """Take away a file, if it is there."""
        Path(temporary).unlink(missing_ok=True)

    def flush_folder(self, folder: str) -> None:
        """Make the replacing in a folder last."""
        storage.flush_folder(Path(folder))
