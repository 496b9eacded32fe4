"""Decisions on disk: each a line more, whoever else writes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from reviewer.desk.reviews.deciding import Desk, known
from reviewer.desk.reviews.texts import SignedTexts
from reviewer.site.reviews.decisions import APPROVED, OPEN, REQUESTED, file_of
from reviewer.site.storage import StorageError, Stored

if TYPE_CHECKING:
    from pathlib import Path

TEXT = Stored.of(b"---\ntitle: A\n---\nBody\n")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "site").mkdir()
    return Desk(tmp_path / "site", "Ann", SignedTexts(tmp_path / "state"))


def test_a_decision_says_who_and_about_which_text(desk: Desk) -> None:
    made = desk.decide("_posts/a.md", APPROVED, TEXT)
    assert known(desk.root, "_posts/a.md") == (made,)
    assert (made.author, made.digest) == ("Ann", TEXT.digest)
    assert made.date.endswith("Z")


def test_decisions_add_up(desk: Desk) -> None:
    desk.decide("a.md", APPROVED, TEXT)
    desk.decide("a.md", REQUESTED, TEXT, "Which source?")
    assert [each.state for each in known(desk.root, "a.md")] == [APPROVED, REQUESTED]


def test_a_file_without_a_last_line_end_is_gone_on_with(desk: Desk) -> None:
    desk.decide("a.md", APPROVED, TEXT)
    file = desk.root / file_of("a.md")
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    desk.decide("a.md", OPEN, TEXT)
    assert len(known(desk.root, "a.md")) == 2


def test_no_line_is_lost_where_many_decide_at_once(desk: Desk) -> None:
    with ThreadPoolExecutor(4) as pool:
        notes = [str(number) for number in range(12)]
        list(pool.map(lambda note: desk.decide("a.md", REQUESTED, TEXT, note), notes))
    assert sorted(each.note for each in known(desk.root, "a.md")) == sorted(notes)


def test_nothing_is_known_of_a_post_that_nobody_read(desk: Desk) -> None:
    assert known(desk.root, "a.md") == ()


def test_a_folder_in_the_way_is_an_error_in_plain_words(desk: Desk) -> None:
    (desk.root / ".reviewer").write_text("a file", encoding="utf-8")
    with pytest.raises(StorageError):
        desk.decide("a.md", APPROVED, TEXT)


def test_the_approved_text_is_kept(desk: Desk) -> None:
    desk.decide("a.md", APPROVED, TEXT)
    assert desk.texts.text(TEXT.digest) == TEXT.data


def test_a_damaged_text_is_as_good_as_gone(desk: Desk, tmp_path: Path) -> None:
    desk.texts.keep(TEXT.data)
    (file,) = (tmp_path / "state").rglob("*.z")
    file.write_bytes(file.read_bytes()[:9])
    assert desk.texts.text(TEXT.digest) is None


def test_what_is_no_digest_leads_nowhere(desk: Desk) -> None:
    assert desk.texts.text("../../etc/passwd") is None


def test_a_text_that_cannot_be_kept_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    texts = SignedTexts(tmp_path / "state")
    texts.keep(TEXT.data)
    assert texts.text(TEXT.digest) is None
