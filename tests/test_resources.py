"""The bundled files are found, and a missing one is told in plain words."""

from __future__ import annotations

import pytest

from reviewer.errors import ReviewerError
from reviewer.resources import resource, resources


def test_a_bundled_folder_is_found_in_the_checkout() -> None:
    assert resource("sample-site").parent == resources()


def test_a_missing_file_says_what_to_do() -> None:
    with pytest.raises(ReviewerError, match="nowhere/at-all is missing"):
        resource("nowhere/at-all")
