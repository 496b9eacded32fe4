"""Stamps of files, and that single places are judged as the whole walk judges them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reviewer.site.folder import Folder
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

SITE = {
    "_config.yml": "collections: {authors: {output: true}}\nexclude: [old, 'notes*', 'deep/**/x*']",
    "_posts/2026-01-01-a.md": "no front matter, but a post\n",
    "_posts/sub/2026-01-02-b.md": post("title: B"),
    "_authors/c.md": post("name: C"),
    "news/_posts/2026-01-02-d.md": post("title: D"),
    "about.md": post("title: About"),
    "plain.md": "no front matter\n",
    "README.md": "# A project\n",
    "old/e.md": post("title: E"),
    "notes-f.md": post("title: F"),
    "deep/er/x.md": post("title: X"),
    "deep/er/y.md": post("title: Y"),
    "_includes/g.md": post("title: G"),
    "node_modules/i/j.md": post("title: J"),
    ".github/k.md": post("title: K"),
    "image.png": b"\x89PNG",
}
HUGO = {
    "hugo.toml": "",
    "content/a.md": "",
    "content/posts/b.md": "",
    "content/posts/c/index.md": "",
    "content/public/d.md": "",
    "themes/x/content/e.md": "",
    "README.md": "",
}


@pytest.mark.parametrize("site", [SITE, HUGO], ids=["jekyll", "hugo"])
def test_every_place_is_judged_as_the_walk_judges_it(
    tmp_path: Path, site: dict[str, str | bytes]
) -> None:
    folder = Folder.open(write_site(tmp_path, site))
    (tmp_path / "linked").symlink_to(tmp_path / next(iter(site)).partition("/")[0])
    (tmp_path / "link").symlink_to(tmp_path)
    everything = folder.stamps({})
    places = {"", "link", "link/about.md", "missing", "missing/a.md"}
    for found in tmp_path.rglob("*"):
        places.add(found.relative_to(tmp_path).as_posix())
    for place in places:
        below = {
            path: stamp
            for path, stamp in everything.items()
            if not place or path == place or path.startswith(f"{place}/")
        }
        assert folder.stamps({}, places=[place]) == below, place


def test_stamps_are_those_of_the_files(tmp_path: Path) -> None:
    write_site(tmp_path, {"b/a.md": "text", "c.md": ""})
    stamps = Folder.open(tmp_path).stamps({})
    assert stamps == {
        name: (found.st_size, found.st_mtime_ns, found.st_ino)
        for name in ("b/a.md", "c.md")
        for found in [os.stat(tmp_path / name)]
    }


def test_link_has_the_stamp_of_what_it_leads_to(tmp_path: Path) -> None:
    write_site(tmp_path, {"b/a.md": "text"})
    (tmp_path / "c.md").symlink_to(tmp_path / "b/a.md")
    stamps = Folder.open(tmp_path).stamps({})
    assert stamps["c.md"] == stamps["b/a.md"]


def test_known_file_is_not_opened_to_see_that_it_has_front_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder.open(write_site(tmp_path, {"_config.yml": "", "a.md": post("title: A")}))
    known = folder.stamps({})
    (tmp_path / "a.md").chmod(0)
    opened: list[str] = []
    monkeypatch.setattr("reviewer.site.walking._has_fence", lambda path: opened.append(path))
    assert folder.stamps(known) == known
    assert not opened


def test_file_that_lost_its_front_matter_is_looked_into_again(tmp_path: Path) -> None:
    folder = Folder.open(write_site(tmp_path, {"_config.yml": "", "a.md": post("title: A")}))
    known = folder.stamps({})
    (tmp_path / "a.md").write_text("nothing but text\n")
    assert folder.stamps(known) == {}


def test_a_glance_finds_posts_and_no_other_files(tmp_path: Path) -> None:
    write_site(tmp_path, SITE)
    folder = Folder.open(tmp_path)
    assert set(folder.glance(100)) == set(folder.files())


def test_a_glance_begins_with_the_newest_names_where_posts_lie(tmp_path: Path) -> None:
    dated = {f"_posts/{n}/{n}-01-0{day}-a.md": "x\n" for n in (2019, 2024) for day in (1, 2)}
    write_site(tmp_path, {"_config.yml": "", "about.md": post("title: About"), **dated})
    assert Folder.open(tmp_path).glance(3) == [
        "_posts/2024/2024-01-02-a.md",
        "_posts/2024/2024-01-01-a.md",
        "about.md",
    ]
