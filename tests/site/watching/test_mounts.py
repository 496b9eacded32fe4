"""Which folders lie on other machines, by what Linux says is mounted."""

from __future__ import annotations

from pathlib import Path

from reviewer.site.watching.mounts import is_remote

MOUNTED = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:25 / /mnt/desk\\040share rw,nosuid shared:9 master:1 - nfs4 server:/desk rw,vers=4.2
31 30 254:1 / /mnt/desk\\040share/local rw - xfs /dev/vdb rw
"""


def mounts(folder: Path) -> str:
    """A file as Linux shows it."""
    file = folder / "mountinfo"
    file.write_text(MOUNTED, encoding="utf-8")
    return str(file)


def test_a_folder_below_a_share_is_remote(tmp_path: Path) -> None:
    assert is_remote(Path("/mnt/desk share/posts"), mounts(tmp_path))


def test_a_folder_on_a_drive_of_this_machine_is_not(tmp_path: Path) -> None:
    assert not is_remote(Path("/mnt/other"), mounts(tmp_path))


def test_a_drive_mounted_within_a_share_is_not(tmp_path: Path) -> None:
    assert not is_remote(Path("/mnt/desk share/local/posts"), mounts(tmp_path))


def test_where_nothing_is_known_of_mounts_a_folder_is_not_remote(tmp_path: Path) -> None:
    assert not is_remote(Path("/mnt"), str(tmp_path / "none"))


def test_a_share_of_windows_is_remote(tmp_path: Path) -> None:
    assert is_remote(Path("//server/desk"), mounts(tmp_path))
