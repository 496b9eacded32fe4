"""What stands above the editor and at the bottom of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.operations import SetValue
from reviewer.render.flavours.registry import flavour_for
from reviewer.ui.flows.reading import Phase, State
from reviewer.ui.panels.header.presenter import HeaderPresenter
from reviewer.ui.panels.statusbar.presenter import StatusPresenter
from tests.support.shell import DRAFT, FORD, RATES

if TYPE_CHECKING:
    from tests.support.shell import Desk


def test_header_names_the_post_and_counts_changes(desk: Desk) -> None:
    header = HeaderPresenter(desk.context, desk.shell.reviewing)
    desk.show(FORD).edit(SetValue(("title",), "Other"), label="Title")
    assert (header.heading.title, header.heading.path) == ("Other", FORD)
    assert dict(header.heading.tabs)["changes"] == "Changes 1"


def test_header_counts_problems(desk: Desk) -> None:
    header = HeaderPresenter(desk.context, desk.shell.reviewing)
    desk.show(FORD)
    assert dict(header.heading.tabs)["problems"] == "Problems"
    desk.current.edit(SetValue(("date",), "2026-02-31"), label="Date")
    assert dict(header.heading.tabs)["problems"] == "Problems 1"


def test_status_tells_how_far_reading_has_come(desk: Desk) -> None:
    status = StatusPresenter(desk.context)
    assert status.folder(State(Phase.READING, 1200, 2400)) == "Reading 1,200 of 2,400 posts"
    assert status.folder(State(Phase.READING)) == "Looking for posts"
    assert status.folder(State(Phase.EXAMINING, 3000, 10000)) == "Reading texts, 3,000 of 10,000"
    assert status.folder(desk.shell.reading.state) == "4 posts checked"


def test_status_counts_changed_fields_and_text(desk: Desk) -> None:
    status = StatusPresenter(desk.context)
    post = desk.show(FORD)
    assert status.changes() == ""
    post.edit([SetValue(("title",), "A"), SetValue(("category",), "B")], label="Two")
    assert status.changes() == "2 fields changed, not saved"
    post.edit_text(post.post.with_body("Other.\n").edits, label="Body")
    assert status.changes() == "2 fields and text changed, not saved"


def test_status_remembers_other_unsaved_posts(desk: Desk) -> None:
    status = StatusPresenter(desk.context)
    desk.show(FORD).edit(SetValue(("title",), "A"), label="Title")
    desk.show(RATES)
    assert status.changes() == "1 post not saved"


def test_status_names_encoding_line_ends_and_format(desk: Desk) -> None:
    desk.show(FORD)
    assert StatusPresenter(desk.context).format() == "UTF-8 · LF · YAML"


def test_a_broken_post_is_named_by_what_can_be_known(desk: Desk) -> None:
    header = HeaderPresenter(desk.context, desk.shell.reviewing)
    desk.show(DRAFT)
    assert header.heading.title
    assert header.heading.path == DRAFT


def test_status_names_the_flavour_and_what_the_site_sets_of_it(desk: Desk) -> None:
    folder = desk.context.workspace.folder
    assert folder is not None
    label, details = StatusPresenter(desk.context).flavour()
    flavour = flavour_for(folder.engine.name, folder.engine.config, folder.root)
    assert label == flavour.label
    assert details.splitlines() == [f"Read as {folder.engine.label} reads it", *flavour.notes]
