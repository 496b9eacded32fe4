"""goldmark's rules where they are not CommonMark's, and what a Hugo site can set."""

from __future__ import annotations

import shutil
from typing import Any

import pytest

from reviewer.render.flavours.goldmark.flavour import Goldmark
from reviewer.render.flavours.goldmark.settings import Settings
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
    "a tilde defines nothing": ("a\n\n~ b", "<p>a</p><p>~ b</p>"),
    "a host has a dot": ("http://localhost a", "<p>http://localhost a</p>"),
    "the web": ("www.a.org/b.", '<p><a href="https://www.a.org/b">www.a.org/b</a>.</p>'),
    "a bracket stays with an address": (
        "(http://a.org/b).",
        '<p>(<a href="http://a.org/b)">http://a.org/b)</a>.</p>',
    ),
    "mail": ("to a@b.org.", '<p>to <a href="mailto:a@b.org">a@b.org</a>.</p>'),
    "an address that acts": ("[a](javascript:b)", '<p><a href="">a</a></p>'),
    "a definition by itself is tight": (
        "a\n: b\n\n  - c\n\nd\n\n: e",
        "<dl><dt>a</dt><dd>b<ul><li>c</li></ul></dd><dt>d</dt><dd><p>e</p></dd></dl>",
    ),
    "a task without words": (
        "- [ ]",
        '<ul><li><input disabled="" type="checkbox"></li></ul>',
    ),
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
        (setting("extensions", "table", value=False), "|a|\n|-|", "<p>|a|\n|-|</p>"),
        (setting("extensions", "strikethrough", value=False), "~~a~~", "<p>~~a~~</p>"),
        (setting("extensions", "footnote", value=False), "a[^1]", "<p>a[^1]</p>"),
        (setting("extensions", "definitionList", value=False), "a\n: b", "<p>a\n: b</p>"),
        (setting("extensions", "taskList", value=False), "- [ ] a", "<ul><li>[ ] a</li></ul>"),
        (
            setting("extensions", "typographer", value={"leftDoubleQuote": "&bdquo;"}),
            '"a"',
            "<p>„a”</p>",
        ),
        (
            setting("extensions", "linkifyProtocol", value="http"),
            "www.a.org",
            '<p><a href="http://www.a.org">www.a.org</a></p>',
        ),
        (setting("parser", "attribute", value={"block": True}), "a\n{.b}", '<p class="b">a</p>'),
        (
            setting("parser", "attribute", value={"block": True}),
            "> a\n\n{.b}",
            '<blockquote class="b"><p>a</p></blockquote>',
        ),
        (setting("parser", "attribute", value={"block": True}), "a\n{: .b}", "<p>a\n{: .b}</p>"),
        (setting("parser", "attribute", value={"title": False}), "# a {.b}", "<h1>a {.b}</h1>"),
        (
            setting("parser", "wrapStandAloneImageWithinParagraph", value=False),
            "![a](b)\n\nc ![a](b)",
            '<img src="b" alt="a"><p>c <img src="b" alt="a"></p>',
        ),
        (
            setting(
                "extensions",
                "passthrough",
                value={
                    "enable": True,
                    "delimiters": {"block": [["$$", "$$"]], "inline": [["\\(", "\\)"]]},
                },
            ),
            "\\(a_b_c\\)\n\n$$\na_b_\n\nc\n$$",
            "<p>\\(a_b_c\\)</p><p>$$\na_b_\n\nc\n$$</p>",
        ),
        (
            setting("extensions", "extras", value={"subscript": {"enable": True}}),
            "H~2~O",
            "<p>H<sub>2</sub>O</p>",
        ),
        (
            setting("extensions", "extras", value={"mark": {"enable": True}}),
            "==a==",
            "<p><mark>a</mark></p>",
        ),
        ({"enableEmoji": True}, "a :smile: :no-such:", "<p>a 😄 :no-such:</p>"),
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
