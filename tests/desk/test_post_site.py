"""What a post's tags learn of its site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reviewer.desk.post_site import PostSite
from reviewer.document.post import Post
from reviewer.site.permalinks.whereabouts import Whereabouts
from tests.support.written_site import written_site

if TYPE_CHECKING:
    from pathlib import Path

JEKYLL = {
    "_config.yml": "title: S\nurl: https://example.org\nbaseurl: /b\nauthor: {name: Ann}\n",
    "_data/people.yml": "ann: {role: editor}\n",
    "_posts/2024-02-03-a.md": "title: A\ncategories: x",
    "_posts/sub/2024-02-04-b.md": "title: B",
    "about.md": "permalink: /us/",
}
HUGO = {
    "hugo.toml": '[params]\ncolor = "red"\n',
    "content/docs/a.md": "title: A",
    "content/docs/sub/_index.md": "title: S",
    "content/docs/one/index.md": "title: S\nparams:\n  own: 1",
}


def site(root: Path, files: dict[str, str], path: str) -> PostSite:
    folder = written_site(root, files)
    post = Post.from_bytes((folder.root / path).read_bytes())
    return PostSite.of(Whereabouts.of(folder), path, post)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("site.title", "S"),
        ("site.url", "https://example.org"),
        ("site.baseurl", "/b"),
        ("site.author.name", "Ann"),
        ("site.data.people.ann.role", "editor"),
        ("page.title", "A"),
        ("page.url", "/x/2024/02/03/a.html"),
        ("page.nothing", None),
        ("layout.x", None),
    ],
)
def test_values_of_a_jekyll_site(tmp_path: Path, name: str, expected: Any) -> None:
    found = site(tmp_path, JEKYLL, "_posts/2024-02-03-a.md")
    assert found.value(name.split(".")) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("_posts/2024-02-03-a.md", "/x/2024/02/03/a.html"),
        ("2024-02-03-a", "/x/2024/02/03/a.html"),
        ("sub/2024-02-04-b", "/2024/02/04/b.html"),
        ("about.md", "/us/"),
        ("gone.md", None),
        ("../outside.md", None),
    ],
)
def test_posts_are_found_as_jekyll_names_them(
    tmp_path: Path, target: str, expected: str | None
) -> None:
    assert site(tmp_path, JEKYLL, "about.md").address_of(target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("a.md", "/docs/a/"),
        ("a#b", "/docs/a/#b"),
        ("sub", "/docs/sub/"),
        ("/docs/one", "/docs/one/"),
        ("docs/one/index.md", "/docs/one/"),
        ("gone", None),
    ],
)
def test_references_of_hugo(tmp_path: Path, target: str, expected: str | None) -> None:
    assert site(tmp_path, HUGO, "content/docs/a.md").address_of(target) == expected


def test_parameters_of_hugo(tmp_path: Path) -> None:
    found = site(tmp_path, HUGO, "content/docs/one/index.md")
    assert found.value(("site", "params", "color")) == "red"
    assert found.value(("page", "own")) == 1
