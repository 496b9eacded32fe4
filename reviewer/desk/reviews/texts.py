"""The texts that were signed off, by their digests, in the user's state folder.

They do not age as the local history does: what was approved two years ago is
still what a change is compared with. A text that cannot be kept never stands in
the way of an approval; then there is only nothing to compare with.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import zlib
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from platformdirs import user_state_path

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)
_DIGEST = re.compile(r"[0-9a-f]{64}")
LARGEST = 1 << 28
"""Bytes that a text may unpack to: a damaged file must not fill the memory."""


class SignedTexts:
    """The signed texts of all folders of this user; nothing is written before the first."""

    def __init__(self, state: Path | None = None) -> None:
        base = state if state is not None else user_state_path("reviewer", appauthor=False)
        self._folder = base / "signed"

    def keep(self, data: bytes) -> None:
        """Keep a text; never raises for the disk's sake."""
        place = self._place(sha256(data).hexdigest())
        beside = place.with_name(f"{secrets.token_hex(6)}.tmp")
        try:
            if place.exists():
                return
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside.write_bytes(zlib.compress(data))
            os.replace(beside, place)
        except OSError as error:
            _log.warning("a signed text was not kept: %s", error)
            with suppress(OSError):
                beside.unlink()

    def text(self, digest: str) -> bytes | None:
        """The text with this digest; ``None`` where it is gone, damaged, or was never here."""
        if not _DIGEST.fullmatch(digest):
            return None
        try:
            data = zlib.decompressobj().decompress(self._place(digest).read_bytes(), LARGEST)
        except (OSError, zlib.error):
            return None
        return data if sha256(data).hexdigest() == digest else None

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest}.z"
