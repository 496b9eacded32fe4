"""Python-Markdown as a site's configuration sets it up, with none of the folder's code."""

from __future__ import annotations

import importlib.util
import re
import sys
from typing import TYPE_CHECKING

import pytest

from reviewer.render.flavours.python_markdown.flavour import PythonMarkdown
from reviewer.render.flavours.python_markdown.settings import of_mkdocs, of_pelican
from reviewer.render.flavours.registry import flavour_for
from reviewer.site.engines.detection import detect
from reviewer.site.engines.probe import parse
from tests.measure.agreement_dom import tree
from tests.measure.agreement_engines import mkdocs
from tests.support.corpora import require_corpora

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """
markdown_extensions:
  - admonition
  - toc:
      permalink: true
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.snippets: {base_path: [., ..], url_download: true}
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tilde
  - reviewer_evil
  - reviewer_evil.worse: {a: 1}
"""


def html(text: str, config: str = CONFIG, root: Path | None = None) -> str:
    """The HTML of ``text`` on a MkDocs site with this configuration."""
    return PythonMarkdown(of_mkdocs(parse(config, "yml")), root).to_html(text)


CASES = {
    "admonition": (
        '!!! tip "Hm"\n    a',
        '<div class="admonition tip"><p class="admonition-title">Hm</p><p>a</p></div>',
    ),
    "details": (
        '??? note "More"\n    a',
        '<details class="note"><summary>More</summary><p>a</p></details>',
    ),
    "deleted": ("~~a~~", "<p><del>a</del></p>"),
    "icon": (":material-check:", '<p><span class="twemoji"><svg></svg></span></p>'),
    "no icon": (":nothing-check:", "<p>:nothing-check:</p>"),
    "table, as MkDocs has it anyway": (
        "a | b\n-|-\n1 | 2",
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    ),
    "diagram": (
        "```mermaid\na --> b\n```",
        '<pre class="mermaid"><code>a --&gt; b</code></pre>',
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_it_reads_what_the_site_turns_on(text: str, expected: str) -> None:
    assert tree(html(text)) == tree(expected)


def test_what_the_site_leaves_off_is_text() -> None:
    assert tree(html('!!! tip "Hm"\n    a', "{}")) == tree('<p>!!! tip "Hm" a</p>')


def test_foreign_extensions_are_named_and_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reviewer_evil.py").write_text("raise SystemExit")
    monkeypatch.syspath_prepend(tmp_path)
    flavour = PythonMarkdown(of_mkdocs(parse(CONFIG, "yml")), tmp_path)
    assert "text" in flavour.to_html("text")
    assert flavour.settings.unknown == ("reviewer_evil", "reviewer_evil.worse")
    assert "reviewer_evil" in flavour.notes[-1]
    assert "reviewer_evil" not in sys.modules


def test_toml_writes_extensions_as_tables() -> None:
    config = {"project": {"markdown_extensions": {"pymdownx": {"tilde": {}}, "admonition": {}}}}
    known = list(of_mkdocs(config).extensions)
    assert known == ["toc", "tables", "fenced_code", "pymdownx.tilde", "admonition"]


@pytest.mark.parametrize(
    "options",
    ["{permalink: {a: b}}", "{toc_depth: []}", "{nothing: 1}", "[]", "3", "{slugify: os.system}"],
)
def test_options_that_do_not_fit_count_as_not_given(options: str) -> None:
    config = f"markdown_extensions: [{{toc: {options}}}]"
    assert tree(html("# A", config)) == tree("<h1>A</h1>")


def test_pieces_of_files_come_from_the_folder_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "in.md").write_text("inside")
    (tmp_path / "out.md").write_text("outside")
    result = html('--8<-- "in.md"\n\n--8<-- "../out.md"\n\n--8<-- "out.md"', root=site)
    assert "inside" in result
    assert "outside" not in result


def test_pieces_that_take_each_other_in_come_to_an_end(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.md").write_text(f'--8<-- "{number + 1}.md"\n' * 2)
    (tmp_path / "30.md").write_text("deep\n")
    assert len(html('--8<-- "0.md"', root=tmp_path)) < 10_000


def test_blocks_behind_fences_and_pieces_know_their_lines(tmp_path: Path) -> None:
    (tmp_path / "in.md").write_text("one\n\ntwo\n")
    text = 'a\n\n```python\nx = 1\n```\n\n--8<-- "in.md"\n\nb\n\n=== "T"\n\n    c'
    result = html(text, root=tmp_path)
    lines = dict(re.findall(r'data-line="(\d+)"[^>]*>\s*(\w+)', result))
    assert lines["1"] == "a"
    assert lines["9"] == "b"
    assert lines["13"] == "c"
    assert '<div data-line="3" class="' in result


def test_a_tag_alone_in_a_paragraph_stays_alone() -> None:
    text = '=== "T"\n\n    <div class="a">\n\n    b\n\n    </div>'
    assert '<div data-line="3" class="a">\n<p data-line="5">b</p>\n</div>' in html(text)


def test_a_text_nested_too_deeply_does_not_spoil_the_next_one() -> None:
    flavour = PythonMarkdown()
    with pytest.raises(RecursionError):
        flavour.to_html("".join("    " * depth + "- a\n" for depth in range(400)))
    assert tree(flavour.to_html("a")) == tree("<p>a</p>")


def test_pelican_reads_fields_and_its_own_settings() -> None:
    flavour = flavour_for("pelican", {})
    assert tree(flavour.to_html("Title: a\nDate: 2020\n\nb")) == tree("<p>b</p>")
    assert 'class="highlight"' in flavour.to_html("    a = 1")
    settings = of_pelican({"MARKDOWN": {"extension_configs": {"markdown.extensions.nl2br": {}}}})
    assert tree(PythonMarkdown(settings).to_html("a\nb")) == tree("<p>a<br>b</p>")


def test_every_real_post_agrees_with_mkdocs() -> None:
    folder = require_corpora()
    if importlib.util.find_spec("mkdocs") is None or importlib.util.find_spec("material") is None:
        pytest.skip("MkDocs and its Material theme are not installed")
    samples = list(mkdocs(folder))
    roots = {each.site: folder / "dev" / "sites" / each.site for each in samples}
    flavours = {
        site: flavour_for("mkdocs", detect(root).config, root) for site, root in roots.items()
    }
    for each in samples:
        assert tree(flavours[each.site].to_html(each.body)) == tree(each.html), each.path
