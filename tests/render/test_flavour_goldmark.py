"""goldmark's rules where they are not CommonMark's, and what a Hugo site can set."""

from __future__ import annotations

import shutil
from typing import Any

import pytest

from reviewer.render.flavours.goldmark.flavour import Goldmark, Settings
from reviewer.render.markdown import BodyOptions, render_body
from tests.measure.agreement_dom import tree
from tests.measure.agreement_engines import goldmark
from tests.support.corpora import require_corpora

CASES = {
    "quotes": ("\"It's\" 'a' the '90s", "<p>“It’s” ‘a’ the ’90s</p>"),
    "a mark that closes nothing": ('5" wide', '<p>5" wide</p>'),
    "symbols": ("a -- b --- c ... <<d>>", "<p>a – b — c … «d»</p>"),
    "code stays straight": ("`'a' -- b`", "<p><code>'a' -- b</code></p>"),
    "definition list": ("a\n: b", "<dl><dt>a</dt><dd>b</dd></dl>"),
    "deleted": ("~~a~~", "<p><del>a</del></p>"),
    "attributes of a heading": (
        '# A {#b .c data-x="d"}',
        '<h1 class="c" data-x="d">A</h1>',
    ),
    "braces that say nothing": ("# A {b}", "<h1>A {b}</h1>"),
    "bare addresses": ("https://a.org", '<p><a href="https://a.org">https://a.org</a></p>'),
    "raw html is left out": ("a <b>c</b>\n\n<div>d</div>\n\ne", "<p>a c</p><p>e</p>"),
    "tasks": ("- [x] a", '<ul><li><input checked="" disabled="" type="checkbox"> a</li></ul>'),
}


@pytest.mark.parametrize(("text", "html"), CASES.values(), ids=CASES)
def test_it_reads_as_goldmark_does(text: str, html: str) -> None:
    assert tree(Goldmark().to_html(text)) == tree(html)


def setting(*path: str, value: Any) -> dict[str, Any]:
    """A configuration in which only the last of ``path`` is set."""
    config: Any = value
    for name in reversed(("markup", "goldmark", *path)):
        config = {name: config}
    return config


@pytest.mark.parametrize(
    ("config", "text", "html"),
    [
        (setting("renderer", "unsafe", value=True), "<i>a</i>", "<p><i>a</i></p>"),
        (setting("renderer", "hardWraps", value=True), "a\nb", "<p>a<br>b</p>"),
        (setting("extensions", "typographer", value=False), '"a"', '<p>"a"</p>'),
        (setting("extensions", "typographer", value={"disable": True}), '"a"', '<p>"a"</p>'),
        (setting("extensions", "linkify", value=False), "www.a.org", "<p>www.a.org</p>"),
        ({"Markup": None}, "a", "<p>a</p>"),
    ],
)
def test_a_site_can_set_it(config: dict[str, Any], text: str, html: str) -> None:
    assert tree(Goldmark(Settings.of(config)).to_html(text)) == tree(html)


def test_footnotes_go_by_their_numbers() -> None:
    html = Goldmark().to_html("a[^n]\n\n[^n]: note")
    assert '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref"' in html


def test_lists_and_notes_know_their_lines() -> None:
    blocks = render_body("# A\n\n- a\n\n1. b", BodyOptions(flavour=Goldmark())).blocks
    assert [block.line for block in blocks] == [1, 3, 5]


def test_nearly_every_real_post_agrees_with_hugo() -> None:
    folder = require_corpora()
    if not shutil.which("hugo"):
        pytest.skip("Hugo is not installed")
    samples = list(goldmark(folder))
    agreed = sum(tree(Goldmark().to_html(each.body)) == tree(each.html) for each in samples)
    assert agreed >= 0.98 * len(samples)
