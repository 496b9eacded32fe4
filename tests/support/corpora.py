"""Where the large test data lies, on machines that have it.

The data is not part of the project: whatever reads it is skipped without it,
and has a small committed sibling that is not.
"""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


@cache
def shared() -> Path | None:
    """The folder ``shared`` beside the checkout, if it is there."""
    folder = REPOSITORY.parent / "shared"
    return folder if folder.is_dir() else None


@cache
def corpora() -> Path | None:
    """The unpacked test data (``dev/`` and ``conformance/``), if it is there."""
    folder = shared()
    unpack = folder / "corpora" / "unpack" if folder else None
    if unpack is None or not unpack.is_file():
        return None
    answer = subprocess.run([str(unpack)], capture_output=True, text=True, check=True)
    return Path(answer.stdout.strip())


def require_corpora() -> Path:
    """The unpacked test data; skips the test where it is absent."""
    folder = corpora()
    if folder is None:
        pytest.skip("the large test data (shared/corpora) is not on this machine")
    return folder
