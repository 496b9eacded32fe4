"""Whether a folder lies on another machine, whose changes no system tells of."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOUNTS = "/proc/self/mountinfo"

_REMOTE = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.glusterfs", "davfs"),
        *("fuse.davfs2", "lustre", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "prl_fs", "virtiofs"),
    )
)
_OCTAL = re.compile(r"\\([0-7]{3})")


def is_remote(folder: Path, mounts: str = MOUNTS) -> bool:
    """Whether changes in ``folder`` may be made where this system does not see them.

    On Linux by the type of its file system, on Windows by its name; where
    neither is to be had, it counts as local.
    """
    if str(folder).startswith(("\\\\", "//")):
        return True
    return _type_of(os.path.realpath(folder), _mounted(mounts)) in _REMOTE


def _type_of(folder: str, mounted: dict[str, str]) -> str:
    """The type of the file system that is mounted nearest above."""
    while folder not in mounted:
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return mounted[folder]


def _mounted(mounts: str) -> dict[str, str]:
    """Types of file systems by the place where they are mounted; the last one there counts."""
    try:
        with open(mounts, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
    except OSError:
        return {}
    found: dict[str, str] = {}
    for line in lines:
        # See proc_pid_mountinfo(5): six fields, further ones, " - ", then the type.
        before, _dash, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) > 4 and after:
            found[_OCTAL.sub(_character, fields[4])] = after.split(" ")[0]
    return found


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 8))
