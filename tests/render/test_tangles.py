"""No text keeps the preview busy for long."""

from __future__ import annotations

import pytest

from reviewer.render.flavours.registry import FLAVOURS
from reviewer.render.markdown import NOT_RENDERED, TOO_LONG, BodyOptions, render_body
from reviewer.render.tangles import LONGEST, is_tangled
from tests.support.corpora import require_corpora


@pytest.mark.timeout(60)
@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "piece",
    [
        "[", "![", "[a](", "[a](b \"", "<", "<a ", "<a \"", "<div>", "</div>", "<code>", "<!--",
        "<![CDATA[", "<?", "<iframe '", "<script>", "<img src=\"", "<http://a", "{: ", "# a {",
        "{{", "{% raw %}", "*a ", "_a", "`a", "```\n", "> ", "> a\n", "- a\n", "|", "&#", "a\n",
        "a  \n", "a\n: b\n", "[^1]", "\\", "(", "*a", "**a *", "\"", "--", "<<", "$$", "{:a}\n",
        "<p markdown=1>\n",
        "<div markdown=\"1\"></div>\n", "- {:a}\n", "{::comment}\n", "a|b\n", "[a](b)", "**a",
        "_a_ ",
    ],
)  # fmt: skip
def test_a_piece_by_the_thousand_does_not_hang(piece: str, flavour: str) -> None:
    rendered = render_body(piece * 4000, BodyOptions(flavour=FLAVOURS[flavour]({})))
    assert isinstance(rendered.html, str)


def test_tangled_text_is_shown_as_written_with_a_notice() -> None:
    notice, text = render_body("<b>[" * 2000).blocks
    assert NOT_RENDERED in notice.html
    assert text.html.startswith("<pre>&lt;b&gt;[")


def test_links_within_links_by_the_thousand_are_tangled() -> None:
    assert is_tangled("[" * 2000 + "a" + "](b)" * 2000)
    assert not is_tangled("[a](b) [[c](d)](e)\n" * 2000)


def test_a_long_article_is_not_tangled() -> None:
    assert not is_tangled("Words [link](https://a.org) <b>bold</b> {{ x }}\n\n" * 5000)


def test_no_real_post_is_tangled() -> None:
    sites = require_corpora() / "dev" / "sites"
    posts = sorted(path for path in sites.rglob("*.md") if path.is_file())
    assert not [path for path in posts if is_tangled(path.read_text("utf-8", "replace"))]


def test_of_a_text_beyond_all_measure_the_beginning_is_shown_as_written() -> None:
    html = render_body("words *and* words\n" * (LONGEST // 10)).html
    assert TOO_LONG in html
    assert len(html) < LONGEST + 1000
