"""The Changes tab compared with what was signed off, over a site on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.document.operations import SetValue
from reviewer.ui.panels.changes.presenter import SAVED, SIGNED, ChangesPresenter
from tests.support.shell import FORD, RATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.changes.rows import Row
    from tests.support.shell import Desk


class Shown:
    """What the view was told last."""

    rows: Sequence[Row] = ()
    text = ""
    base = SAVED
    offered = False

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def show_summary(self, text: str, *, changed: bool) -> None:
        self.text = text

    def show_bases(self, base: str, *, offered: bool) -> None:
        self.base, self.offered = base, offered

    @property
    def signs(self) -> list[str]:
        return [f"{row.sign}{row.text}" for row in self.rows if row.hunk >= 0]


@pytest.fixture
def view() -> Shown:
    return Shown()


@pytest.fixture
def changes(desk: Desk, view: Shown) -> ChangesPresenter:
    presenter = ChangesPresenter(desk.context, view)
    presenter.show()
    return presenter


def retitled(desk: Desk) -> None:
    """Approve a post, then save it with another title."""
    post = desk.show(FORD)
    desk.shell.reviewing.approve()
    post.edit(SetValue(("title",), "Other talks"), label="Title")
    desk.shell.saving.save_current()


def test_nothing_is_offered_for_a_post_that_nobody_signed_off(
    desk: Desk, changes: ChangesPresenter, view: Shown
) -> None:
    desk.show(RATES)
    assert not view.offered


def test_what_was_saved_since_is_shown(desk: Desk, changes: ChangesPresenter, view: Shown) -> None:
    retitled(desk)
    assert view.offered
    assert view.signs == []
    changes.compare_with(SIGNED)
    assert view.signs == ["−title: Ford talks", "+title: Other talks"]
    assert "Changed since then: title." in view.text


def test_what_was_signed_off_is_not_reverted_by_change(
    desk: Desk, changes: ChangesPresenter, view: Shown
) -> None:
    retitled(desk)
    changes.compare_with(SIGNED)
    changes.revert_hunk(0)
    assert desk.current.post.data["title"] == "Other talks"


def test_another_post_is_compared_with_its_file_again(
    desk: Desk, changes: ChangesPresenter, view: Shown
) -> None:
    retitled(desk)
    changes.compare_with(SIGNED)
    desk.show(RATES)
    assert (view.base, view.offered) == (SAVED, False)


def test_a_text_that_is_gone_is_said_to_be_gone(
    desk: Desk,
    changes: ChangesPresenter,
    view: Shown,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "reviewer.desk.reviews.texts.SignedTexts.text", lambda _texts, _digest: None
    )
    retitled(desk)
    changes.compare_with(SIGNED)
    assert "not on this computer any more" in view.text
    assert view.signs == []
