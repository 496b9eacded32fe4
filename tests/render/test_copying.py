"""What is copied is what the site would have, without the preview's own marks."""

from __future__ import annotations

from reviewer.document.post import Post
from reviewer.render.copying import plain_html
from reviewer.render.flavours.commonmark import CommonMark
from reviewer.render.markdown import BodyOptions
from reviewer.render.targets import Targets

OPTIONS = BodyOptions(flavour=CommonMark(), targets=Targets())


def copied(body: str) -> str:
    return plain_html(Post.from_bytes(f"---\ntitle: T\n---\n{body}".encode()), OPTIONS)


def test_lines_are_not_copied() -> None:
    assert copied("- a\n- b\n") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"


def test_addresses_of_images_are_those_of_the_post() -> None:
    html = copied("![a](/a.png) ![b](http://example.org/b.png)\n")
    assert 'src="/a.png"' in html
    assert 'src="http://example.org/b.png"' in html


def test_words_that_look_like_a_line_mark_stay() -> None:
    assert 'data-offset="1"' in copied('Write data-offset="1" here.\n')
