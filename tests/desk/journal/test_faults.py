"""A part of what ``tests.measure.faults`` does with every error and in the kernel's name."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from reviewer.desk.journal import pages
from tests.measure.faults import SCENARIOS, filling_disk, raising, writing_little

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def small_journals(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Journals that are rewritten soon; the trials set the state folder themselves."""
    monkeypatch.setattr(pages, "ROOM", 500)
    monkeypatch.setattr(pages, "SPARE", 1)
    with monkeypatch.context() as patched:
        patched.setenv("XDG_STATE_HOME", "")
        yield


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_failing_call_loses_anything(name: str) -> None:
    result = raising(name, (errno.ENOSPC,))
    assert result.trials > 10
    assert not result.wrong


@pytest.mark.parametrize("name", SCENARIOS)
def test_short_writes_are_gone_on_with(name: str) -> None:
    assert not writing_little(name).wrong


def test_a_disk_that_is_really_full_loses_nothing() -> None:
    result = filling_disk()
    if not result.trials:
        pytest.skip("a small file system cannot be mounted here")
    assert result.refused
    assert not result.wrong
