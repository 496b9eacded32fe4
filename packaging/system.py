"""Sees to what pip cannot bring: the system libraries and fonts that Qt needs on Linux.

macOS and Windows need nothing here: Qt's wheels are complete on them. Run as a
program, it does just this part of the set-up.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Library -> the Debian and Ubuntu packages that hold it; where a package was
# renamed (Ubuntu 24.04 gave some the ending t64), the newer name stands first.
# The list is what `ldd` misses, on a bare Debian 12, in the parts of Qt that
# the window loads.
ALWAYS: dict[str, tuple[str, ...]] = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libX11.so.6": ("libx11-6",),
    "libXcomposite.so.1": ("libxcomposite1",),
    "libXdamage.so.1": ("libxdamage1",),
    "libXext.so.6": ("libxext6",),
    "libXfixes.so.3": ("libxfixes3",),
    "libXrandr.so.2": ("libxrandr2",),
    "libXtst.so.6": ("libxtst6",),
    "libasound.so.2": ("libasound2t64", "libasound2"),
    "libbrotlidec.so.1": ("libbrotli1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libgbm.so.1": ("libgbm1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libnspr4.so": ("libnspr4",),
    "libnss3.so": ("libnss3",),
    "libxcb-dri3.so.0": ("libxcb-dri3-0",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxkbfile.so.1": ("libxkbfile1",),
}
ON_A_DISPLAY: dict[str, tuple[str, ...]] = {
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
FONT_PACKAGES = ("fonts-noto-core", "fonts-dejavu-core")


def is_root() -> bool:
    """Whether this process may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_display() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def bring_libraries() -> None:
    """Install the libraries that Qt misses; ends with the line to run where that is not allowed."""
    if not sys.platform.startswith("linux"):
        return
    libraries = missing_libraries()
    fonts = () if has_fonts() else FONT_PACKAGES
    if not libraries and not fonts:
        return
    if shutil.which("apt-get") is None:
        wanted = ", ".join([*libraries, *(() if has_fonts() else ("any font",))])
        sys.exit(f"Qt needs these from your system's package manager: {wanted}")
    install([*libraries.values(), *((font,) for font in fonts)], "Qt needs some system libraries")


def missing_libraries() -> dict[str, tuple[str, ...]]:
    """The libraries that this system cannot load, each with the packages that hold it."""
    wanted = {**ALWAYS, **(ON_A_DISPLAY if has_display() else {})}
    return {name: packages for name, packages in wanted.items() if not _loads(name)}


def has_fonts() -> bool:
    """Whether there is any font to write with."""
    files = (
        file for folder in FONT_FOLDERS for file in Path(folder).expanduser().rglob("*.[to]t[fc]")
    )
    return next(files, None) is not None


def install(packages: list[tuple[str, ...]], why: str) -> None:
    """Install packages through apt: each given as the names it may have, the newest first."""
    if not is_root():
        names = " ".join(_known(names) for names in packages)
        sys.exit(
            f"{why}. Run this line, then this command again:\n\n"
            f"  sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}\n"
        )
    print(f"{why}: bringing them through apt.", flush=True)
    _apt("update", "-q")
    _apt("install", "-q", "-y", "--no-install-recommends", *map(_known, packages))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _known(names: tuple[str, ...]) -> str:
    """The first of the names that this system's apt knows; else the last."""
    for name in names[:-1]:
        answer = subprocess.run(
            ["apt-cache", "show", "--no-all-versions", name],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if answer.returncode == 0:
            return name
    return names[-1]


def _apt(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", *arguments]
    answer = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if answer.returncode:
        sys.exit(f"{answer.stdout}\n{' '.join(command)} failed (see above).")


if __name__ == "__main__":
    bring_libraries()
