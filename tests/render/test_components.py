"""Components, imports and boxes between colons, which sites built with JavaScript have."""

from __future__ import annotations

import re

import pytest

from reviewer.render.flavours.registry import flavour_for
from reviewer.render.markdown import BodyOptions, render_body

MDX = flavour_for("docusaurus", {})


def words(text: str) -> str:
    """What one reads of ``text``; chips in brackets."""
    chips = re.sub(r'<span class="chip"[^>]*>([^<]*)</span>', r"[\1]", MDX.to_html(text))
    return " ".join(re.sub("<[^>]*>", "", chips).split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('a <Icon name="b" /> c', "a [Icon name=&quot;b&quot;] c"),
        ("<Tabs>\n\n**a**\n\n</Tabs>", "[Tabs] a [/Tabs]"),
        ("<Tabs\n  items={[1]}\n>\na\n</Tabs>", "[Tabs items={[1]}] a [/Tabs]"),
        ("<A.B x={y > 1} />", "[A.B x={y &gt; 1}]"),
        ("<A {...b}", "&lt;A {...b}"),
        ("import A from 'a';\nimport 'b'\n\nc", "[import] c"),
        ('import {\n  A,\n} from "a"\n\nc', "[import] c"),
        ("export const a = 1\n\nb", "[export] b"),
        ("import duties rose", "import duties rose"),
        ("export of goods", "export of goods"),
        ("a {/* b */} c", "a c"),
        ("a {/* b", "a {/* b"),
        ("<b>a</b>", "a"),
    ],
)
def test_what_only_the_site_can_show_is_a_chip(text: str, shown: str) -> None:
    assert words(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (":::note\na\n:::", "Note a"),
        (":::tip[My *title*]\na\n:::", "My *title* a"),
        ("::: warning My title\na\n:::", "My title a"),
        ("::::info\n:::tip\na\n:::\n::::", "Info Tip a"),
        ("::: \na", "::: a"),
    ],
)
def test_boxes_have_titles(text: str, shown: str) -> None:
    assert words(text) == shown


def test_a_component_knows_its_line() -> None:
    assert '<p data-line="3"><span class="chip"' in MDX.to_html("a\n\n<B />\n")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    ["<A ", "<A {", "<A>\n", "</A>\n\n", ":::a\n", ":::a\n\n", "{/*", "import a\n\n", "<A.a"],
)
def test_a_piece_by_the_thousand_does_not_hang(piece: str) -> None:
    assert isinstance(render_body(piece * 4000, BodyOptions(flavour=MDX)).html, str)
