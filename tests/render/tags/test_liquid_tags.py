"""What Liquid makes of tags and outputs, where the site's values are at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from reviewer.render.flavours.registry import FLAVOURS
from reviewer.render.markdown import BodyOptions, render_body
from reviewer.render.tags.syntax import TagSyntax

VALUES = {
    "site": {"title": "My *Site*", "baseurl": "/blog", "url": "https://example.org", "n": 3},
    "page": {"title": "Hello", "date": date(2024, 2, 3), "tags": ["a", "b"], "long": "x\ny"},
}
ADDRESSES = {"_posts/2024-01-01-a.md": "/2024/a/", "2024-01-01-a": "/2024/a/"}


class Site:
    """A site of two mappings."""

    def value(self, names: Sequence[str]) -> Any:
        value: Any = VALUES
        for name in names:
            if isinstance(value, list):
                return value[int(name)] if int(name) < len(value) else None
            value = value.get(name) if isinstance(value, Mapping) else None
        return value

    def address_of(self, target: str) -> str | None:
        return ADDRESSES.get(target)


def html_of(text: str) -> str:
    options = BodyOptions(tags=TagSyntax.LIQUID, flavour=FLAVOURS["commonmark"]({}), around=Site())
    return "".join(block.html for block in render_body(text, options).blocks)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("page.title", "Hello"),
        ("site.title", "My <em>Site</em>"),
        ('page.title | upcase | append: "!"', "HELLO!"),
        ('page.date | date: "%-d %B %Y"', "3 February 2024"),
        ("page.date | date_to_string", "03 Feb 2024"),
        ('page.tags | join: ", "', "a, b"),
        ('page.nothing | default: "none"', '<span class="chip"'),
        ('"b/c" | relative_url', "/blog/b/c"),
        ('"/b" | absolute_url', "https://example.org/blog/b"),
        ("site.n", "3"),
        ("page.tags[1]", "<p>b</p>"),
        ('page["title"]', "Hello"),
        ("page.tags[7]", '<span class="chip"'),
        ('"{{"', "<p>{{</p>"),
        ("page.long", '<span class="chip"'),
        ("site", '<span class="chip"'),
        ("page.title | unheard_of", '<span class="chip"'),
    ],
)
def test_an_output_prints_its_value_or_stays_a_chip(expression: str, expected: str) -> None:
    assert expected in html_of(f"{{{{ {expression} }}}}")


def test_links_name_the_addresses_of_other_posts() -> None:
    html = html_of("[a]({% link _posts/2024-01-01-a.md %}) [b]({% post_url 2024-01-01-a %})")
    assert html.count('href="/blog/2024/a/"') == 2


def test_an_assigned_value_is_printed_later() -> None:
    html = html_of("{% assign who = page.title | downcase %}\n\nThis is {{ who }}.")
    assert html == "<p>This is hello.</p>"


def test_a_comment_is_not_there_for_readers() -> None:
    assert html_of("{% comment %}\nno\n{% endcomment %}\n* one") == "<ul>\n<li>one</li>\n</ul>"
    assert html_of("one{% comment %} no {% endcomment %} two") == "<p>one two</p>"


def test_a_highlight_in_a_paragraph_ends_it() -> None:
    html = html_of("one\n{% highlight ruby %}\ndef x\n{% endhighlight %}\ntwo")
    assert html.startswith("<p>one\n</p>")
    assert '<span class="k">def</span>' in html
    assert html.endswith("<p>two</p>")


def test_lines_of_code_are_numbered_where_that_is_asked() -> None:
    html = html_of("{% highlight text linenos %}\na\nb\n{% endhighlight %}")
    assert '<span class="linenos">  1 </span>a\n<span class="linenos">  2 </span>b' in html


def test_tags_within_code_print_as_elsewhere() -> None:
    html = html_of(
        "{% highlight text %}\n{% raw %}{{ x }}{% endraw %} {{ site.url }} {{ gone }}\n"
        "{% endhighlight %}"
    )
    assert "{{ x }} https://example.org {{ gone }}\n</code>" in html


def test_values_in_code_are_those_of_the_site() -> None:
    assert "<code>curl https://example.org</code>" in html_of("`curl {{ site.url }}`")


@pytest.mark.parametrize(
    "bomb",
    [
        "{% assign a = 'xxxxxxxxxx' %}" + "{% assign a = a | append: a %}" * 60 + "{{ a }}",
        "{{ page.title | replace: '', page.title }}" * 1000,
        "{{" + " " * 50_000 + "x }}",
        "{% highlight x " + "a=" * 20_000 + " %}y{% endhighlight %}",
        "{{ " + "|" * 20_000 + " }}",
        "{{ " + "'" * 20_001 + " }}",
        "{{ x | date: '" + "%" * 20_001 + "' }}",
    ],
)
@pytest.mark.timeout(20)
def test_hostile_tags_cost_little(bomb: str) -> None:
    assert len(html_of(bomb)) < 1_000_000
