"""Accepting findings and taking that back, over a folder on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.checks import baseline, waivers
from tests.support.shell import RAIL, Desk, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.desk.open_post import OpenPost


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make_desk(tmp_path)
    desk.shell.open_folder(desk.root)
    desk.workspace.show(desk.workspace.load(RAIL))
    return desk


def shown(desk: Desk) -> OpenPost:
    assert desk.workspace.current is not None
    return desk.workspace.current


def accept(desk: Desk, reason: str | None) -> None:
    desk.answers.text = reason
    desk.context.waive_asked.emit(shown(desk).findings[0])


def test_an_accepted_finding_counts_neither_in_the_post_nor_in_the_list(desk: Desk) -> None:
    before = shown(desk).findings
    accept(desk, "The calendar of the source.")
    assert shown(desk).findings == before[1:]
    assert desk.row(RAIL).errors == sum(each.severity.label == "error" for each in before[1:])


def test_the_waiver_names_reason_author_and_day(desk: Desk) -> None:
    accept(desk, "  The calendar of the source. ")
    (waiver,) = waivers.load(desk.root).by_post[RAIL].values()
    assert waiver.reason == "The calendar of the source."
    assert waiver.author
    assert waiver.date


@pytest.mark.parametrize("reason", [None, " "])
def test_nothing_is_accepted_without_a_reason(desk: Desk, reason: str | None) -> None:
    accept(desk, reason)
    assert not (desk.root / ".reviewer").exists()


def test_taken_back_it_counts_again_and_leaves_nothing_behind(desk: Desk) -> None:
    before = shown(desk).findings
    accept(desk, "So be it.")
    ((_finding, waiver),) = shown(desk).accepted
    desk.context.unwaive_asked.emit(waiver)
    assert (shown(desk).findings, shown(desk).accepted) == (before, ())
    assert not (desk.root / waivers.FOLDER).exists()


def test_with_a_baseline_only_new_findings_count(desk: Desk) -> None:
    desk.shell.waiving.begin_baseline()
    assert desk.shell.waiving.has_baseline()
    assert (shown(desk).findings, desk.row(RAIL).errors) == ((), 0)


def test_without_it_all_findings_count_again(desk: Desk) -> None:
    before = shown(desk).findings
    desk.shell.waiving.begin_baseline()
    desk.shell.waiving.end_baseline()
    assert shown(desk).findings == before
    assert not (desk.root / baseline.FILE).exists()
