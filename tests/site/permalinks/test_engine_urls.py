"""The installed engines themselves say the URLs of small sites; ours must be the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.measure.permalinks import compare
from tests.support.engine_urls import has_engine
from tests.support.written_site import written_site

if TYPE_CHECKING:
    from pathlib import Path

POSTS = {
    "_posts/2024-02-03-Hello-World.md": "categories: [News, 'Big Things']",
    "_posts/sub/2024-02-03-ärger & so.md": "title: x",
    "travel/_posts/2023-12-31-night.md": "date: 2023-12-31 23:30:00 -0500",
    "_posts/2024-12-30-week.md": "category: a b\ncategories: c d",
    "_posts/2024-01-01-slug.md": "slug: An Other_One",
    "_posts/2024-01-01-own.md": "permalink: /:year/own/:title",
    "_drafts/soon.md": "title: x\ndate: 2024-05-06",
    "_docs/guide/Start.md": "title: x",
    "_docs/2024-01-02-dated.md": "title: x",
    "_docs/plain.md": "# None\n",
    "about us.md": "title: x",
    "team/index.md": "title: x",
    "team/own.md": "permalink: /Us/:basename",
}
PERMALINKS = (
    *("date", "pretty", "ordinal", "weekdate", "none"),
    "/:categories/:slugified_categories/:year/:i_month/:short_day/:y_day/:title:output_ext",
    "/:short_year/:week/:w_year/:w_day/:long_month/:short_month/:slug/",
    "/:hour-:minute-:second/:long_day/:i_day/:name",
)
HUGO = {
    "hugo.toml": """baseURL = "https://example.org/base/"
defaultContentLanguage = "en"
[permalinks]
blog = "/b/:year/:month/:day/:slug/:sections/:sections[1:]/:section/:filename/:title/"
notes = "/n/:monthname-:weekday-:weekdayname-:yearday/:slugorfilename"
tags = "/t/:slug/"
[languages.en]
[languages.fr]
[frontmatter]
date = [":filename", ":default"]
""",
    "content/_index.md": "title: Home",
    "content/Über Uns.md": "title: A",
    "content/contact.fr.md": "title: A",
    "content/blog/2020-03-04-hello-there.md": 'title: "Hello & You!"',
    "content/blog/x.md": 'title: "C++ #1 50% & é"\ndate: 2020-01-05T23:00:00-07:00\nslug: "-S g-"',
    "content/blog/deeper/_index.md": "title: Deeper",
    "content/blog/deeper/z/index.md": "title: ZZ\ndate: 2020-01-05",
    "content/blog/deeper/z/inner.md": "title: inner",
    "content/notes/Bang.md": "title: Big Bang\ndate: 2020-01-05",
    "content/docs/A.B.md": "title: A",
    "content/docs/url1.md": "title: A\nurl: /My Url/Foo",
    "content/docs/url2.fr.md": "title: A\nurl: my/u.html",
    "content/docs/slug.md": "title: A\nslug: Foo Bar/Baz",
    "content/docs/bundle/index.md": "title: A\nslug: other",
    "content/docs/bundle/index.fr.md": "title: A",
    "content/docs/x.de.md": "title: A",
    "content/docs/Sec/_index.md": "title: A\nurl: /elsewhere/",
    "content/docs/Sec/p.md": "title: A",
    "content/docs/hidden/index.md": "title: A\nheadless: true",
    "content/docs/never.md": "title: A\n_build:\n  render: never",
    "content/tags/foo/_index.md": "title: The Foo",
    "content/docs/a  b--c_d (e) [f]+g~h'i.md": "title: A\ndraft: true",
}


@pytest.mark.parametrize("permalink", PERMALINKS)
def test_jekyll_agrees(tmp_path: Path, permalink: str) -> None:
    _require("jekyll")
    config = (
        f"permalink: {permalink}\ntimezone: Europe/Berlin\n"
        "collections:\n  docs: {output: true}\n"
        'defaults:\n  - scope: {path: "_posts/sub"}\n    values: {category: inner}\n'
    )
    found = compare(written_site(tmp_path, {"_config.yml": config, **POSTS}))
    assert (found.posts, found.differences) == (len(POSTS), [])


@pytest.mark.parametrize("setting", ["", "uglyURLs = true", "disablePathToLower = true"])
def test_hugo_agrees(tmp_path: Path, setting: str) -> None:
    _require("hugo")
    files = {**HUGO, "hugo.toml": f"{setting}\nremovePathAccents = true\n{HUGO['hugo.toml']}"}
    found = compare(written_site(tmp_path, files))
    assert (found.posts, found.differences) == (len(HUGO) - 1, [])


def _require(engine: str) -> None:
    if not has_engine(engine):
        pytest.skip(f"{engine} is not installed here")
