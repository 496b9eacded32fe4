"""URLs by engines whose pages lie where their files do, from the engines' documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.entries import read_entry
from reviewer.site.permalinks import url_of
from tests.support.written_site import written_site

if TYPE_CHECKING:
    from pathlib import Path

CONFIGS = {
    "mkdocs": {"mkdocs.yml": "site_name: x\n"},
    "flat mkdocs": {"mkdocs.yml": "site_name: x\nuse_directory_urls: false\n"},
    "eleventy": {"eleventy.config.js": "module.exports = {}\n"},
    "docusaurus": {"docusaurus.config.js": "module.exports = {}\n"},
    "zola": {
        "config.toml": 'base_url = "https://example.org"\n',
        "content/_index.md": "+++\n+++\n",
    },
    "hexo": {
        "_config.yml": "permalink: news/:year/:month/:day/:title/\nsource_dir: source\n",
        "package.json": '{"dependencies": {"hexo": "7"}}',
        "source/_posts/z.md": "title: z",
    },
    "pelican": {"pelicanconf.py": "SITENAME = 'x'\n"},
}


@pytest.mark.parametrize(
    ("engine", "path", "front_matter", "expected"),
    [
        ("mkdocs", "docs/a/b.md", "title: x", "/a/b/"),
        ("mkdocs", "docs/a/README.md", "title: x", "/a/"),
        ("mkdocs", "docs/a b.md", "title: x", "/a%20b/"),
        ("flat mkdocs", "docs/a/b.md", "title: x", "/a/b.html"),
        ("flat mkdocs", "docs/index.md", "title: x", "/index.html"),
        ("eleventy", "posts/2024-01-02-a.md", "title: x", "/posts/a/"),
        ("eleventy", "posts/posts.md", "title: x", "/posts/"),
        ("eleventy", "a.md", "permalink: /b/index.html", "/b/"),
        ("eleventy", "a.md", "permalink: false", ""),
        ("docusaurus", "docs/01-intro/02-start.md", "title: x", "/docs/intro/start"),
        ("docusaurus", "docs/intro/index.md", "title: x", "/docs/intro/"),
        ("docusaurus", "docs/a/b.md", "slug: /top", "/docs/top"),
        ("docusaurus", "docs/a/b.md", "slug: c", "/docs/a/c"),
        ("docusaurus", "blog/2024-01-02-new.md", "title: x", "/blog/2024/01/02/new"),
        ("docusaurus", "blog/2024-01-02-new.md", "slug: other", "/blog/other"),
        ("zola", "content/blog/2024-01-02-New Post.md", "title: x", "/blog/new-post/"),
        ("zola", "content/blog/a/index.md", "slug: b", "/blog/b/"),
        ("zola", "content/blog/_index.md", "title: x", "/blog/"),
        ("zola", "content/blog/a.md", "path: over/here", "/over/here/"),
        ("hexo", "source/_posts/a.md", "date: 2024-01-02 03:04:05", "/news/2024/01/02/a/"),
        ("hexo", "source/_posts/2024-01-02-b.md", "title: x", "/news/2024/01/02/b/"),
        ("hexo", "source/about/index.md", "title: x", "/about/index.html"),
        ("pelican", "content/a.md", "title: A Title", "/a-title.html"),
        ("pelican", "content/pages/a.md", "slug: us", "/pages/us.html"),
    ],
)
def test_urls(tmp_path: Path, engine: str, path: str, front_matter: str, expected: str) -> None:
    folder = written_site(tmp_path, {**CONFIGS[engine], path: front_matter})
    assert folder.engine.name == engine.split()[-1]
    assert url_of(read_entry(folder, path), folder) == expected
