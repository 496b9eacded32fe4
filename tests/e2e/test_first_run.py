"""The first start: a copy of the sample site, the bundled one untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.resources import resource
from reviewer.ui.automation.waiting import until
from reviewer.ui.flows.reading import Phase

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.e2e.driver import Editor


def open_sample(editor: Editor) -> Path:
    """Start as without arguments; returns the folder that is open then."""
    shell = editor.scene.window.shell
    shell.open_sample()
    until(lambda: shell.reading.state.phase is Phase.CHECKED, "the sample site is read")
    editor.scene.settle()
    folder = editor.scene.context.workspace.folder
    assert folder is not None
    return folder.root


def test_the_sample_site_opens_as_a_copy(
    newcomer: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    root = open_sample(newcomer)
    assert root != resource("sample-site")
    assert root.is_relative_to(tmp_path / "data")


def test_the_sample_site_shows_posts_with_problems(
    newcomer: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    open_sample(newcomer)
    rows = list(newcomer.scene.context.workspace.catalogue)
    assert len(rows) >= 11
    assert any(row.errors for row in rows)
    assert any(row.warnings for row in rows)


def test_the_topmost_post_is_shown_at_once(
    newcomer: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    open_sample(newcomer)
    assert newcomer.post.path == newcomer.listed()[0]
