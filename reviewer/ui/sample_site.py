"""The user's own copy of the sample site: the bundled one is never edited."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from reviewer.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

NAME = "sample-site"


def sample_site() -> Path:
    """The copy in the user's data folder, made where there is none yet."""
    copy = user_data_path("reviewer", appauthor=False) / NAME
    if not copy.is_dir():
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(resource(NAME), copy)
    return copy
