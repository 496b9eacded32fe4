"""Jekyll's URLs, by what Jekyll 4.3 answered for the same files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.entries import read_entry
from reviewer.site.permalinks import canonical, url_of
from tests.support.written_site import written_site

if TYPE_CHECKING:
    from pathlib import Path

POST = "_posts/2024-02-03-Hello-World.md"


def url(root: Path, config: str, path: str, front_matter: str) -> str:
    folder = written_site(root, {"_config.yml": f"{config}\ntitle: x\n", path: front_matter})
    return url_of(read_entry(folder, path), folder)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("date", "/news/2024/02/03/Hello-World.html"),
        ("pretty", "/news/2024/02/03/Hello-World/"),
        ("ordinal", "/news/2024/034/Hello-World.html"),
        ("weekdate", "/news/2024/W05/Sat/Hello-World.html"),
        ("none", "/news/Hello-World.html"),
        ("/:slug:output_ext", "/hello-world.html"),
        ("/:short_year/:i_month/:i_day/:long_month/:short_day/", "/24/2/3/February/Sat/"),
        ("/:w_year/:week/:w_day/:hour:minute:second/", "/2024/05/6/000000/"),
        ("/:month_:day/:title", "/02_03/Hello-World"),
        ("/:name/:path/:collection", "/2024-02-03-hello-world/2024-02-03-Hello-World/posts"),
    ],
)
def test_styles_and_placeholders(tmp_path: Path, style: str, expected: str) -> None:
    assert url(tmp_path, f"permalink: {style}", POST, "categories: [News]") == expected


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("permalink: /over/here", "/over/here"),
        ("permalink: over/:title.htm", "/over/Hello-World.htm"),
        ("slug: Other One", "/2024/02/03/Other-One/"),
        ("date: 2023-12-31 23:30:00 -0500", "/2024/01/01/Hello-World/"),
        ("date: 2023-12-31", "/2023/12/31/Hello-World/"),
        ("date: 2023-12-31 (or later)", "/2023/12/31/Hello-World/"),
        ("categories: One Two", "/one/two/2024/02/03/Hello-World/"),
        ("category: One Two", "/one%20two/2024/02/03/Hello-World/"),
        ("category: b\ncategories: [a, B]", "/a/b/2024/02/03/Hello-World/"),
        ("slug: Käse & Brot", "/2024/02/03/K%C3%A4se-&-Brot/"),
    ],
)
def test_front_matter_decides(tmp_path: Path, front_matter: str, expected: str) -> None:
    assert url(tmp_path, "permalink: pretty\ntimezone: UTC", POST, front_matter) == expected


def test_a_time_without_zone_is_told_in_the_sites_zone(tmp_path: Path) -> None:
    config = "permalink: pretty\ntimezone: Asia/Tokyo"
    assert url(tmp_path, config, POST, "date: 2024-01-31 20:00:00") == ("/2024/02/01/Hello-World/")


def test_folders_above_posts_are_categories(tmp_path: Path) -> None:
    path = "Travel/_posts/deep/2024-02-03-a.md"
    assert url(tmp_path, "permalink: none", path, "categories: x") == "/travel/x/a.html"


def test_a_draft_takes_its_name(tmp_path: Path) -> None:
    assert url(tmp_path, "permalink: /:title/", "_drafts/soon.md", "title: x") == "/soon/"


def test_a_file_among_posts_without_a_date_has_no_page(tmp_path: Path) -> None:
    assert url(tmp_path, "", "_posts/notes.md", "title: x") == ""


@pytest.mark.parametrize(
    ("style", "path", "expected"),
    [
        ("date", "about.md", "/about.html"),
        ("pretty", "about.md", "/about/"),
        ("/:title/", "team/me & you.md", "/team/me%20&%20you/"),
        ("/:title", "about.md", "/about"),
        ("date", "team/index.md", "/team/"),
    ],
)
def test_pages_take_the_ending_of_the_style(
    tmp_path: Path, style: str, path: str, expected: str
) -> None:
    assert url(tmp_path, f"permalink: {style}", path, "title: x") == expected


def test_a_collection_has_pages_when_it_is_put_out(tmp_path: Path) -> None:
    config = "permalink: pretty\ncollections:\n  docs: {output: true}\n  parts: {}\n"
    assert url(tmp_path, config, "_docs/a/B.md", "title: x") == "/docs/a/B/"
    assert url(tmp_path, config, "_parts/a.md", "title: x") == ""


def test_a_collections_own_permalink(tmp_path: Path) -> None:
    config = "collections:\n  docs:\n    output: true\n    permalink: /d/:path:output_ext\n"
    assert url(tmp_path, config, "_docs/a/b.md", "title: x") == "/d/a/b.html"


def test_a_file_without_front_matter_is_copied(tmp_path: Path) -> None:
    config = "collections:\n  docs:\n    output: true\n    permalink: /:path/\n"
    assert url(tmp_path, config, "_docs/README.md", "# Title\n") == "/README.md"


def test_the_longer_scope_wins_among_defaults(tmp_path: Path) -> None:
    config = """defaults:
  - scope: {path: "_posts/old", type: posts}
    values: {permalink: "/old/:title"}
  - scope: {path: "", type: posts}
    values: {permalink: "/all/:title"}
  - scope: {path: "", type: pages}
    values: {permalink: "/page/:basename"}
"""
    assert url(tmp_path, config, "_posts/old/2024-01-01-a.md", "title: x") == "/old/a"
    assert url(tmp_path, config, "_posts/2024-01-01-a.md", "title: x") == "/all/a"
    assert url(tmp_path, config, "a.md", "title: x") == "/page/a"


def test_a_scope_may_hold_stars(tmp_path: Path) -> None:
    config = 'defaults:\n  - scope: {path: "_posts/*/x"}\n    values: {permalink: "/s/:title"}\n'
    assert url(tmp_path, config, "_posts/b/x/2024-01-01-a.md", "title: x") == "/s/a"
    assert url(tmp_path, config, "_posts/b/y/2024-01-01-a.md", "title: x") != "/s/a"


def test_canonical_joins_address_and_base(tmp_path: Path) -> None:
    config = "permalink: pretty\nurl: https://example.org\nbaseurl: /blog/\n"
    folder = written_site(tmp_path, {"_config.yml": config, "a.md": "title: x"})
    entry = read_entry(folder, "a.md")
    assert canonical(entry, folder) == "https://example.org/blog/a/"
    assert url_of(entry, folder, with_base=True) == "/blog/a/"


def test_collections_may_lie_in_a_folder_of_their_own(tmp_path: Path) -> None:
    config = "permalink: none\ncollections_dir: all\ncollections:\n  docs: {output: true}\n"
    assert url(tmp_path, config, "all/_docs/a.md", "title: x") == "/docs/a.html"
    assert url(tmp_path, config, "all/_posts/2024-01-01-a.md", "title: x") == "/a.html"


def test_a_source_folder_is_not_part_of_the_url(tmp_path: Path) -> None:
    assert url(tmp_path, "source: src", "src/a.md", "title: x") == "/a.html"
