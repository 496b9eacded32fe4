"""A printed diff is one that patch can apply."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.patch import unified

if TYPE_CHECKING:
    from pathlib import Path

LINES = st.lists(st.sampled_from(["a", "b", "c", "", "d\r"]), max_size=14)


def test_a_change_is_shown_with_three_lines_around_it() -> None:
    old = "".join(f"{n}\n" for n in range(1, 10))
    assert unified(old, old.replace("5", "five"), "post.md") == (
        "--- a/post.md\n+++ b/post.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
    )


def test_equal_texts_have_no_diff() -> None:
    assert unified("a\n", "a\n", "post.md") == ""


def test_a_missing_final_line_end_is_told() -> None:
    assert unified("a", "b\n", "p").endswith("-a\n\\ No newline at end of file\n+b\n")


def test_changes_far_apart_are_separate_hunks() -> None:
    old = "x\n" + "\n" * 20 + "y\n"
    assert unified(old, old.upper(), "p").count("@@ -") == 2


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
@given(old=LINES, new=LINES, ends=st.booleans())
def test_patch_leads_from_old_to_new(
    tmp_path_factory: pytest.TempPathFactory, old: list[str], new: list[str], ends: bool
) -> None:
    before = "".join(f"{line}\n" for line in old)
    after = "\n".join(new) + ("\n" if ends else "")
    folder: Path = tmp_path_factory.mktemp("patch")
    (folder / "p").write_bytes(before.encode())
    diff = unified(before, after, "p")
    command = ["patch", "--binary", "-s", "-p1", "-d", str(folder)]
    if diff:
        subprocess.run(command, input=diff.encode(), check=True)
    file = folder / "p"
    assert (file.read_bytes() if file.exists() else b"") == after.encode()


def test_a_name_that_would_mislead_patch_stands_in_quotes() -> None:
    assert unified("a\n", "b\n", 'two\nlines "x".md').startswith(
        '--- "a/two\\nlines \\"x\\".md"\n+++ "b/two\\nlines \\"x\\".md"\n'
    )
