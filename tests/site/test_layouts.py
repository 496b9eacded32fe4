"""How real sites are laid out: what counts as a post there and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.engines.detection import detect
from reviewer.site.entries import read_entry
from reviewer.site.folder import Folder
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

P = post("title: A")

LAYOUTS: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "Astro leaves names with an underscore out": (
        "astro",
        {
            "astro.config.mjs": "",
            "src/content/blog/a.md": P,
            "src/content/blog/_b.md": P,
            "src/content/_drafts/c.md": P,
            "src/pages/about.md": P,
            "src/components/README.md": P,
            "README.md": P,
        },
        ["src/content/blog/a.md", "src/pages/about.md"],
    ),
    "Astro collections in a folder that a constant names": (
        "astro",
        {
            "astro.config.ts": "",
            "src/content.config.ts": (
                'export const BLOG_PATH = "src/data/blog";\n'
                "loader: glob({ pattern: '**/[^_]*.md', base: `./${BLOG_PATH}` }),\n"
            ),
            "src/data/blog/a.md": P,
        },
        ["src/data/blog/a.md"],
    ),
    "Starlight documentation inside a monorepo": (
        "astro",
        {
            "packages/x/README.md": P,
            "docs/astro.config.mjs": "",
            "docs/src/content/docs/a.mdx": P,
            "README.md": P,
        },
        ["docs/src/content/docs/a.mdx"],
    ),
    "Docusaurus at the root": (
        "docusaurus",
        {
            "docusaurus.config.js": "",
            "README.md": P,
            "docs/a.md": P,
            "docs/_part.mdx": P,
            "blog/b.md": P,
            "src/pages/c.md": P,
            "static/d.md": P,
            "build/e.md": P,
            "node_modules/f/README.md": P,
        },
        ["blog/b.md", "docs/a.md", "src/pages/c.md"],
    ),
    "Docusaurus in website with the documentation above": (
        "docusaurus",
        {
            "website/docusaurus.config.js": "docs: { path: '../docs' }",
            "website/README.md": P,
            "website/blog/b.md": P,
            "docs/a.md": P,
            "README.md": P,
        },
        ["docs/a.md", "website/blog/b.md"],
    ),
    "VitePress in docs": (
        "vitepress",
        {"docs/.vitepress/config.ts": "", "docs/index.md": P, "README.md": P},
        ["docs/index.md"],
    ),
    "VuePress, whose pages may be called README": (
        "vuepress",
        {"docs/.vuepress/config.js": "", "docs/README.md": P, "docs/a/README.md": P},
        ["docs/README.md", "docs/a/README.md"],
    ),
    "Quartz": (
        "quartz",
        {"quartz.config.ts": "", "content/a.md": P, "docs/b.md": P},
        ["content/a.md"],
    ),
    "Logseq without its copies of old pages": (
        "logseq",
        {"logseq/config.edn": "", "logseq/bak/pages/a.md": P, "pages/a.md": P, "journals/b.md": P},
        ["journals/b.md", "pages/a.md"],
    ),
    "Pelican": (
        "pelican",
        {"pelicanconf.py": "", "content/a.md": "Title: A\n", "README.md": P},
        ["content/a.md"],
    ),
    "Next.js with posts in _posts": (
        "next",
        {"next.config.js": "", "_posts/a.md": P, "README.md": P},
        ["_posts/a.md"],
    ),
    "Hugo theme with an example site": (
        "hugo",
        {
            "hugo.toml": "",
            "theme.toml": "",
            "archetypes/default.md": P,
            "exampleSite/hugo.toml": "",
            "exampleSite/content/a.md": P,
        },
        ["exampleSite/content/a.md"],
    ),
    "Hugo with mounted content": (
        "hugo",
        {
            "hugo.toml": (
                "[[module.mounts]]\nsource = 'docs'\ntarget = 'content/docs'\n"
                "[[module.mounts]]\nsource = 'static'\ntarget = 'static'\n"
            ),
            "docs/a.md": P,
            "static/b.md": P,
        },
        ["docs/a.md"],
    ),
    "Zola documentation of a program": (
        "zola",
        {
            "docs/config.toml": "base_url = 'https://a.example'",
            "docs/content/a.md": "",
            "docs/README.md": P,
            "README.md": P,
        },
        ["docs/content/a.md"],
    ),
    "Jekyll that includes a folder with an underscore": (
        "jekyll",
        {
            "_config.yml": "include: [_pages]\n",
            "_pages/a.md": P,
            "_pages/_b.md": P,
            "_other/c.md": P,
        },
        ["_pages/a.md"],
    ),
    "Jekyll whose sources lie deeper": (
        "jekyll",
        {
            "_config.yml": "source: src\nexclude: [old]\n",
            "src/_posts/2026-01-01-a.md": P,
            "src/old/b.md": P,
            "README.md": P,
        },
        ["src/_posts/2026-01-01-a.md"],
    ),
    "MkDocs in a folder beside its pages": (
        "mkdocs",
        {"website/mkdocs.yml": "docs_dir: ../docs\n", "docs/a.md": P, "README.md": P},
        ["docs/a.md"],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(tmp_path: Path, name: str) -> None:
    engine, files, posts = LAYOUTS[name]
    folder = Folder.open(write_site(tmp_path, files))
    assert (folder.engine.name, folder.files()) == (engine, posts)


def test_site_whose_pages_lie_above_it_never_leads_out(tmp_path: Path) -> None:
    write_site(tmp_path, {"site/mkdocs.yml": "docs_dir: ../docs\n", "docs/a.md": P, "site/b.md": P})
    folder = Folder.open(tmp_path / "site")
    assert (folder.engine.name, folder.files()) == ("plain", ["b.md"])


@pytest.mark.parametrize("mark", ["next.config.js", "gatsby-config.js", "nuxt.config.ts"])
def test_unpublished_posts_of_scripted_sites_are_drafts(tmp_path: Path, mark: str) -> None:
    write_site(tmp_path, {mark: ""})
    assert detect(tmp_path).is_draft("a.md", {"published": False})


HOSTILE = [
    "x: !!bool maybe\n",
    "x: !!int ''\n",
    "x: !!timestamp soon\n",
    'source: "a\\0b"\ndocs_dir: "a\\0b"\n',
    "source: /etc\ndocs_dir: /etc\n",
    "[" * 5000,
    "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40)) + "exclude: *a\n",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    ("config", "engine"), [("_config.yml", "jekyll"), ("mkdocs.yml", "mkdocs")]
)
def test_hostile_configuration_never_fails(
    tmp_path: Path, config: str, engine: str, text: str
) -> None:
    folder = Folder.open(write_site(tmp_path, {config: text, "docs/a.md": P}))
    assert folder.engine.name == engine
    assert all(path == "docs/a.md" for path in folder.files())


@pytest.mark.parametrize(
    ("written", "date"),
    [("pubDate: Jul 08 2022", "2022-07-08"), ("Date: 2026-01-05", "2026-01-05")],
)
def test_dates_as_other_tools_write_them(tmp_path: Path, written: str, date: str) -> None:
    write_site(tmp_path, {"a.md": post(written)})
    assert read_entry(Folder.open(tmp_path), "a.md").date == date


def test_categories_of_zola_stand_among_its_taxonomies(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.md": "+++\n[taxonomies]\ncategories = ['News', 'Policy']\n+++\n"})
    assert read_entry(Folder.open(tmp_path), "a.md").category == "News, Policy"
