"""What a few letters find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.ui.actions.folder_actions import folder_actions
from reviewer.ui.actions.post_actions import post_actions
from reviewer.ui.panels.palette.presenter import Hit, PalettePresenter
from tests.support.shell import FORD, RAIL, RATES

if TYPE_CHECKING:
    from tests.support.shell import Desk


@pytest.fixture
def palette(desk: Desk) -> PalettePresenter:
    desk.context.actions.add(*folder_actions(desk.shell), *post_actions(desk.shell))
    return PalettePresenter(desk.context)


def found(palette: PalettePresenter, text: str) -> list[Hit]:
    told: list[list[Hit]] = []
    disconnect = palette.found.connect(told.append)
    palette.find(text)
    disconnect()
    (hits,) = told
    return hits


def test_a_command_is_found_by_its_beginning(palette: PalettePresenter) -> None:
    first = found(palette, "open f")[0]
    assert (first.action, first.shortcut) == ("open-folder", "Ctrl+O")


def test_a_post_is_found_by_a_slip_of_the_pen(palette: PalettePresenter) -> None:
    assert RATES in [hit.path for hit in found(palette, "rtaes stay")]


def test_a_post_with_every_word_stands_before_a_command_that_is_merely_like_it(
    palette: PalettePresenter,
) -> None:
    hits = found(palette, "rail strike")
    assert hits[0].path == RAIL


def test_behind_a_bracket_only_commands_are_found(palette: PalettePresenter) -> None:
    hits = found(palette, "> s")
    assert hits
    assert not [hit for hit in hits if hit.path]


def test_nothing_typed_offers_what_can_be_done_now(palette: PalettePresenter) -> None:
    hits = found(palette, "")
    assert "save" not in [hit.action for hit in hits]
    assert FORD in [hit.path for hit in hits]


def test_nonsense_finds_nothing(palette: PalettePresenter) -> None:
    assert found(palette, "qqqqqzzz") == []


def test_picking_shows_the_post(desk: Desk, palette: PalettePresenter) -> None:
    palette.pick(next(hit for hit in found(palette, "rates") if hit.path == RATES))
    assert desk.current.path == RATES


def test_picking_does_what_a_command_says(desk: Desk, palette: PalettePresenter) -> None:
    palette.pick(found(palette, "copy path")[0])
    assert desk.copied == [str(desk.root / desk.current.path)]
