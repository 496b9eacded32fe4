"""What UTF-8 cannot hold is kept in the index and comes back as it was."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from reviewer.site.folder import Folder
from reviewer.site.index.inventory import Inventory
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

ODD = os.fsdecode(b"odd\xff.md")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    write_site(tmp_path, {"a.md": post("title: A"), "z.md": post("title: Z")})
    try:
        (tmp_path / ODD).write_bytes(b"---\nx: 1\n---\n")
    except OSError:
        pytest.skip(f"{sys.platform} has no such file names")
    return Folder.open(tmp_path)


def test_a_name_that_is_no_text_is_kept_beside_others(folder: Folder) -> None:
    with Inventory(folder) as inventory:
        inventory.refresh(lambda _news: None)
    with Inventory(folder) as again:
        rows = again.rows()
        posts = list(again.posts([row.id for row in rows]))
    assert sorted(row.path for row in rows) == ["a.md", ODD, "z.md"]
    assert {each.path: each.title for each in posts} == {"a.md": "A", ODD: ODD, "z.md": "Z"}
