"""Which files of a folder are posts, and that paths stay inside it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reviewer.errors import ReviewerError
from reviewer.site.folder import Folder, folder_of
from tests.support.sites import post, sample_site, write_site

if TYPE_CHECKING:
    from pathlib import Path


def files(root: Path) -> list[str]:
    return Folder.open(root).files()


def test_jekyll_takes_posts_drafts_collections_and_pages_with_front_matter(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "_config.yml": "collections: {authors: {output: true}}\nexclude: [old, 'notes*']\n",
            "_posts/2026-01-01-a.md": "no front matter, but a post\n",
            "_drafts/b.markdown": post("title: B"),
            "_authors/c.md": post("name: C"),
            "news/_posts/2026-01-02-d.md": post("title: D"),
            "about.md": post("title: About"),
            "README.md": "# A project\n",
            "old/e.md": post("title: E"),
            "notes-f.md": post("title: F"),
            "_includes/g.md": post("title: G"),
            "_site/h.md": post("title: H"),
            "node_modules/i/README.md": post("title: I"),
            "vendor/bundle/j.md": post("title: J"),
            ".github/k.md": post("title: K"),
        },
    )
    assert files(tmp_path) == [
        "_authors/c.md",
        "_drafts/b.markdown",
        "_posts/2026-01-01-a.md",
        "about.md",
        "news/_posts/2026-01-02-d.md",
    ]


def test_hugo_takes_content_alone(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "hugo.toml": "",
            "content/a.md": "",
            "content/public/b.md": "",
            "README.md": "",
            "themes/x/content/c.md": "",
            "archetypes/default.md": "",
        },
    )
    assert files(tmp_path) == ["content/a.md", "content/public/b.md"]


def test_eleventy_heeds_its_ignore_file(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            ".eleventy.js": "",
            ".eleventyignore": "# no\ndrafts/\n**/skip.md\n",
            "a.md": "",
            "drafts/b.md": "",
            "deep/er/skip.md": "",
            "_includes/c.md": "",
            "README.md": "",
        },
    )
    assert files(tmp_path) == ["a.md"]


def test_mkdocs_leaves_out_what_is_excluded(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "mkdocs.yml": "exclude_docs: |\n  /draft.md\n  secret/\n",
            "docs/a.md": "",
            "docs/draft.md": "",
            "docs/deep/secret/b.md": "",
            "README.md": "",
        },
    )
    assert files(tmp_path) == ["docs/a.md"]


def test_hexo_takes_pages_and_posts(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "_config.yml": "source_dir: source\n",
            "source/_posts/a.md": "",
            "source/_drafts/b.md": "",
            "source/_data/c.md": "",
            "source/about/index.md": "",
            "scaffolds/post.md": "",
        },
    )
    assert files(tmp_path) == ["source/_drafts/b.md", "source/_posts/a.md", "source/about/index.md"]


def test_plain_folder_takes_all_markdown_but_vendored_files(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {"a.MD": "", "deep/b.markdown": "", "node_modules/c.md": "", "d.txt": "", ".e.md": ""},
    )
    assert files(tmp_path) == ["a.MD", "deep/b.markdown"]


def test_sample_site_lists_its_posts() -> None:
    found = files(sample_site())
    assert "_posts/2026-02-01-ford-xiaomi-ev-partnership.md" in found
    assert "README.md" not in found
    assert len(found) == 19


def test_link_out_of_the_folder_is_no_post(tmp_path: Path) -> None:
    write_site(tmp_path, {"outside.md": "", "site/a.md": ""})
    (tmp_path / "site/link.md").symlink_to(tmp_path / "outside.md")
    (tmp_path / "site/same.md").symlink_to(tmp_path / "site/a.md")
    (tmp_path / "site/loop").symlink_to(tmp_path / "site")
    assert files(tmp_path / "site") == ["a.md", "same.md"]


def test_cancelled_listing_stops(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.md": ""})
    assert Folder.open(tmp_path).files(lambda: True) == []


@pytest.mark.parametrize("path", ["../x.md", "a/../../x.md", "/etc/passwd"])
def test_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ReviewerError, match="out of the folder"):
        Folder.open(tmp_path).resolve(path)


def test_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    write_site(tmp_path, {"outside.md": "", "site/a.md": ""})
    (tmp_path / "site/link.md").symlink_to(tmp_path / "outside.md")
    with pytest.raises(ReviewerError, match="out of the folder"):
        Folder.open(tmp_path / "site").resolve("link.md")


def test_resolve_gives_the_absolute_path(tmp_path: Path) -> None:
    assert Folder.open(tmp_path).resolve("a/b.md") == tmp_path.resolve() / "a/b.md"


def test_missing_folder_is_an_error_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(ReviewerError, match="no such folder") as caught:
        Folder.open(tmp_path / "gone")
    assert caught.value.where.path == tmp_path / "gone"


def test_file_is_no_folder(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.md": ""})
    with pytest.raises(ReviewerError, match="not a folder"):
        Folder.open(tmp_path / "a.md")


def test_site_of_a_file_is_found_upward(tmp_path: Path) -> None:
    write_site(tmp_path, {"_config.yml": "", "_posts/deep/2026-01-01-a.md": ""})
    folder = folder_of(tmp_path / "_posts/deep/2026-01-01-a.md")
    assert folder.root == tmp_path.resolve()
    assert (
        folder.relative(tmp_path / "_posts/deep/2026-01-01-a.md") == "_posts/deep/2026-01-01-a.md"
    )


def test_file_without_a_site_belongs_to_its_own_folder(tmp_path: Path) -> None:
    write_site(tmp_path, {"deep/a.md": ""})
    assert folder_of(tmp_path / "deep/a.md").root == (tmp_path / "deep").resolve()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_are_left_out(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.md": post("title: A"), "_config.yml": ""})
    os.mkfifo(tmp_path / "b.md")
    os.mkfifo(tmp_path / "package.json")
    assert files(tmp_path) == ["a.md"]
