"""What the form asks of the folder on the desk and of its index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reviewer.desk.workspace import Workspace
from reviewer.schema.field import Field, Option, Reference
from reviewer.schema.inherited import Inherited
from reviewer.schema.schema import Schema
from reviewer.schema.surroundings import Surroundings
from reviewer.site.engines.detection import detect
from reviewer.site.folder import Folder
from reviewer.site.index.messages import FIELD, Answer, Choice, Group, Row, Rows, Scope
from reviewer.ui.panels.form.neighbourhood import Desk, Sought, counted
from tests.support.scripted_librarian import ScriptedLibrarian

if TYPE_CHECKING:
    from collections.abc import Callable

NOWHERE = Path("/nowhere")


class Counting(ScriptedLibrarian):
    """Has counted the values of one field, some of which are empty."""

    def values(self, field: str, told: Callable[[Answer], None]) -> None:
        choices = [Choice(Scope(FIELD, field, raw), raw or "(empty)", 7) for raw in ("news", "")]
        told(Answer(0, Group(field, tuple(choices))))


class Folderful:
    """A folder of two posts, and what is found in it."""

    def __init__(self) -> None:
        self.librarian = Counting()
        self.workspace = Workspace(self.librarian)
        self.workspace.open_folder(Folder(NOWHERE, detect(NOWHERE)))
        rows = (Row(0, "posts/2026-old.md", "Old news"), Row(1, "authors/bo.md", "Bo"))
        self.librarian.tell(Rows(rows, 2, 2))
        self.desk = Desk(self.workspace)

    def found_by(self, reference: Reference | None, text: str) -> tuple[Option, ...]:
        told: list[tuple[Option, ...]] = []
        field = Field("tags", kind="reference", reference=reference)
        self.desk.seek(Sought("tags", field, text), told.append)
        if self.librarian.searches:
            self.librarian.answer(0, 1)
        return told[0]


@pytest.fixture
def full() -> Folderful:
    return Folderful()


def test_posts_are_named_by_their_slug_and_shown_by_their_title(full: Folderful) -> None:
    found = full.found_by(Reference(), "old")
    assert found == (Option("2026-old", "Old news"), Option("bo", "Bo"))


def test_a_reference_may_store_the_path(full: Folderful) -> None:
    found = full.found_by(Reference(value="path"), "old")
    assert [each.value for each in found] == ["posts/2026-old.md", "authors/bo.md"]


def test_a_reference_into_a_folder_is_sought_there(full: Folderful) -> None:
    full.found_by(Reference(folder="authors/"), "b")
    assert full.librarian.searches[-1].scope == Scope("folder", "authors")


def test_only_posts_of_the_type_that_is_wanted_are_offered(full: Folderful) -> None:
    full.workspace.schema = Schema()
    assert full.found_by(Reference(content_type="people"), "b") == ()


def test_what_is_no_reference_is_completed_from_the_values_with_their_counts(
    full: Folderful,
) -> None:
    assert full.found_by(None, "") == (Option("news", "", 7),)
    assert full.found_by(Reference(value="name"), "") == (Option("news", "", 7),)


def test_known_options_keep_their_place_and_name_when_they_are_counted() -> None:
    known = (Option("n", "News"), Option(3))
    found = (Option("x", "", 9), Option("3", "", 5), Option("n", "", 2))
    named = (Option("n", "News", 2), Option(3, "", 5))
    assert counted(known, found, others=False) == named
    assert counted(known, found, others=True) == (*named, Option("x", "", 9))


def test_inherited_values_come_from_the_configuration(full: Folderful) -> None:
    assert full.desk.inherited("a.md") == {}
    around = Surroundings(inherited=(Inherited({"layout": "post"}),))
    full.workspace.schema = Schema(around=around)
    assert full.desk.inherited("a.md") == {"layout": "post"}


def test_files_are_those_of_the_folder(full: Folderful) -> None:
    media = full.desk.media("posts/a.md", "img")
    assert media is not None
    assert (media.root, media.post, media.folder) == (NOWHERE, "posts/a.md", "img")
