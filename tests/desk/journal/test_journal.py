"""What is unsaved stands in a file soon, and only that."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reviewer.desk.journal import pages
from reviewer.desk.journal.finding import claim
from reviewer.desk.journal.frames import unpacked
from reviewer.desk.journal.journal import Journal
from reviewer.desk.journal.ledger import ENDING
from reviewer.desk.journal.work import Place, Work, left_by
from reviewer.document.edits import Span, TextEdit
from reviewer.document.post import Post

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

ONE, TWO = Place("/site", "one.md"), Place("/site", "two.md")
SAVED = Post.from_bytes(b"---\ntitle: A\n---\n\nText.\n")


@contextmanager
def journal_in(folder: Path) -> Iterator[Journal]:
    journal = Journal(folder)
    try:
        yield journal
    finally:
        journal.close()


def typed(text: str, saved: Post = SAVED) -> Post:
    end = len(saved.text)
    return saved.with_edits([TextEdit(Span(end, end), text)])


def on_record(folder: Path) -> dict[Place, Work]:
    """What the journals hold, read past their locks as after a crash."""
    found = {}
    for file in folder.glob(f"*{ENDING}"):
        works = left_by(unpacked(file.read_bytes()), lambda _place, _digest: None).works
        found |= {work.place: work for work in works}
    return found


def test_what_is_typed_is_on_record(tmp_path: Path) -> None:
    with journal_in(tmp_path) as journal:
        journal.note(ONE, SAVED, typed("m"))
        journal.note(ONE, SAVED, typed("more"), "A")
        journal.note(TWO, SAVED, typed("other"))
        assert journal.flush()
        found = on_record(tmp_path)
    assert {place: work.text for place, work in found.items()} == {
        ONE: SAVED.text + "more",
        TWO: SAVED.text + "other",
    }
    assert (found[ONE].base, found[ONE].title) == (SAVED.to_bytes(), "A")


def test_what_is_saved_or_undone_is_off_the_record(tmp_path: Path) -> None:
    with journal_in(tmp_path) as journal:
        journal.note(ONE, SAVED, typed("one"))
        journal.note(TWO, SAVED, typed("two"))
        assert journal.flush()
        journal.note(ONE, typed("one"), typed("one"))
        assert journal.flush()
        assert set(on_record(tmp_path)) == {TWO}
        journal.drop([TWO])
        assert journal.flush()
        assert not on_record(tmp_path)


def test_a_journal_with_nothing_in_it_goes(tmp_path: Path) -> None:
    with journal_in(tmp_path) as journal:
        journal.note(ONE, SAVED, typed("one"))
        journal.note(ONE, SAVED, SAVED)
    assert not list(tmp_path.iterdir())


def test_closing_leaves_what_is_unsaved(tmp_path: Path) -> None:
    with journal_in(tmp_path) as journal:
        journal.note(ONE, SAVED, typed("one"))
    (found,) = claim(tmp_path)
    assert [work.text for work in found.works] == [typed("one").text]
    assert not found.kept
    found.release()


def test_what_is_kept_is_marked_so_and_the_journal_goes_on(tmp_path: Path) -> None:
    with journal_in(tmp_path) as journal:
        journal.note(ONE, SAVED, typed("one"))
        assert journal.keep()
        journal.note(TWO, SAVED, typed("two"))
        assert journal.flush()
        (found,) = claim(tmp_path)
        assert [work.place for work in found.works] == [ONE]
        assert found.kept
        found.release()
        assert set(on_record(tmp_path)) == {ONE, TWO}


def test_the_journal_of_a_living_window_is_not_claimed(tmp_path: Path) -> None:
    with journal_in(tmp_path) as journal:
        journal.note(ONE, SAVED, typed("one"))
        assert journal.flush()
        assert not claim(tmp_path)


def test_a_claimed_journal_is_not_claimed_twice(tmp_path: Path) -> None:
    with journal_in(tmp_path) as journal:
        journal.note(ONE, SAVED, typed("one"))
    (found,) = claim(tmp_path)
    assert not claim(tmp_path)
    found.release()
    (again,) = claim(tmp_path)
    again.release()


def test_settled_work_is_not_offered_again(tmp_path: Path) -> None:
    with journal_in(tmp_path) as journal:
        journal.note(ONE, SAVED, typed("one"))
        journal.note(TWO, SAVED, typed("two"))
    (found,) = claim(tmp_path)
    found.settle([ONE])
    found.release()
    (found,) = claim(tmp_path)
    assert [work.place for work in found.works] == [TWO]
    found.settle([TWO])
    assert not list(tmp_path.iterdir())


def test_any_text_is_kept(tmp_path: Path) -> None:
    saved = Post.from_bytes("ä€\udcff".encode("utf-16-le", "surrogatepass") + b"\xff")
    odd = typed("\udcff 😀 \r\n\0", saved)
    with journal_in(tmp_path) as journal:
        journal.note(ONE, saved, odd)
        assert journal.flush()
        assert on_record(tmp_path)[ONE].text == odd.text


def test_a_journal_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ROOM", 4000)
    with journal_in(tmp_path) as journal:
        for count in range(100):
            journal.note(ONE, SAVED, typed(f"{count} " * 30))
            assert journal.flush()
        (file,) = tmp_path.glob(f"*{ENDING}")
        assert file.stat().st_size < 8000
        assert on_record(tmp_path)[ONE].text == typed("99 " * 30).text
    assert not list(tmp_path.glob("*.new"))


def test_a_journal_taken_away_is_written_anew(tmp_path: Path) -> None:
    with journal_in(tmp_path) as journal:
        journal.note(ONE, SAVED, typed("one"))
        assert journal.flush()
        next(tmp_path.glob(f"*{ENDING}")).unlink()
        journal.note(TWO, SAVED, typed("two"))
        assert journal.flush()
        assert TWO in on_record(tmp_path)


def test_a_lost_base_is_found_in_the_file(tmp_path: Path) -> None:
    post, folder = tmp_path / "one.md", tmp_path / "journals"
    post.write_bytes(SAVED.to_bytes())
    with journal_in(folder) as journal:
        journal.note(Place(str(tmp_path), "one.md"), SAVED, typed("more"))
    (file,) = folder.glob(f"*{ENDING}")
    content = bytearray(file.read_bytes())
    content[60] ^= 1
    file.write_bytes(content)
    (found,) = claim(folder)
    assert [work.text for work in found.works] == [typed("more").text]
    found.release()


# A disk that refuses


def refuse(*_args: Any) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with journal_in(tmp_path) as journal:
        said: list[str] = []
        journal.trouble.connect(said.append)
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", refuse)
            journal.note(ONE, SAVED, typed("one"))
            assert not journal.flush()
            assert said == ["The disk is full."]
        assert journal.flush()
        assert said == ["The disk is full.", ""]
        assert on_record(tmp_path)[ONE].text == typed("one").text


def test_what_cannot_be_kept_is_not_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with journal_in(tmp_path) as journal:
        monkeypatch.setattr(os, "fsync", refuse)
        journal.note(ONE, SAVED, typed("one"))
        assert not journal.keep()
        monkeypatch.undo()
