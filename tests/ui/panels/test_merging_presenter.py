"""What the card above a post says and does, without Qt."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest

from reviewer.document.merge import Choice
from reviewer.document.operations import SetValue
from reviewer.site.index.messages import Gone, Row, Rows, Touched
from reviewer.ui.panels.merging.card import Deed
from reviewer.ui.panels.merging.card import Row as Line
from reviewer.ui.panels.merging.presenter import MergingPresenter
from tests.support.scripted_librarian import ScriptedLibrarian
from tests.support.shell import FORD, RATES, SITE, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.ui.panels.merging.card import Card

SAVED = SITE[FORD].encode()


class Bench:
    """A desk with a post and its card."""

    def __init__(self, folder: Path) -> None:
        self.librarian = ScriptedLibrarian()
        self.desk = make_desk(folder, librarian=self.librarian)
        self.desk.shell.open_folder(self.desk.root)
        self.librarian.tell(Rows((Row(1, FORD, "Ford talks"),), 1, 1))
        self.post = self.desk.show(FORD)
        self.shown: Card | None = None
        self.presenter = MergingPresenter(self.desk.shell, self)

    def show_card(self, card: Card | None) -> None:
        self.shown = card

    @property
    def card(self) -> Card:
        assert self.shown is not None, "there is no card"
        return self.shown

    @property
    def deeds(self) -> list[Deed]:
        return [offer.deed for offer in self.card.offers]

    def edit(self, field: str, value: str) -> None:
        self.post.edit(SetValue((field,), value), label="Edit")

    def rewrite(self, *changes: tuple[str, str]) -> None:
        """Another program changes the post."""
        data = self.desk.on_disk(FORD)
        for old, new in changes:
            data = data.replace(old.encode(), new.encode())
        (self.desk.root / FORD).write_bytes(data)
        self.librarian.tell(Touched((FORD,)))

    def contest(self) -> None:
        """Both change the title; theirs changes the category, too."""
        self.edit("title", "Mine")
        self.rewrite(("Ford talks", "Theirs"), ("News", "Policy"))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_without_changes_on_disk_there_is_no_card(bench: Bench) -> None:
    bench.edit("title", "Mine")
    assert bench.shown is None


def test_a_clean_reload_is_not_worth_a_card(bench: Bench) -> None:
    bench.rewrite(("News", "Policy"))
    assert bench.shown is None


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ([("News", "Policy")], "category taken"),
        ([("News", "Policy"), ("[ev]", "[cars]")], "category and tags, item 1 taken"),
        (
            [("News", "Policy"), ("[ev]", "[cars]"), ("+0000", "+0100"), ("date:", "x: 1\ndate:")],
            "4 changes taken",
        ),
    ],
)
def test_what_was_taken_from_disk_is_named(
    bench: Bench, changes: list[tuple[str, str]], what: str
) -> None:
    bench.edit("title", "Mine")
    bench.rewrite(*changes)
    assert what in bench.card.title
    assert bench.card.title.startswith("Changed on disk by another program: ")
    assert bench.card.title.endswith("; your changes kept.")


def test_the_fields_unfold(bench: Bench) -> None:
    bench.edit("title", "Mine")
    bench.rewrite(("News", "Policy"))
    assert bench.card.rows == ()
    bench.presenter.do(Deed.UNFOLD)
    assert bench.card.rows == (Line("title", "Merged: yours"), Line("category", "Merged: theirs"))


def test_undo_and_merge_again(bench: Bench) -> None:
    bench.edit("title", "Mine")
    bench.rewrite(("News", "Policy"))
    bench.presenter.do(Deed.UNDO)
    assert bench.post.post.data["category"] == "News"
    assert "Saving undoes it" in bench.card.title
    bench.presenter.do(Deed.REDO)
    assert bench.post.post.data["category"] == "Policy"


def test_undo_is_offered_only_while_it_would_undo_the_merge(bench: Bench) -> None:
    bench.edit("title", "Mine")
    bench.rewrite(("News", "Policy"))
    assert Deed.UNDO in bench.deeds
    bench.edit("title", "Mine too")
    assert Deed.UNDO not in bench.deeds


def test_a_card_can_be_dismissed(bench: Bench) -> None:
    bench.edit("title", "Mine")
    bench.rewrite(("News", "Policy"))
    bench.presenter.do(Deed.DISMISS)
    assert bench.shown is None


def test_a_conflict_shows_what_is_done_and_what_is_to_be_chosen(bench: Bench) -> None:
    bench.contest()
    settled, contested = bench.card.rows
    assert bench.card.title == "Changed on disk: merged by field, one left to you"
    assert settled == Line("category", "Merged: theirs")
    assert [option.label for option in contested.options] == [
        "Mine: Mine",
        "Theirs: Theirs",
        "Before: Ford talks",
    ]
    assert contested.chosen is None


def test_nothing_can_be_saved_before_all_is_chosen(bench: Bench) -> None:
    bench.contest()
    assert not bench.card.offers[0].enabled
    bench.presenter.choose(0, Choice.THEIRS)
    assert bench.card.offers[0].enabled
    assert bench.card.rows[1].chosen is Choice.THEIRS
    bench.presenter.do(Deed.SAVE)
    assert bench.desk.on_disk(FORD) == SAVED.replace(b"Ford talks", b"Theirs").replace(
        b"News", b"Policy"
    )
    assert bench.shown is None


def test_long_values_are_shown_in_full(bench: Bench) -> None:
    long = "A title that is much too long for any button"
    bench.edit("title", long)
    bench.rewrite(("Ford talks", "Theirs"))
    row = bench.card.rows[0]
    assert row.long
    assert [option.label for option in row.options] == ["Mine", "Theirs", "Before"]
    assert row.options[0].text == long


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("", "Mine: (empty)"),
        (None, "Mine: (empty)"),
        (True, "Mine: yes"),
        ([], "Mine: (empty list)"),
    ],
)
def test_values_are_said_in_plain_words(bench: Bench, value: object, shown: str) -> None:
    bench.post.edit(SetValue(("title",), value), label="Edit")
    bench.rewrite(("Ford talks", "Theirs"))
    assert bench.card.rows[0].options[0].label == shown


def test_regions_of_the_body_are_told_by_their_line(bench: Bench) -> None:
    bench.post.edit_text(bench.post.post.with_body("Mine.\n").edits, label="Typing")
    (bench.desk.root / FORD).write_bytes(bench.post.saved.with_body("Theirs.\n").to_bytes())
    bench.librarian.tell(Touched((FORD,)))
    row = bench.card.rows[-1]
    saved = bench.post.saved
    line = saved.text.count("\n", 0, saved.body_span.start) + 1
    assert row.name == f"Body, line {line}"
    assert [option.text for option in row.options][:2] == ["Mine.\n", "Theirs.\n"]


@pytest.mark.parametrize(
    ("deed", "title"),
    [(Deed.OVERWRITE, b"Mine"), (Deed.THEIRS, b"Theirs"), (Deed.BESIDE, b"Theirs")],
)
def test_there_are_other_ways_out(bench: Bench, deed: Deed, title: bytes) -> None:
    bench.contest()
    bench.presenter.do(deed)
    assert b"title: " + title + b"\n" in bench.desk.on_disk(FORD)
    assert bench.shown is None
    assert not bench.post.is_dirty


def test_a_file_that_is_gone_can_be_kept_or_closed(bench: Bench) -> None:
    (bench.desk.root / FORD).unlink()
    bench.librarian.tell(Gone(array("I", [1])))
    assert "The file is gone" in bench.card.title
    assert bench.deeds == [Deed.AGAIN, Deed.BESIDE, Deed.CLOSE]
    bench.presenter.do(Deed.CLOSE)
    assert bench.desk.workspace.current is None
    assert bench.shown is None


def test_a_post_with_edits_whose_file_is_gone_is_not_closed(bench: Bench) -> None:
    bench.edit("title", "Mine")
    (bench.desk.root / FORD).unlink()
    bench.librarian.tell(Gone(array("I", [1])))
    assert "Your edits are still here" in bench.card.title
    assert bench.deeds == [Deed.AGAIN, Deed.BESIDE]
    bench.presenter.do(Deed.AGAIN)
    assert b"title: Mine" in bench.desk.on_disk(FORD)
    assert bench.shown is None


def test_a_file_that_cannot_be_read_is_looked_at_again(bench: Bench) -> None:
    (bench.desk.root / FORD).unlink()
    (bench.desk.root / FORD).mkdir()
    bench.librarian.tell(Touched((FORD,)))
    assert "The file cannot be read" in bench.card.title
    (bench.desk.root / FORD).rmdir()
    (bench.desk.root / FORD).write_bytes(SAVED)
    bench.presenter.do(Deed.LOOK)
    assert bench.shown is None


def test_each_post_has_its_own_card(bench: Bench) -> None:
    bench.contest()
    bench.desk.show(RATES)
    assert bench.shown is None
    bench.desk.show(FORD)
    assert bench.card.rows
