"""kramdown's rules where they are not CommonMark's."""

from __future__ import annotations

import re

import pytest

from reviewer.render.flavours.kramdown.flavour import Kramdown
from reviewer.render.markdown import BodyOptions, render_body
from tests.measure.agreement_dom import tree
from tests.measure.agreement_engines import kramdown_recorded
from tests.support.corpora import require_corpora

CASES = {
    "quotes": ("\"It's\" the '80s", "<p>“It’s” the ’80s</p>"),
    "quotes around markup": (
        '"**a**" "[b](c)"',
        '<p>“<strong>a</strong>” “<a href="c">b</a>”</p>',
    ),
    "symbols": ("a -- b --- c ... << d >>", "<p>a – b — c … «\u00a0d\u00a0»</p>"),
    "strong inside a word": (
        "a**b**c 甲**乙。**丙",
        "<p>a<strong>b</strong>c 甲<strong>乙。</strong>丙</p>",
    ),
    "underscores inside a word": ("a_b_c", "<p>a_b_c</p>"),
    "unclosed emphasis": ("*a **b** c", "<p>*a <strong>b</strong> c</p>"),
    "attributes behind a block": ("a\n{: .x #y}", '<p class="x">a</p>'),
    "attributes before a block": ("{: .x}\na", '<p class="x">a</p>'),
    "attributes of a span": ('[a](b){: rel="x"}', '<p><a href="b" rel="x">a</a></p>'),
    "named attributes": ("{:n: .x .y}\n\na\n{: n}", '<p class="x y">a</p>'),
    "attributes of an item": ("- {: .x} a", '<ul><li class="x">a</li></ul>'),
    "id of a heading": ("# A {#b}", "<h1>A</h1>"),
    "comment": ("a\n\n{::comment}\nb\n{:/comment}\n\nc", "<p>a</p><p>c</p>"),
    "html is raw": ("<div>\n*a*\n\n*b*\n</div>", "<div>*a* *b*</div>"),
    "html with markdown": ('<div markdown="1">\n*a*\n</div>', "<div><p><em>a</em></p></div>"),
    "a paragraph with markdown": ('<p markdown="1">*a*</p>', "<p><em>a</em></p>"),
    "html left open": ("<div>a", "<div>a</div>"),
    "mathematics": ("$$a_b$$ x", "<p>\\(a_b\\) x</p>"),
    "a backslash before a letter": (r"\a \*", r"<p>\a *</p>"),
    "an address with a blank": ("[a](b c)", '<p><a href="b c">a</a></p>'),
    "tight and loose items": (
        "- a\n- b\n\n- c\n",
        "<ul><li>a</li><li><p>b</p></li><li>c</li></ul>",
    ),
    "bare addresses are text": ("https://a.org", "<p>https://a.org</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "html"), CASES.values(), ids=CASES)
def test_it_reads_as_kramdown_does(text: str, html: str) -> None:
    assert tree(Kramdown().to_html(text)) == tree(html)


def test_each_block_knows_its_line() -> None:
    text = '# A\n\n{: .x}\none\n\n<div markdown="1">\n\nin\n</div>\n\n- a\n- b\n'
    blocks = render_body(text, BodyOptions(flavour=Kramdown())).blocks
    assert [(block.line, *re.findall(r"\A<(\w+)", block.html)) for block in blocks] == [
        (1, "h1"),
        (4, "p"),
        (6, "div"),
        (11, "ul"),
    ]
    assert '<p data-offset="2">in' in blocks[2].html


def test_footnotes_stand_at_the_end() -> None:
    html = Kramdown().to_html("a[^n]\n\n[^n]: note\n\nb")
    assert '<sup id="fnref:n" role="doc-noteref"><a href="#fn:n"' in html
    assert html.index('<p data-line="5">b') < html.index(">note")


def test_nearly_every_recorded_post_agrees() -> None:
    samples = list(kramdown_recorded(require_corpora()))
    agreed = sum(tree(Kramdown().to_html(each.body)) == tree(each.html) for each in samples)
    assert agreed >= 0.99 * len(samples)
