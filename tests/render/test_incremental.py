"""Rendering piece by piece gives what rendering the whole gives, whatever is typed where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.render.flavours.commonmark import CommonMark
from reviewer.render.flavours.goldmark.flavour import Goldmark
from reviewer.render.flavours.goldmark.settings import Settings
from reviewer.render.flavours.kramdown.flavour import Kramdown
from reviewer.render.incremental import Memory, is_balanced
from reviewer.render.markdown import BodyOptions, render_body
from reviewer.render.pieces import cut

if TYPE_CHECKING:
    from reviewer.render.flavours.flavour import Flavour

FLAVOURS = (Kramdown(), Goldmark(), Goldmark(Settings(unsafe=True)), CommonMark())
PARTS = (
    "word",
    "two words",
    " ",
    "\n",
    "\n\n",
    "\n\n",
    "    code",
    "  ",
    "\t",
    "# Head",
    "## Head",
    "- item",
    "* other",
    "1. one",
    "10) ten",
    "> quote",
    "```",
    "```py",
    "~~~",
    "````",
    "``` a b",
    "`x`",
    "`",
    "**b**",
    "_",
    "---",
    "===",
    "| a | b |\n|---|---|\n| c | d |",
    "[a]",
    "[text](url)",
    "[a]: /url",
    "[b]: /u 'T'",
    "[b][a]",
    "*[HTML]: Words",
    "HTML",
    "![i](x.png)",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<p>",
    "<br>",
    "<!--",
    "-->",
    "<img src=x.png>",
    "<span>s</span>",
    "<pre>",
    "</pre>",
    "$$",
    "{: .c}",
    "{: #i}",
    "{:toc}",
    "{:n: .x}",
    "[^1]",
    "[^1]: note",
    "term\n: meaning",
    ": more",
    "{% raw %}",
    "{% endraw %}",
    "{{ x }}",
    "{{< y >}}",
    "\\",
    '"quoted"',
    "{#own}",
    "<iframe src=x></iframe>",
    "<li>",
    "&amp;",
    "***",
    "^",
    "A. a",
    "é",
    "\u00a0",
    "\u2028",
)
POST = """\
# Title

A paragraph with *emphasis*, a [link] and `code`.

- one
- two

  more of two

```py
print("a")

print("b")
```

| a | b |
|---|---|
| c | d |

<div class="note">

inside

</div>

## Title

[link]: https://example.org "Words"

The last words.
"""
TEXTS = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


@dataclass(frozen=True)
class Counting(CommonMark):
    """Keeps what it was asked to render."""

    rendered: list[str] = field(default_factory=list, compare=False)

    def piece(self, text: str) -> str:
        self.rendered.append(text)
        return super().piece(text)


def assert_same(text: str, flavour: Flavour, memory: Memory) -> None:
    options = BodyOptions(flavour=flavour)
    assert render_body(text, options, memory) == render_body(text, options)


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda one: one.name)
@given(texts=st.lists(TEXTS, min_size=2, max_size=5), between=st.sampled_from(("\n", "\n\n")))
@settings(max_examples=80, deadline=None)
def test_pieces_give_what_the_whole_gives(flavour: Flavour, texts: list[str], between: str) -> None:
    memory = Memory()
    for first in range(len(texts)):
        assert_same(between.join(texts[first:] + texts[:first]), flavour, memory)


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda one: one.name)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_typing_anywhere_in_a_post_gives_what_the_whole_gives(
    flavour: Flavour, data: st.DataObject
) -> None:
    text, memory = POST, Memory()
    for _ in range(6):
        at = data.draw(st.integers(0, len(text)))
        end = at + data.draw(st.sampled_from((0, 0, 0, 1, 9)))
        text = text[:at] + data.draw(st.sampled_from(PARTS)) + text[end:]
        assert_same(text, flavour, memory)


def test_only_the_piece_that_changed_is_rendered_again() -> None:
    flavour, memory = Counting(), Memory()
    options = BodyOptions(flavour=flavour)
    render_body(POST, options, memory)
    flavour.rendered.clear()
    render_body(POST.replace("last words", "very last words"), options, memory)
    assert flavour.rendered == ["The very last words.\n"]


def test_other_options_are_not_mixed_up() -> None:
    memory, text = Memory(), "![a](https://example.org/a.png)\n\nmore\n"
    blocked = render_body(text, BodyOptions(flavour=CommonMark()), memory)
    loaded = render_body(text, BodyOptions(flavour=CommonMark(), remote_images=True), memory)
    assert (blocked.blocked, loaded.blocked) == (("https://example.org/a.png",), ())


def test_a_definition_that_changed_is_seen_in_every_piece_that_uses_it() -> None:
    options, memory = BodyOptions(flavour=CommonMark()), Memory()
    render_body("[a]\n\nb\n\n[a]: /one\n", options, memory)
    changed = render_body("[a]\n\nb\n\n[a]: /two\n", options, memory)
    assert 'href="/two"' in changed.html


@pytest.mark.parametrize(
    "text", ["```\na\n\nb\n```\n", "<div>\n\na\n\n</div>\n", "- a\n\n  b\n\n- c\n", "a\n\n: b\n"]
)
def test_what_reaches_over_blank_lines_is_not_cut(text: str) -> None:
    pieces = cut(text)
    assert pieces is not None
    assert [piece.text for piece in pieces.parts] == [text]


@pytest.mark.parametrize("html", ["<p>a", "a</p>", "<b><i></b></i>", "<plaintext>", "a < <!--"])
def test_html_that_leaves_something_open_is_not_balanced(html: str) -> None:
    assert not is_balanced(html)


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda one: one.name)
def test_code_within_a_tag_does_not_make_one_of_its_ends(flavour: Flavour) -> None:
    assert_same("<div>\n\ninside\n\n<`x`/div>\n\n## Title\n\nlast\n", flavour, Memory())
