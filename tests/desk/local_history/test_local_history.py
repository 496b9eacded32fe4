"""The text that a save replaces can be had again, whatever happens to the rest."""

from __future__ import annotations

import logging
import os
import sys
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reviewer.desk.local_history import record, segments
from reviewer.desk.local_history.keeping import LocalHistory, Replaced
from reviewer.desk.local_history.limits import Limits, chosen_limits
from reviewer.desk.local_history.record import digest_of
from reviewer.desk.local_history.segments import Segments

if TYPE_CHECKING:
    from pathlib import Path


class Bench:
    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        self.root = folder / "site"
        self.root.mkdir(exist_ok=True)
        self.state = folder / "state"
        self.past = LocalHistory(self.root, state=self.state, limits=limits or Limits())

    def save(self, *texts: bytes, path: str = "a.md") -> None:
        """The post had each of these texts in turn."""
        for old, new in pairwise(texts):
            self.past.keep([Replaced(path, old, digest_of(old), digest_of(new))])
        (self.root / path).write_bytes(texts[-1])

    def texts(self, path: str = "a.md") -> list[bytes | None]:
        """What can be had again of a post, the newest first."""
        file = self.root / path
        digest = digest_of(file.read_bytes()) if file.exists() else None
        return [self.past.content(version) for version in self.past.versions(path, digest)]

    def files(self) -> list[Path]:
        return sorted(self.state.rglob("*.texts"))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_each_former_text_can_be_had_again(bench: Bench) -> None:
    bench.save(b"one", b"two", b"three")
    assert bench.texts() == [b"two", b"one"]


def test_a_post_that_was_never_saved_has_no_past(bench: Bench) -> None:
    assert bench.texts() == []
    assert not bench.state.exists()


def test_posts_have_a_past_each(bench: Bench) -> None:
    bench.save(b"one", b"two")
    bench.save(b"red", b"blue", path="b.md")
    assert bench.texts("b.md") == [b"red"]


def test_another_folder_has_another_past(bench: Bench, tmp_path: Path) -> None:
    bench.save(b"one", b"two")
    other = LocalHistory(tmp_path / "elsewhere", state=bench.state)
    assert other.versions("a.md", None) == []


def test_a_text_is_kept_once_and_compressed(bench: Bench) -> None:
    long = b"the same words again and again\n" * 1000
    bench.save(*[long, b"short"] * 20)
    assert sum(file.stat().st_size for file in bench.files()) < 10_000
    assert bench.texts()[0] == long


def test_a_save_that_changes_nothing_keeps_nothing(bench: Bench) -> None:
    bench.save(b"one", b"one")
    assert bench.texts() == []


def test_names_that_are_no_utf_8_have_a_past(bench: Bench) -> None:
    path = os.fsdecode(b"caf\xe9.md")
    bench.past.keep([Replaced(path, b"one", digest_of(b"one"), digest_of(b"two"))])
    assert [version.path for version in bench.past.versions(path, None)] == [path]


def test_the_past_follows_a_renamed_file(bench: Bench) -> None:
    bench.save(b"one", b"two")
    (bench.root / "a.md").rename(bench.root / "b.md")
    assert bench.texts("b.md") == [b"one"]
    bench.save(b"two", b"three", path="b.md")
    (bench.root / "b.md").rename(bench.root / "c.md")
    assert bench.texts("c.md") == [b"two", b"one"]


def test_a_copy_does_not_take_the_past_of_its_model(bench: Bench) -> None:
    bench.save(b"one", b"two")
    (bench.root / "copy.md").write_bytes(b"two")
    assert bench.texts("copy.md") == []


def test_one_damaged_text_hurts_no_other(bench: Bench) -> None:
    bench.save(b"one " * 50, b"two " * 50, b"three " * 50, b"four " * 50)
    (file,) = bench.files()
    data = bytearray(file.read_bytes())
    at = bytes(data).index(zlib.compress(b"two " * 50))
    data[at + 4] ^= 0xFF
    file.write_bytes(data)
    assert bench.texts() == [b"three " * 50, None, b"one " * 50]


