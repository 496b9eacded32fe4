"""Liquid and shortcodes: shown, never dropped, never taken for Markdown."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.render.markdown import BodyOptions, render_body
from reviewer.render.tags.protecting import protect
from reviewer.render.tags.replacement import label
from reviewer.render.tags.syntax import TagSyntax, syntax_of


def html_of(text: str, tags: TagSyntax = TagSyntax.ALL) -> str:
    return "".join(block.html for block in render_body(text, BodyOptions(tags=tags)).blocks)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("{% include gallery.html id='a' %}", "include gallery.html id='a'"),
        ("{{ site.title }}", "site.title"),
        ("{%- assign x = other -%}", "assign x = other"),
        ('{{< gallery src="a.png" >}}', 'gallery src="a.png"'),
        ("{{% notice %}}", "notice"),
    ],
)
def test_a_tag_becomes_a_chip_with_its_words(tag: str, words: str) -> None:
    assert label(tag) == words
    assert f">{escape(words, quote=False)}</span> after" in html_of(f"before {tag} after")


def test_markdown_inside_a_tag_is_not_markdown() -> None:
    assert "<em>" not in html_of("{% include *a* _b_ %} and {{ x | where: '*', '*' }}")


def test_a_tag_in_inline_code_is_its_own_text() -> None:
    assert html_of("`{{ x }}`") == "<p><code>{{ x }}</code></p>"


def test_a_tag_in_fenced_code_is_its_own_text() -> None:
    assert "{{ page.title }}" in html_of("```html\n<h1>{{ page.title }}</h1>\n```")


def test_the_base_url_in_an_address_stands_for_the_root() -> None:
    assert 'src="reviewer-preview://content/a.png"' in html_of("![a]({{ site.baseurl }}/a.png)")


def test_a_filtered_path_in_an_address_is_the_path() -> None:
    assert 'href="/about/"' in html_of("[a]({{ '/about/' | relative_url }})")


def test_an_unknown_tag_in_an_address_stays_to_be_seen() -> None:
    assert "{% link a.md %}" in html_of("[a]({% link a.md %})")


def test_raw_shows_what_it_holds() -> None:
    assert html_of("{% raw %}{{ x }}{% endraw %}") == "<p>{{ x }}</p>"


def test_highlight_is_a_code_block_in_its_language() -> None:
    html = html_of("{% highlight ruby %}\ndef x; end\n{% endhighlight %}\n\nafter")
    assert html.startswith('<figure class="highlight"><div class="codehilite">')
    assert '<span class="k">def</span>' in html
    assert html.endswith("<p>after</p>")


def test_a_highlight_that_never_ends_is_a_chip() -> None:
    assert 'class="chip"' in html_of("{% highlight ruby %}\ndef x; end")


@pytest.mark.parametrize(
    ("engine", "text", "has_chip"),
    [
        ("hugo", "{% raw text %}", False),
        ("hugo", "{{< x >}}", True),
        ("jekyll", "{% x %}", True),
        ("obsidian", "{{ x }}", False),
        ("unheard-of", "{{< x >}}", True),
    ],
)
def test_each_engine_has_its_own_tags(engine: str, text: str, has_chip: bool) -> None:
    assert ('class="chip"' in html_of(text, syntax_of(engine))) is has_chip


def test_private_characters_of_the_author_stay() -> None:
    icon = chr(0xF0001)
    assert html_of(f"{icon} {{{{ x }}}} {icon}").count(icon) == 2


def test_long_labels_are_cut_and_the_whole_tag_is_the_title() -> None:
    tag = "{{ " + "x" * 100 + " }}"
    assert len(label(tag)) == 60
    assert f'title="{tag}"' in html_of(tag)


@given(st.text(alphabet="{}%<> \nab-`'", max_size=60))
def test_protecting_keeps_every_line_where_it_is(text: str) -> None:
    protected = protect(text)
    if "highlight" not in text:
        assert protected.text.count("\n") == text.count("\n")


@given(st.text(alphabet="{}%<> \nab-`'", max_size=60))
def test_no_private_character_reaches_the_page(text: str) -> None:
    assert not any(ord(sign) >= 0xF0000 for sign in html_of(text))


@pytest.mark.timeout(30)
@pytest.mark.parametrize("text", ["{{", "{%", "{{ {% ", "{% raw %}", "{{<", "{% comment %}\n"])
def test_unclosed_tags_by_the_thousand_do_not_hang(text: str) -> None:
    assert protect(text * 20_000).text
