"""All safe fixes of a post as one step, and a rule switched off, over a folder on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix
from reviewer.ui.flows.ignoring import Ignoring
from reviewer.ui.flows.mending import Mending, mend
from tests.support.held_tasks import HeldTasks
from tests.support.shell import FORD, Desk, make_desk
from tests.support.sites import post

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.ui.context import Notice

MARKED = "See [this](https://a.site/?utm_source=chatgpt.com) and that【4†source】.\n"
ODD = "_posts/2026-02-02-odd.md"


def make(folder: Path, tasks: HeldTasks | None = None) -> Desk:
    desk = make_desk(folder, tasks)
    (desk.root / ODD).write_text(post("title: Odd\ndate: 2026-02-02", MARKED), encoding="utf-8")
    desk.shell.open_folder(desk.root)
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make(tmp_path)
    desk.show(ODD)
    return desk


def sources(desk: Desk) -> set[str]:
    return {each.source for each in desk.current.findings}


def test_all_safe_fixes_are_one_step(desk: Desk) -> None:
    before = desk.current.post.text
    notices: list[Notice] = []
    desk.context.notices.connect(notices.append)
    Mending(desk.context).mend_all()
    assert desk.current.post.text == before.replace("?utm_source=chatgpt.com", "").replace(
        "【4†source】", ""
    )
    assert notices[0].text == "2 problems mended"
    assert notices[0].run is not None
    notices[0].run()
    assert desk.current.post.text == before
    assert not desk.current.can_undo


def test_undo_in_the_notice_leaves_later_edits_alone(desk: Desk) -> None:
    notices: list[Notice] = []
    desk.context.notices.connect(notices.append)
    Mending(desk.context).mend_all()
    desk.current.edit_text([TextEdit(Span(0, 0), "")], label="Typing")
    desk.current.edit_text(
        [TextEdit(Span(len(desk.current.post.text), len(desk.current.post.text)), "x")],
        label="Typing",
    )
    typed = desk.current.post.text
    assert notices[0].run is not None
    notices[0].run()
    assert desk.current.post.text == typed


def test_a_post_without_safe_fixes_says_so(desk: Desk) -> None:
    desk.show(FORD)
    Mending(desk.context).mend_all()
    assert desk.notices[-1] == "Nothing here can be mended safely."
    assert not desk.current.is_dirty


def test_what_was_typed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    tasks = HeldTasks()
    desk = make(tmp_path, tasks)
    tasks.finish()
    desk.context.navigation.go_to_post(ODD)
    tasks.finish()
    Mending(desk.context).mend_all()
    end = len(desk.current.post.text)
    desk.current.edit_text([TextEdit(Span(end, end), "More.\n")], label="Typing")
    typed = desk.current.post.text
    tasks.finish()
    assert desk.current.post.text == typed
    assert "changed meanwhile" in desk.notices[-1]


def test_a_fix_for_another_text_changes_nothing(desk: Desk) -> None:
    before = desk.current.post.text
    assert not mend(desk.context, Fix("Mend", edits=(TextEdit(Span(0, 3), ""),), text="other"))
    assert desk.current.post.text == before
    assert desk.notices[-1].endswith("The post is looked at again.")


def test_a_rule_that_is_switched_off_finds_nothing_until_that_is_taken_back(desk: Desk) -> None:
    notices: list[Notice] = []
    desk.context.notices.connect(notices.append)
    assert "citation-debris" in sources(desk)
    desk.answers.on_ignore = True
    Ignoring(desk.context).ignore("citation-debris", "Citation marks")
    assert "citation-debris" not in sources(desk)
    assert notices[0].run is not None
    notices[0].run()
    assert "citation-debris" in sources(desk)
    assert not (desk.root / "reviewer.yml").exists()


def test_a_rule_stays_on_where_the_editor_would_rather_not(desk: Desk) -> None:
    Ignoring(desk.context).ignore("citation-debris", "Citation marks")
    assert not (desk.root / "reviewer.yml").exists()
