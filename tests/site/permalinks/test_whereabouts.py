"""The file behind an address, as each engine would find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.entries import read_entry
from reviewer.site.permalinks.whereabouts import Whereabouts
from tests.support.written_site import written_site

if TYPE_CHECKING:
    from pathlib import Path

POST = "_posts/2024-02-03-a.md"
JEKYLL = {
    "_config.yml": "url: https://example.org\nbaseurl: /blog\npermalink: pretty\n",
    POST: "title: x",
    "assets/a b.png": "",
    "2024/02/03/a/near.png": "",
    "_posts/beside.png": "",
}
HUGO = {
    "hugo.toml": 'baseURL = "https://example.org/"\n',
    "static/img/a.png": "",
    "content/posts/one/index.md": "title: x\nslug: other",
    "content/posts/one/in.png": "",
    "content/posts/two.md": "title: x",
    "content/posts/beside.png": "",
}
MKDOCS = {"mkdocs.yml": "site_name: x\n", "docs/a/b.md": "title: x", "docs/img/a.png": ""}
VAULT = {
    ".obsidian/app.json": '{"attachmentFolderPath": "files"}',
    "notes/a.md": "title: x",
    "files/a.png": "",
    "deep/down/b.png": "",
}


@pytest.mark.parametrize(
    ("files", "post", "address", "expected"),
    [
        (JEKYLL, POST, "/blog/assets/a%20b.png?v=1", "assets/a b.png"),
        (JEKYLL, POST, "/assets/a%20b.png", "assets/a b.png"),
        (JEKYLL, POST, "https://example.org/blog/assets/a%20b.png", "assets/a b.png"),
        (JEKYLL, POST, "https://example.com/assets/a%20b.png", None),
        (JEKYLL, POST, "near.png", "2024/02/03/a/near.png"),
        (JEKYLL, POST, "beside.png", None),
        (JEKYLL, POST, "../../../../../../etc/passwd", None),
        (HUGO, "content/posts/one/index.md", "in.png", "content/posts/one/in.png"),
        (HUGO, "content/posts/one/index.md", "/img/a.png", "static/img/a.png"),
        (HUGO, "content/posts/two.md", "beside.png", None),
        (HUGO, "content/posts/two.md", "../beside.png", "content/posts/beside.png"),
        (MKDOCS, "docs/a/b.md", "../img/a.png", "docs/img/a.png"),
        (MKDOCS, "docs/a/b.md", "img/a.png", "docs/img/a.png"),
        (VAULT, "notes/a.md", "a.png", "files/a.png"),
        (VAULT, "notes/a.md", "b.png", "deep/down/b.png"),
        (VAULT, "notes/a.md", "c.png", None),
    ],
)
def test_files_are_found_where_the_engine_finds_them(
    tmp_path: Path, files: dict[str, str], post: str, address: str, expected: str | None
) -> None:
    folder = written_site(tmp_path, files)
    assert Whereabouts.of(folder).file_of(read_entry(folder, post), address) == expected


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.png").touch()
    folder = written_site(tmp_path / "site", {"_config.yml": "title: x\n", "a.md": "title: x"})
    (folder.root / "out.png").symlink_to(tmp_path / "secret.png")
    assert Whereabouts.of(folder).file_of(read_entry(folder, "a.md"), "/out.png") is None
