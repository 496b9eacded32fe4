"""CommonMark with GitHub's additions."""

from __future__ import annotations

import re

import pytest

from reviewer.render.flavours.commonmark import CommonMark
from reviewer.render.flavours.features import PLAIN, Features
from reviewer.render.markdown import BodyOptions, render_body
from tests.measure.commonmark_cases import cases, wrong
from tests.support.corpora import require_corpora


def test_each_block_knows_its_line() -> None:
    text = "# A\n\none\ntwo\n\n- a\n- b\n\n<div>\nraw\n</div>\n\n```py\nx\n```\n\n    code\n"
    blocks = render_body(text, BodyOptions(flavour=CommonMark())).blocks
    names = [(block.line, re.match(r"<(\w+)", block.html)[1]) for block in blocks]
    assert names == [(1, "h1"), (3, "p"), (6, "ul"), (9, "div"), (13, "div"), (17, "div")]


def test_tables_footnotes_and_strikethrough() -> None:
    html = CommonMark().to_html("|a|\n|-|\n|~~b~~[^1]|\n\n[^1]: note\n")
    assert "<table" in html
    assert "<del>b</del>" in html
    assert "note" in html


def test_a_task_has_a_box() -> None:
    (block,) = render_body("- [x] done\n- [ ] open\n", BodyOptions(flavour=CommonMark())).blocks
    assert re.findall("[☑☐]", block.html) == ["☑", "☐"]


def test_bare_addresses_are_links_where_the_engine_makes_them() -> None:
    assert 'href="https://a.org"' in CommonMark().to_html("see https://a.org")
    assert "href" not in CommonMark(Features(bare_links=False)).to_html("see https://a.org")


def test_headings_have_the_ids_that_links_point_at() -> None:
    html = CommonMark().to_html("# A *b*, `c`\n# A b c\n")
    assert re.findall('id="([^"]*)"', html) == ["a-b-c", "a-b-c-1"]


def test_code_has_its_colours() -> None:
    assert '<span class="mi">1</span>' in CommonMark().to_html("```python\nx = 1\n```\n")


def test_a_template_tag_in_an_address_comes_back() -> None:
    html = render_body("[a]({{ site.baseurl }}/b)", BodyOptions(flavour=CommonMark())).html
    assert 'href="/b"' in html


def test_the_specification_holds() -> None:
    assert not wrong(CommonMark(PLAIN), cases(require_corpora()))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x"])
def test_a_harmful_address_never_reaches_the_page(address: str) -> None:
    assert "href" not in render_body(f"[a]({address})", BodyOptions(flavour=CommonMark())).html
