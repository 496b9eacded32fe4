"""Each block of the page knows the line of the body that it comes from."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest

from reviewer.render.flavours.python_markdown.flavour import PythonMarkdown
from reviewer.render.markdown import BodyOptions, Rendered
from reviewer.render.markdown import render_body as render_with
from tests.support.corpora import require_corpora


def render_body(text: str) -> Rendered:
    return render_with(text, BodyOptions(flavour=PythonMarkdown()))


def lines_of(text: str) -> list[tuple[int, str]]:
    """Line and element name of each block."""
    blocks = render_body(text).blocks
    return [(block.line, re.match(r"<(\w+)", block.html)[1]) for block in blocks]


def test_paragraphs_and_headings_with_blank_lines_between() -> None:
    assert lines_of("\n\n# A\n\none\n\n\n\ntwo\n") == [(3, "h1"), (5, "p"), (9, "p")]


def test_headings_without_blank_lines_around() -> None:
    assert lines_of("one\n## A\ntwo\n### B\nthree") == [
        (1, "p"),
        (2, "h2"),
        (3, "p"),
        (4, "h3"),
        (5, "p"),
    ]


def test_equal_paragraphs_have_their_own_lines() -> None:
    assert [line for line, _ in lines_of("same\n\nsame\n\nsame")] == [1, 3, 5]


def test_a_fence_counts_all_its_lines() -> None:
    text = "a\n\n```python\nx = 1\n\n\ny = 2\n```\nafter"
    assert lines_of(text) == [(1, "p"), (3, "div"), (9, "p")]


def test_an_empty_fence_counts_both_its_lines() -> None:
    assert lines_of("```\n```\nafter") == [(1, "div"), (3, "p")]


def test_a_fence_with_a_broken_attribute_list_is_text() -> None:
    assert lines_of("``` {a\nx\n```\n\nafter")[-1] == (5, "p")


def test_what_stands_in_a_fence_is_not_taken_for_what_follows() -> None:
    assert lines_of("```\nlater\n```\n\nlater")[-1] == (5, "p")


def test_raw_html_counts_all_its_lines() -> None:
    text = '<div class="x">\n<p>later</p>\n\n</div>\n\nlater'
    assert lines_of(text) == [(1, "div"), (6, "p")]


def test_html_with_markdown_inside() -> None:
    assert lines_of('<div markdown="1">\n*a*\n</div>\n\nb')[-1] == (5, "p")


def test_a_tag_over_several_lines_counts_them_all() -> None:
    text = 'one {% include a.html\n  x="1"\n  y="2" %} end\n\ntwo'
    assert lines_of(text) == [(1, "p"), (5, "p")]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_count_alike(end: str) -> None:
    assert lines_of("# A\n\none\n\ntwo".replace("\n", end)) == [(1, "h1"), (3, "p"), (5, "p")]


def test_table_definition_list_quote_and_rule() -> None:
    text = dedent("""\
        | a | b |
        |---|---|
        | 1 | 2 |

        Term
        :   Definition

        > quote

        text
        """)
    assert lines_of(text) == [(1, "table"), (5, "dl"), (8, "blockquote"), (10, "p")]


def test_link_definitions_move_nothing() -> None:
    assert lines_of("[a]\n\n[a]: https://a.org\n\nafter")[-1] == (5, "p")


def test_list_items_know_their_offset_in_the_list() -> None:
    (block,) = render_body("\n- one\n- two\n\n    more\n\n- three").blocks
    assert block.line == 2
    assert re.findall(r'<(\w+) data-offset="(\d+)"', block.html) == [
        ("li", "1"),
        ("p", "1"),
        ("p", "3"),
        ("li", "5"),
        ("p", "5"),
    ]


def test_footnotes_have_no_line_and_move_nothing() -> None:
    assert lines_of("a[^1]\n\n[^1]: note\n\nb") == [(1, "p"), (5, "p"), (0, "div")]


def test_a_new_line_above_leaves_the_html_of_what_follows_as_it_was() -> None:
    text = "one\n\n- a\n- b\n\n```\ncode\n```\n"
    before, after = render_body(text).blocks, render_body("new\n\n" + text).blocks
    assert [block.html for block in after[1:]] == [block.html for block in before]
    assert [block.line - 2 for block in after[1:]] == [block.line for block in before]


def test_lines_of_real_posts_never_go_back() -> None:
    site = require_corpora() / "dev" / "sites" / "jekyll-docs"
    posts = sorted(site.rglob("*.md"))[:40]
    for post in posts:
        lines = [block.line for block in render_body(post.read_text("utf-8")).blocks if block.line]
        assert lines == sorted(lines), post
