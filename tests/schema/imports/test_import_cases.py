"""Each format whole: a folder with every attribute that is known, and what comes of it.

The expected text stands beside the folder; every line of it was judged by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.imports import all_shown

CASES = Path(__file__).parents[2] / "cases" / "imports"
FOLDERS = sorted(each.stem for each in CASES.glob("*.expected"))


@pytest.mark.parametrize("name", FOLDERS)
def test_configuration_becomes_the_expected_types_and_notices(name: str) -> None:
    assert all_shown(CASES / name) == (CASES / f"{name}.expected").read_text("utf-8")


def test_every_folder_of_cases_is_compared() -> None:
    assert sorted(each.name for each in CASES.iterdir() if each.is_dir()) == FOLDERS
