"""What is unsaved on the desk stays on record, whatever becomes of its file."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from reviewer.desk.journal.finding import claim
from reviewer.desk.journal.journal import Journal
from reviewer.desk.journal.recorder import Recorder
from reviewer.desk.workspace import Workspace
from reviewer.document.operations import SetValue
from reviewer.site.folder import Folder
from reviewer.site.index.messages import Moved, Row, Rows
from tests.support.scripted_librarian import ScriptedLibrarian
from tests.support.sites import write_site

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "---\ntitle: A\n---\n"


def test_a_post_that_moves_with_unsaved_edits_stays_on_record(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", {"one.md": TEXT, "two.md": TEXT})
    librarian = ScriptedLibrarian()
    workspace = Workspace(librarian)
    with closing(Journal(tmp_path / "journal")) as journal:
        Recorder(workspace, journal)
        workspace.open_folder(Folder.open(root))
        librarian.tell(Rows((Row(1, "one.md", "A"), Row(2, "two.md", "A")), 2, 2))
        one, two = (workspace.lay(workspace.load(name)) for name in ("one.md", "two.md"))
        one.edit(SetValue(("title",), "Mine"), label="Title")
        (root / "one.md").rename(root / "moved.md")
        librarian.tell(Moved(1, "moved.md"))
        two.edit(SetValue(("title",), "Other"), label="Title")
        assert journal.flush()
    (found,) = claim(tmp_path / "journal")
    titles = {work.place.path: work.text for work in found.works}
    found.release()
    assert titles == {
        "moved.md": TEXT.replace("A", "Mine"),
        "two.md": TEXT.replace("A", "Other"),
    }
