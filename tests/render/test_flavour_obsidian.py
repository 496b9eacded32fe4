"""Obsidian's own marks."""

from __future__ import annotations

import pytest

from reviewer.render.flavours.obsidian.flavour import Obsidian
from reviewer.render.markdown import BodyOptions, render_body
from tests.measure.agreement_dom import tree

CASES = {
    "link": ("[[Page]]", '<p><a class="internal-link" href="Page.md">Page</a></p>'),
    "other words": ("[[a b|c]]", '<p><a class="internal-link" href="a%20b.md">c</a></p>'),
    "heading": (
        "[[Page#Two words]]",
        '<p><a class="internal-link" href="Page.md#two-words">Page &gt; Two words</a></p>',
    ),
    "on this page": ("[[#A]]", '<p><a class="internal-link" href="#a">A</a></p>'),
    "in a table": (
        "|a|\n|-|\n|[[b\\|c]]|",
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>"
        '<a class="internal-link" href="b.md">c</a></td></tr></tbody></table>',
    ),
    "image": (
        "![[a b.png|300x200]]",
        '<p><img src="a%20b.png" alt="a b.png" width="300" height="200"></p>',
    ),
    "note": (
        "![[note]]",
        '<p><span class="chip" title="![[note]]">Embedded: note</span></p>',
    ),
    "code stays": ("`[[a]] ==b==`", "<p><code>[[a]] ==b==</code></p>"),
    "highlight": ("==a *b*== c", "<p><mark>a <em>b</em></mark> c</p>"),
    "no highlight": ("a == b", "<p>a == b</p>"),
    "comment": ("a %%b%%c", "<p>a c</p>"),
    "comment over lines": ("a\n\n%%\nb\n\nc\n%%\n\nd", "<p>a</p><p>d</p>"),
    "tag": ("#a/b #1", '<p><span class="tag">#a/b</span> #1</p>'),
    "name of a block": ("words ^name", "<p>words</p>"),
    "line ends": ("a\nb", "<p>a<br>b</p>"),
    "callout": (
        "> [!tip] A *b*\n> c\n>\n> d",
        '<div class="admonition callout tip"><p class="admonition-title">A <em>b</em></p>'
        "<p>c</p><p>d</p></div>",
    ),
    "callout without a title": (
        "> [!note]\n> a",
        '<div class="admonition callout note"><p class="admonition-title">Note</p><p>a</p></div>',
    ),
    "folded callout": (
        "> [!note]- A\n> b",
        '<details class="admonition callout note"><summary class="admonition-title">A</summary>'
        "<p>b</p></details>",
    ),
    "quotation": ("> a [!note]", "<blockquote><p>a [!note]</p></blockquote>"),
    "maths": ("$a$", '<p><span class="math inline">a</span></p>'),
}


@pytest.mark.parametrize(("text", "html"), CASES.values(), ids=CASES)
def test_it_reads_as_obsidian_does(text: str, html: str) -> None:
    assert tree(Obsidian().to_html(text)) == tree(html)


def test_blocks_have_their_names_and_lines() -> None:
    html = Obsidian().to_html("a ^b\n\n> [!note] x\n> y\n\n- c ^d")
    assert '<p id="^b" data-line="1">' in html
    assert '<p data-line="4">y</p>' in html
    assert '<li id="^d" data-line="6">' in html


def test_strict_line_ends_can_be_set() -> None:
    assert "<br" not in Obsidian(strict_breaks=True).to_html("a\nb")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    ["[[", "![[", "[[a|", "==", "==a ", "%%", "%%\n", "> [!a]\n", "> [!a]- ", "#a", "$a", "$$\n"],
)  # fmt: skip
def test_a_piece_by_the_thousand_does_not_hang(piece: str) -> None:
    assert isinstance(render_body(piece * 4000, BodyOptions(flavour=Obsidian())).html, str)
