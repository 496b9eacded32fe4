"""A save is all or nothing, and never over other people's work."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.site import storage
from reviewer.site.storage import ChangedOnDisk, StorageError, Stored, keep_both, read, save

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights and links")


@pytest.fixture
def post(tmp_path: Path) -> Path:
    file = tmp_path / "post.md"
    file.write_bytes(b"old")
    return file


def only(file: Path) -> bool:
    """Whether the file stands alone in its folder: no temporary file is left."""
    return list(file.parent.iterdir()) == [file]


def test_what_is_saved_is_read_again(post: Path) -> None:
    stored = save(post, b"new", read(post).digest)
    assert stored == read(post) == Stored.of(b"new")
    assert only(post)


def test_a_new_file_is_made(tmp_path: Path) -> None:
    file = tmp_path / "new.md"
    save(file, b"new", None)
    assert file.read_bytes() == b"new"


def test_saving_the_same_bytes_leaves_the_file_alone(post: Path) -> None:
    before = post.stat()
    save(post, b"old", read(post).digest)
    after = post.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("theirs", [b"theirs", b"", None])
def test_a_file_that_changed_is_not_overwritten(post: Path, theirs: bytes | None) -> None:
    expected = read(post).digest
    post.unlink()
    if theirs is not None:
        post.write_bytes(theirs)
    with pytest.raises(ChangedOnDisk) as found:
        save(post, b"mine", expected)
    assert found.value.theirs == (None if theirs is None else Stored.of(theirs))
    assert (post.read_bytes() if post.exists() else None) == theirs


def test_a_file_that_turned_up_is_not_overwritten(post: Path) -> None:
    with pytest.raises(ChangedOnDisk):
        save(post, b"mine", None)
    assert post.read_bytes() == b"old"


def test_time_alone_is_no_change(post: Path) -> None:
    expected = read(post).digest
    os.utime(post, (1, 1))
    save(post, b"new", expected)
    assert post.read_bytes() == b"new"


def test_a_change_while_writing_is_noticed(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(post).digest

    def meddle(handle: int) -> None:
        post.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", meddle)
    with pytest.raises(ChangedOnDisk):
        save(post, b"mine", expected)
    assert post.read_bytes() == b"theirs"
    assert only(post)


@posix
def test_the_mode_is_kept(post: Path) -> None:
    post.chmod(0o640)
    save(post, b"new", read(post).digest)
    assert stat.S_IMODE(post.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.touch()
    save(tmp_path / "new.md", b"x", None)
    assert (tmp_path / "new.md").stat().st_mode == model.stat().st_mode


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_the_owner_is_kept(post: Path) -> None:
    os.chown(post, 12345, 23456)
    save(post, b"new", read(post).digest)
    assert (post.stat().st_uid, post.stat().st_gid) == (12345, 23456)


@posix
def test_a_symbolic_link_is_written_through(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "target.md"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "post.md"
    link.symlink_to("elsewhere/target.md")
    save(link, b"new", read(link).digest)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


# Faults


def fail(*_args: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("function", ["replace", "fsync"])
def test_a_fault_leaves_the_file_as_it_was(
    post: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    expected = read(post).digest
    monkeypatch.setattr(os, function, fail)
    with pytest.raises(StorageError, match="disk is full"):
        save(post, b"new", expected)
    assert post.read_bytes() == b"old"
    assert only(post)


def test_a_fault_while_writing_leaves_no_trace(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(post).digest

    def write_half(path: Path, data: bytes) -> None:
        path.write_bytes(data[:1])
        fail()

    monkeypatch.setattr(storage, "_write", write_half)
    with pytest.raises(StorageError, match="disk is full"):
        save(post, b"new", expected)
    assert post.read_bytes() == b"old"
    assert only(post)


def test_an_interrupt_leaves_no_trace(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: Any) -> None:
        raise KeyboardInterrupt

    expected = read(post).digest
    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(post, b"new", expected)
    assert post.read_bytes() == b"old"
    assert only(post)


@posix
def test_a_folder_that_cannot_be_flushed_does_not_undo_the_save(
    post: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    expected = read(post).digest
    flush = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda n: fail() if stat.S_ISDIR(os.fstat(n).st_mode) else flush(n)
    )
    save(post, b"new", expected)
    assert post.read_bytes() == b"new"
    assert "could not flush" in caplog.text


def test_a_read_only_file_is_refused(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Rights mean nothing to root, who runs tests in containers.
    monkeypatch.setattr(os, "access", lambda *_args: False)
    with pytest.raises(StorageError, match="no permission"):
        save(post, b"new", read(post).digest)
    assert post.read_bytes() == b"old"


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"post\.md: The file or its folder is gone"):
        read(tmp_path / "post.md")
    with pytest.raises(StorageError, match="gone"):
        save(tmp_path / "no folder" / "post.md", b"x", None)


@posix
def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="A folder stands"):
        read(tmp_path)
    with pytest.raises(StorageError, match="A folder stands"):
        save(tmp_path, b"x", None)


# Keeping both


def test_both_versions_are_kept_side_by_side(post: Path) -> None:
    first = keep_both(post, b"mine")
    second = keep_both(post, b"mine again")
    assert (first.name, second.name) == ("post (mine).md", "post (mine 2).md")
    assert (post.read_bytes(), first.read_bytes()) == (b"old", b"mine")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize("expected", [None, Stored.of(b"").digest])
def test_a_pipe_is_neither_waited_for_nor_replaced(tmp_path: Path, expected: str | None) -> None:
    pipe = tmp_path / "post.md"
    os.mkfifo(pipe)
    with pytest.raises(StorageError, match="no ordinary file"):
        read(pipe)
    with pytest.raises(StorageError, match="no ordinary file"):
        save(pipe, b"new", expected)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_name_as_long_as_the_disk_allows_is_saved(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 252 + ".md")
    stored = save(path, b"old", None)
    save(path, b"new", stored.digest)
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
