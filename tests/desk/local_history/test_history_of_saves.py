"""Every way of saving keeps the text that it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.cli.main import main
from reviewer.desk.local_history.keeping import LocalHistory
from reviewer.desk.workspace import Workspace
from reviewer.document.operations import SetValue
from reviewer.site import storage
from reviewer.site.folder import Folder
from tests.support.scripted_librarian import ScriptedLibrarian

if TYPE_CHECKING:
    from pathlib import Path

OLD = b"---\ntitle: Old\n---\nwords\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "_config.yml").write_text("title: x\n", encoding="utf-8")
    (site / "a.md").write_bytes(OLD)
    return site


@pytest.fixture
def desk(root: Path) -> Workspace:
    workspace = Workspace(ScriptedLibrarian())
    workspace.open_folder(Folder.open(root))
    workspace.show(workspace.load("a.md"))
    return workspace


def kept(root: Path) -> list[bytes | None]:
    past = LocalHistory(root.resolve())
    digest = storage.read(root / "a.md").digest
    return [past.content(version) for version in past.versions("a.md", digest)]


def title(desk: Workspace, text: str) -> None:
    assert desk.current is not None
    desk.current.edit(SetValue(("title",), text), label="Title")


def test_a_save_keeps_the_former_text_and_when_it_was_written(desk: Workspace, root: Path) -> None:
    written = (root / "a.md").stat().st_mtime
    title(desk, "New")
    assert desk.current is not None
    assert desk.past is not None
    desk.save(desk.current)
    assert kept(root) == [OLD]
    assert desk.past.versions("a.md", None)[0].written == written


def test_overwriting_somebody_elses_text_keeps_it(desk: Workspace, root: Path) -> None:
    title(desk, "New")
    (root / "a.md").write_bytes(b"theirs")
    assert desk.current is not None
    desk.save(desk.current, overwrite=True)
    assert kept(root) == [b"theirs"]


def test_a_save_that_fails_keeps_nothing(desk: Workspace, root: Path) -> None:
    title(desk, "New")
    (root / "a.md").write_bytes(b"theirs")
    assert desk.current is not None
    with pytest.raises(storage.ChangedOnDisk):
        desk.save(desk.current)
    assert kept(root) == []


def test_editing_by_command_keeps_the_former_text(root: Path) -> None:
    assert main(["edit", str(root / "a.md"), "--set", "title=New"]) == 0
    assert kept(root) == [OLD]


def test_undoing_it_keeps_the_text_that_was_undone(root: Path) -> None:
    main(["edit", str(root / "a.md"), "--set", "title=New"])
    new = (root / "a.md").read_bytes()
    assert main(["edit", "--undo", str(root)]) == 0
    assert kept(root) == [new, OLD]