def test_every_single_flipped_byte_costs_one_text_at_most(bench: Bench) -> None:
    bench.save(b"one", b"two", b"three", b"four")
    (file,) = bench.files()
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        there = [text for text in bench.texts() if text is not None]
        assert len(there) >= 2, at
        assert set(there) <= {b"one", b"two", b"three"}


def test_a_torn_end_costs_the_last_text_and_what_comes_later_is_kept(bench: Bench) -> None:
    bench.save(b"one", b"two", b"three")
    (file,) = bench.files()
    os.truncate(file, file.stat().st_size - 3)
    bench.save(b"three", b"four")
    assert bench.texts() == [b"three", None, b"one"]


def test_a_lying_length_does_not_fill_the_memory(bench: Bench) -> None:
    bomb = zlib.compress(bytes(10_000_000))
    version = record.Version("a.md", "0" * 64, "1" * 64, 0.0, 1.0, 5)
    place = record.Place(version, 0, len(bomb))
    assert record.unpacked(bomb, place) is None


def test_a_full_disk_disturbs_nobody_and_is_told_once(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bench.save(b"one", b"two")
    (file,) = bench.files()
    before = file.read_bytes()

    def full(_file: object, _records: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(segments, "_add", full)
    with caplog.at_level(logging.WARNING):
        bench.save(b"two", b"three", b"four")
    assert "No space left" in bench.past.trouble()
    assert bench.past.trouble() == ""
    assert len(caplog.records) == 2
    assert file.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="limits of file sizes are POSIX")
def test_what_could_not_be_written_to_its_end_is_taken_back(bench: Bench) -> None:
    import resource

    bench.save(b"one", b"two")
    (file,) = bench.files()
    before = file.read_bytes()
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 50, old[1]))
    try:
        bench.save(b"two", b"three")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert "File too large" in bench.past.trouble()
    assert file.read_bytes() == before


def test_a_state_folder_that_cannot_be_made_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    bench = Bench(tmp_path)
    bench.save(b"one", b"two")
    assert bench.past.trouble()
    assert bench.texts() == []


def test_old_texts_go(tmp_path: Path) -> None:
    bench = Bench(tmp_path, Limits(days=30))
    bench.save(b"one", b"two")
    (old,) = bench.files()
    os.utime(old, (0, 0))
    old.rename(old.with_name(f"{0:020d}.texts"))
    bench.save(b"two", b"three")
    assert bench.texts() == [b"two"]


def test_too_much_goes_the_oldest_first(tmp_path: Path) -> None:
    folder = Segments(tmp_path / "texts", full=10_000)
    texts = [os.urandom(4_000) for _ in range(20)]
    for number, text in enumerate(texts):
        version = record.Version("a.md", digest_of(text), "x", 0.0, float(number), len(text))
        folder.append([(version, text)])
    folder.tidy(Limits(megabytes=0.03))
    kept = [version.kept for version in folder.versions()]
    assert kept == [float(number) for number in range(20 - len(kept), 20)]
    assert 0 < sum(file.stat().st_size for file in (tmp_path / "texts").glob("*.texts")) <= 30_000


def test_no_days_keep_nothing(tmp_path: Path) -> None:
    bench = Bench(tmp_path, Limits(days=0))
    bench.save(b"one", b"two")
    assert bench.texts() == []


@pytest.mark.parametrize(
    ("said", "limits"),
    [
        ("days = 30\nmegabytes = 50", Limits(30, 50)),
        ("days = 30", Limits(30, 200)),
        ("days = -1\nmegabytes = 'much'", Limits(90, 200)),
        ("days = ", Limits(90, 200)),
    ],
)
def test_the_user_says_the_limits(tmp_path: Path, said: str, limits: Limits) -> None:
    file = tmp_path / "history.toml"
    file.write_text(said, encoding="utf-8")
    assert chosen_limits(file) == limits


def test_without_a_word_the_usual_limits_hold(tmp_path: Path) -> None:
    assert chosen_limits(tmp_path / "none.toml") == Limits(90, 200)
