"""Hugo's own shortcodes, and the chips of those that belong to a site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reviewer.render.flavours.registry import FLAVOURS
from reviewer.render.markdown import BodyOptions, render_body
from reviewer.render.tags.syntax import TagSyntax

if TYPE_CHECKING:
    from collections.abc import Sequence


class Site:
    """A site that knows one post and two parameters."""

    def value(self, names: Sequence[str]) -> Any:
        known = {("page", "color"): "blue", ("site", "params", "color"): "red"}
        known[("site", "params", "v", "core")] = "1.2"
        return known.get(tuple(names))

    def address_of(self, target: str) -> str | None:
        return {"a.md": "/docs/a/", "a.md#x": "/docs/a/#x"}.get(target)


def html_of(text: str) -> str:
    options = BodyOptions(
        tags=TagSyntax.SHORTCODES, flavour=FLAVOURS["goldmark"]({}), around=Site()
    )
    return "".join(block.html for block in render_body(text, options).blocks)


def test_a_figure_with_its_caption() -> None:
    html = html_of('{{< figure src="/a.png" alt="An A" caption="See" link="/x" >}}')
    assert html.startswith('<figure><a href="/x"><img ')
    assert 'alt="An A"' in html
    assert html.endswith("<figcaption><p>See</p></figcaption></figure>")


def test_a_figure_needs_no_paragraph_around_it() -> None:
    assert "<p><figure" not in html_of('one\n\n{{< figure src="/a.png" >}}\n\ntwo')


@pytest.mark.parametrize("name", ["ref", "relref"])
def test_references_are_addresses(name: str) -> None:
    assert 'href="/docs/a/#x"' in html_of(f'[a]({{{{< {name} "a.md#x" >}}}})')


def test_a_reference_to_nothing_is_to_be_seen() -> None:
    assert 'class="chip"' in html_of('{{< ref "gone.md" >}}')


@pytest.mark.parametrize(("name", "value"), [("color", "blue"), ("v.core", "1.2")])
def test_a_parameter_of_the_page_or_the_site(name: str, value: str) -> None:
    assert html_of(f"It is {{{{< param {name} >}}}}.") == f"<p>It is {value}.</p>"


def test_highlight_colours_and_marks_lines() -> None:
    html = html_of(
        '{{< highlight go "linenos=table,hl_lines=2,linenostart=9" >}}\na\nb\n{{< /highlight >}}'
    )
    assert '<span class="linenos">  9 </span>' in html
    assert '<span class="hll"><span class="linenos"> 10 </span>' in html


def test_lines_are_what_ends_with_a_line_feed() -> None:
    html = html_of('{{< highlight text "linenos=true" >}}\na\x0bb\u2028c\n{{< /highlight >}}')
    assert html.count('class="linenos"') == 1


def test_a_video_is_a_placeholder_that_loads_nothing() -> None:
    html = html_of("{{< youtube w7Ft2ymGmfc >}}")
    assert 'href="https://www.youtube.com/watch?v=w7Ft2ymGmfc"' in html
    assert "<iframe" not in html


def test_what_an_unknown_shortcode_encloses_is_rendered_between_chips() -> None:
    html = html_of("{{% alert %}}\n\nSome *words*.\n\n{{% /alert %}}")
    assert html.count('class="chip"') == 2
    assert "<p>Some <em>words</em>.</p>" in html


def test_code_in_an_unknown_shortcode_is_no_markdown() -> None:
    html = html_of("{{< code-toggle file=hugo >}}\n[a]\n*b* = 1\n{{< /code-toggle >}}")
    assert "<pre>[a]\n*b* = 1</pre>" in html


def test_a_shortcode_that_is_only_spoken_of_is_text() -> None:
    html = html_of("Write {{</* youtube x */>}} or `{{%/* a */%}}`.")
    assert html == "<p>Write {{&lt; youtube x &gt;}} or <code>{{% a %}}</code>.</p>"
