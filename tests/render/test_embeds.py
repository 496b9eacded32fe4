"""Players and frames are named where they stand, since they are never loaded."""

from __future__ import annotations

import pytest

from reviewer.render.embeds import LEFT_OUT
from reviewer.render.flavours.goldmark.flavour import Goldmark
from reviewer.render.markdown import BodyOptions, render_body


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<iframe src="https://a.org/v"></iframe>', "Embedded page: https://a.org/v"),
        ("<video controls><source src='a.mp4'></video>", "Video: a.mp4"),
        ("<audio src=a.mp3></audio>", "Audio: a.mp3"),
        ('<script async src="https://a.org/w.js"></script>', "Script: https://a.org/w.js"),
        ("<script>var a = 1;</script>", "Script"),
        ('<embed src="a.swf">', "Embedded content: a.swf"),
        ("<svg><circle r='1'/></svg>", "Drawing"),
        ("<form action='/x'><input></form>", "Form: /x"),
    ],
)
def test_an_embedded_thing_becomes_a_chip(html: str, words: str) -> None:
    result = render_body(f"before\n\n{html}\n\nafter")
    assert f">{words}</span>" in result.blocks[1].html
    assert [block.line for block in result.blocks] == [1, 3, 5]


def test_embedded_things_in_code_stay_code() -> None:
    assert "chip" not in render_body("`<iframe src='x'></iframe>`").html


@pytest.mark.timeout(30)
def test_unclosed_tags_by_the_thousand_do_not_hang() -> None:
    assert "<script" not in render_body("<script>" * 5_000).html


def test_html_that_a_site_leaves_out_is_named() -> None:
    html = render_body("a <b>c</b>\n\n<div>d</div>", BodyOptions(flavour=Goldmark())).html
    assert html.count(LEFT_OUT) == 3
    assert f'<div data-line="3" class="loose"><span class="chip">{LEFT_OUT}</span></div>' in html
