"""``reviewer repair``: what is told, printed and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.cli import repair
from tests.support.commands import run

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = b"---\r\ntitle: Copper: a new high\r\n---\r\nBody: a: b\r\n"
MENDED = BROKEN.replace(b"Copper: a new high", b'"Copper: a new high"')


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "broken.md").write_bytes(BROKEN)
    (folder / "fine.md").write_bytes(b"---\ntitle: T\n---\n")
    return folder


def test_it_tells_and_writes_nothing(posts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(repair, "repair", str(posts)) == repair.WAITING
    assert capsys.readouterr().out == (
        "broken.md:2: The value of “title” holds a colon followed by a space. "
        "Put the value of “title” in quotes.\n"
    )
    assert (posts / "broken.md").read_bytes() == BROKEN


def test_the_difference_is_printed(posts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(repair, "repair", str(posts / "broken.md"), "--diff")
    assert '+title: "Copper: a new high"' in capsys.readouterr().out


def test_the_mended_post_is_written_and_nothing_else_in_it(posts: Path) -> None:
    assert run(repair, "repair", str(posts), "--write") == repair.FINE
    assert (posts / "broken.md").read_bytes() == MENDED
    assert run(repair, "repair", str(posts)) == repair.FINE


def test_a_post_that_cannot_be_mended_is_named(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "huge.md").write_bytes(b"---\n" + b"a: b: c\n" * 6000 + b"---\n")
    assert run(repair, "repair", str(posts), "--write") == repair.FAILED
    assert capsys.readouterr().err.startswith("huge.md:2: ")
    assert (posts / "broken.md").read_bytes() == MENDED


def test_a_template_is_mended_only_where_it_is_named(posts: Path) -> None:
    template = posts / "template.md"
    template.write_bytes(b"---\ntitle: {{ title }}\n---\n")
    (posts / "broken.md").unlink()
    assert run(repair, "repair", str(posts)) == repair.FINE
    assert run(repair, "repair", str(template)) == repair.WAITING
