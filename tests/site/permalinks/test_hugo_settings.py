"""What a Hugo site's configuration says of URLs, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.entries import read_entry
from reviewer.site.permalinks import canonical, url_of
from tests.support.written_site import written_site

if TYPE_CHECKING:
    from pathlib import Path

POST = "content/posts/a.md"


def url(root: Path, files: dict[str, str], path: str = POST, data: str = "title: A B") -> str:
    folder = written_site(root, {**files, path: data})
    return url_of(read_entry(folder, path), folder)


def test_a_configuration_may_be_a_folder(tmp_path: Path) -> None:
    files = {
        "config/_default/hugo.toml": 'baseURL = "https://example.org/x/"\n',
        "config/_default/permalinks.yaml": "posts: /p/:slug/\n",
        "config/production/hugo.toml": 'baseURL = "https://real.org/x/"\n',
    }
    assert url(tmp_path, files) == "/p/a-b/"
    folder = written_site(tmp_path, files)
    assert canonical(read_entry(folder, POST), folder) == "https://real.org/x/p/a-b/"


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ('[permalinks]\nposts = "/:contentbasename/"', "/a/"),
        ('[permalinks.page]\nposts = "/x/:title"', "/x/a-b/"),
        ('[permalinks.section]\nposts = "/x/:title"', "/posts/a/"),
        ('[permalinks]\nposts = "/:sections[0]/\\\\:x/"', "/posts/x/"),
        ("uglyURLs = true", "/posts/a.html"),
        ("[uglyURLs]\nposts = true", "/posts/a.html"),
        ("[uglyURLs]\nother = true", "/posts/a/"),
    ],
)
def test_patterns_and_ugly_urls(tmp_path: Path, config: str, expected: str) -> None:
    assert url(tmp_path, {"hugo.toml": f"{config}\n"}) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/posts/a.de.md", "/posts/a/"),
        ("content/posts/a.fr.md", "/fr/posts/a/"),
        ("content/posts/a.xx.md", "/posts/a.xx/"),
        ("inhalt/fr/posts/a.md", "/fr/posts/a/"),
    ],
)
def test_languages_by_name_and_by_folder(tmp_path: Path, path: str, expected: str) -> None:
    config = (
        'defaultContentLanguage = "de"\n[languages.de]\n[languages.fr]\ncontentDir = "inhalt/fr"\n'
    )
    assert url(tmp_path, {"hugo.toml": config, POST: "title: x"}, path) == expected


def test_the_default_language_may_have_a_folder_too(tmp_path: Path) -> None:
    config = "defaultContentLanguageInSubdir = true\n[languages.en]\n[languages.fr]\n"
    assert url(tmp_path, {"hugo.toml": config}) == "/en/posts/a/"


def test_a_folder_may_be_mounted_elsewhere(tmp_path: Path) -> None:
    config = '[[module.mounts]]\nsource = "texts"\ntarget = "content/docs"\n'
    assert url(tmp_path, {"hugo.toml": config}, "texts/a.md") == "/docs/a/"


def test_a_page_beside_a_bundle_has_no_url(tmp_path: Path) -> None:
    files = {"hugo.toml": 'title = "x"\n', "content/posts/b/index.md": "title: x"}
    assert url(tmp_path, files, "content/posts/b/part.md") == ""


def test_the_default_pattern_of_a_url_in_front_matter(tmp_path: Path) -> None:
    data = "title: A B\nurl: /:title/here/"
    assert url(tmp_path, {"hugo.toml": 'title = "x"\n'}, POST, data) == "/a-b/here/"
