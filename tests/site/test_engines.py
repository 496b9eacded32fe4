"""Each engine is known by its files, and brings the habits of its sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.document.dialect import Dialect
from reviewer.site.engines.detection import detect, recognise
from reviewer.site.learning import surroundings
from tests.support.sites import write_site

if TYPE_CHECKING:
    from pathlib import Path

MARKS: dict[str, dict[str, str]] = {
    "jekyll": {"_config.yml": "title: A site\n"},
    "hugo": {"hugo.toml": 'baseURL = "https://a.example"\n', "content/a.md": ""},
    "zola": {"config.toml": 'base_url = "https://a.example"\n', "content/a.md": ""},
    "mkdocs": {"mkdocs.yml": "site_name: A\n"},
    "astro": {"astro.config.mjs": "export default {}\n"},
    "eleventy": {"eleventy.config.js": "export default function () {}\n"},
    "hexo": {"_config.yml": "title: A\n", "package.json": '{"dependencies": {"hexo": "7"}}'},
    "obsidian": {".obsidian/app.json": "{}"},
    "plain": {"notes/a.md": "Text\n"},
}


@pytest.mark.parametrize("name", MARKS)
def test_engine_is_known_by_its_files(tmp_path: Path, name: str) -> None:
    assert detect(write_site(tmp_path, MARKS[name])).name == name


@pytest.mark.parametrize("name", [name for name in MARKS if name != "plain"])
def test_site_in_docs_is_found_from_the_repository(tmp_path: Path, name: str) -> None:
    write_site(tmp_path / "docs", MARKS[name])
    engine = detect(tmp_path)
    assert engine.name == name
    assert all(path.startswith("docs") for path in engine.content)


def test_ordinary_folder_has_no_engine_of_its_own(tmp_path: Path) -> None:
    write_site(tmp_path, MARKS["plain"])
    assert recognise(tmp_path) is None


def test_hugo_is_told_from_zola_by_keys_of_a_shared_name(tmp_path: Path) -> None:
    write_site(tmp_path, {"config.toml": 'baseURL = "https://a.example"', "content/a.md": ""})
    assert detect(tmp_path).name == "hugo"


def test_config_toml_of_another_program_is_no_site(tmp_path: Path) -> None:
    write_site(tmp_path, {"config.toml": "verbose = true\n", "a.md": ""})
    assert detect(tmp_path).name == "plain"


def test_dialects_follow_what_the_engines_read(tmp_path: Path) -> None:
    dialects = {}
    for name in ("jekyll", "hugo", "mkdocs"):
        dialects[name] = detect(write_site(tmp_path / name, MARKS[name])).dialect
    assert dialects == {
        "jekyll": Dialect.JEKYLL,
        "hugo": Dialect.YAML_1_2,
        "mkdocs": Dialect.YAML_1_1,
    }


BROKEN = [
    "title: [never closed\n",
    "- a list\n- and no mapping\n",
    "a: &a [*a]\n",
    "\x00\x01 \ud7ff",
    "source: 12\nexclude: {a: 1}\ncollections: [1, {2: 3}]\ntimezone: [x]\n",
    "exclude: ['[', '**', '***/', 7]\n",
    "source: ../../elsewhere\n",
    "x: !!python/object/apply:os.system ['true']\n",
]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_configuration_never_fails(tmp_path: Path, text: str) -> None:
    write_site(tmp_path, {"_config.yml": text})
    assert detect(tmp_path).name == "jekyll"


@pytest.mark.parametrize("name", ["hugo.toml", "mkdocs.yml", "astro.config.mjs", ".eleventy.js"])
def test_empty_or_binary_configuration_never_fails(tmp_path: Path, name: str) -> None:
    write_site(tmp_path, {name: b"\xff\xfe\x00{{{"})
    assert detect(tmp_path).name != "plain"


def test_mkdocs_configuration_with_python_tags_is_read(tmp_path: Path) -> None:
    config = "docs_dir: text\nx: !!python/name:materialx.emoji.twemoji\ny: !ENV [CI, false]\n"
    write_site(tmp_path, {"mkdocs.yml": config})
    assert detect(tmp_path).content == ("text",)


def test_astro_collections_may_lie_elsewhere(tmp_path: Path) -> None:
    script = "const blog = defineCollection({ loader: glob({ base: './posts' }) });\n"
    write_site(tmp_path, {"astro.config.mjs": "", "src/content.config.ts": script})
    assert "posts" in detect(tmp_path).content


def test_eleventy_input_folder_is_read_from_the_script(tmp_path: Path) -> None:
    script = 'export const config = {dir: {input: "text", output: "_site"}};\n'
    write_site(tmp_path, {"eleventy.config.js": script})
    assert detect(tmp_path).content == ("text",)


def test_eleventy_permalink_may_be_a_path_or_off(tmp_path: Path) -> None:
    write_site(tmp_path, {".eleventy.js": ""})
    assert surroundings(detect(tmp_path)).also["permalink"] == "text"


def test_hugo_languages_with_folders_of_their_own(tmp_path: Path) -> None:
    config = 'contentDir = "text/en"\n[languages.de]\ncontentDir = "text/de"\n'
    write_site(tmp_path, {"hugo.toml": config})
    assert detect(tmp_path).content == ("text/en", "text/de")


def test_several_vaults_in_one_folder(tmp_path: Path) -> None:
    write_site(tmp_path, {"docs/.obsidian/app.json": "{}", "samples/x/.obsidian/app.json": "{}"})
    assert detect(tmp_path).content == ("docs", "samples/x")


def test_jekyll_draft_rule(tmp_path: Path) -> None:
    engine = detect(write_site(tmp_path, MARKS["jekyll"]))
    drafts = [
        engine.is_draft("_drafts/a.md", {}),
        engine.is_draft("_posts/a.md", {"published": False}),
        engine.is_draft("_posts/a.md", {"draft": True}),
        engine.is_draft("_posts/a.md", {"draft": "true"}),
    ]
    assert drafts == [True, True, True, False]


def test_jekyll_takes_the_date_from_the_name(tmp_path: Path) -> None:
    engine = detect(write_site(tmp_path, MARKS["jekyll"]))
    assert engine.date_from_name("_posts/2026-2-1-a.md") == "2026-02-01"
    assert engine.date_from_name("about.md") == ""


def test_jekyll_timezone_of_the_configuration(tmp_path: Path) -> None:
    engine = detect(write_site(tmp_path, {"_config.yml": "timezone: Europe/Oslo\n"}))
    assert (engine.timezone, engine.site_timezone) == ("UTC", "Europe/Oslo")


@pytest.mark.parametrize(
    ("files", "config"),
    [
        (
            {
                "config/_default/hugo.toml": "a = 1",
                "config/_default/markup.toml": "[a]\nb = 1",
            },
            {"a": 1, "markup": {"a": {"b": 1}}},
        ),
        (
            {"eleventy.config.js": "markdownIt({ linkify: true, breaks: false }).use(x)"},
            {"markdown-it": {"linkify": True, "breaks": False}},
        ),
        ({"eleventy.config.js": "const a = { breaks: true }"}, {"markdown-it": {}}),
        ({".obsidian/app.json": '{"strictLineBreaks": true}'}, {"strictLineBreaks": True}),
        (
            {"pelicanconf.py": "MARKDOWN = {'extensions': ['toc']}\nA = os.system('x')\n"},
            {"MARKDOWN": {"extensions": ["toc"]}},
        ),
        ({"pelicanconf.py": "A = ("}, {}),
        (
            {"mkdocs.yml": "a: !!python/name:os.system\nb: !!python/object/apply:c.d {k: 1}"},
            {"a": "os.system", "b": {"!!python": "c.d", "k": 1}},
        ),
    ],
)
def test_what_the_flavour_heeds_is_read_and_never_run(
    files: dict[str, str], config: dict[str, object], tmp_path: Path
) -> None:
    assert detect(write_site(tmp_path, files)).config == config
