"""What the engines themselves make of the posts of the large test data."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reviewer.document.post import Post

if TYPE_CHECKING:
    from collections.abc import Iterator

JEKYLL_SITES = ("18f-jekyll", "jekyll-docs", "opensource-guide")
HUGO_SITES = ("hugo-docs", "grpc-io", "buildpacks-docs")
MKDOCS_SITES = ("mkdocs-material",)
_TAGS = re.compile(r"\{\{|\{%")

# What Jekyll hands to kramdown by default.
RUBY = """
require 'json'; require 'kramdown'; require 'kramdown-parser-gfm'
options = { input: 'GFM', auto_ids: true, toc_levels: (1..6).to_a, entity_output: 'as_char',
  smart_quotes: 'lsquo,rsquo,ldquo,rdquo', hard_wrap: false, guess_lang: true, footnote_nr: 1,
  show_warnings: false, syntax_highlighter: nil, math_engine: 'mathjax' }
STDIN.each_line do |line|
  puts JSON.generate(Kramdown::Document.new(JSON.parse(line), options).to_html)
end
"""
HUGO_CONFIG = """
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.highlight]
codeFences = false
"""

# Each page by itself, as MkDocs renders it; plugins and hooks are programs, not Markdown.
MKDOCS = """
import json, logging, sys
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
logging.disable(logging.CRITICAL)
config = load_config(sys.argv[1], plugins=[], hooks=[], theme={'name': 'mkdocs'})
for line in sys.stdin:
    path, body = json.loads(line)
    file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
    page = Page(None, file, config)
    page.markdown = body
    page.render(config, Files([]))
    print(json.dumps(page.content))
"""


class Sample(NamedTuple):
    """A post's body and the engine's HTML of it."""

    site: str
    path: str
    body: str
    html: str


def _bodies(
    folder: Path, sites: tuple[str, ...], *, bare: bool = False
) -> Iterator[tuple[str, str, str]]:
    """Site, path and body of each post; ``bare`` ones have no front matter."""
    for site in sites:
        root = folder / "dev" / "sites" / site
        for file in sorted([*root.rglob("*.md"), *root.rglob("*.markdown")]):
            post = Post.from_bytes(file.read_bytes()) if file.is_file() else None
            if post and (bare or post.format) and post.body.strip() and not _TAGS.search(post.body):
                yield site, str(file.relative_to(root)), post.body.replace("\r\n", "\n")


def kramdown(folder: Path) -> Iterator[Sample]:
    """All Jekyll posts without template tags, by kramdown itself."""
    if not shutil.which("ruby"):
        yield from kramdown_recorded(folder)
        return
    bodies = list(_bodies(folder, JEKYLL_SITES))
    lines = "".join(json.dumps(body) + "\n" for _, _, body in bodies)
    answer = subprocess.run(
        ["ruby", "-e", RUBY], input=lines, capture_output=True, text=True, check=True
    )
    for (site, path, body), html in zip(bodies, answer.stdout.splitlines(), strict=True):
        yield Sample(site, path, body, json.loads(html))


def kramdown_recorded(folder: Path) -> Iterator[Sample]:
    """The posts whose HTML by kramdown is part of the data."""
    for line in (folder / "dev" / "oracle" / "kramdown-gfm.jsonl").read_text().splitlines():
        row = json.loads(line)
        file = folder / "dev" / "sites" / row["site"] / row["path"]
        body = Post.from_bytes(file.read_bytes()).body
        if not _TAGS.search(body):
            yield Sample(row["site"], row["path"], body, row["html"])


def goldmark(folder: Path) -> Iterator[Sample]:
    """Posts of Hugo sites without shortcodes, by Hugo with a layout that prints the content."""
    if not shutil.which("hugo"):
        return
    bodies = list(_bodies(folder, HUGO_SITES))
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "content").mkdir()
        (root / "layouts" / "_default").mkdir(parents=True)
        (root / "layouts" / "_default" / "single.html").write_text("{{ .Content }}")
        (root / "hugo.toml").write_text(HUGO_CONFIG)
        for number, (_, _, body) in enumerate(bodies):
            (root / "content" / f"p{number}.md").write_text(f"---\ntitle: x\n---\n{body}")
        subprocess.run(["hugo", "--quiet", "-s", name], check=True, capture_output=True)
        for number, (site, path, body) in enumerate(bodies):
            page = root / "public" / f"p{number}" / "index.html"
            yield Sample(site, path, body, page.read_text())


def mkdocs(folder: Path) -> Iterator[Sample]:
    """Posts of MkDocs sites without macros, by MkDocs with the site's own configuration."""
    if importlib.util.find_spec("mkdocs") is None:
        return
    for site in MKDOCS_SITES:
        root = folder / "dev" / "sites" / site
        bodies = list(_bodies(folder, (site,), bare=True))
        lines = "".join(json.dumps([path, body]) + "\n" for _, path, body in bodies)
        answer = subprocess.run(
            [sys.executable, "-c", MKDOCS, str(root / "mkdocs.yml")],
            input=lines,
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
        )
        for (_, path, body), html in zip(bodies, answer.stdout.splitlines(), strict=True):
            yield Sample(site, path, body, json.loads(html))
