"""Nothing that acts or calls out gets through, whatever a post holds."""

from __future__ import annotations

import pytest

from reviewer.render.markdown import BodyOptions, render_body
from reviewer.render.sanitise import sanitise
from tests.support.corpora import require_corpora
from tests.support.harmless import complaints
from tests.support.payloads import foreign_payloads, forms

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="\x01javascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
    '<iframe src="https://example.org"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="x.swf"></object><embed src="x.swf">',
    '<form action="https://example.org"><input name="a"><button>go</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    '<link rel="stylesheet" href="https://example.org/x.css">',
    '<base href="https://example.org/">',
    "<style>body{background:url(https://example.org)}</style>",
    '<p style="background:url(https://example.org)">x</p>',
    '<video src="https://example.org/x.mp4" autoplay></video>',
    '<img srcset="https://example.org/x.png 2x">',
    '<a href="https://example.org" ping="https://example.org/ping">x</a>',
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
    "[x](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "para\n{: onclick=alert(1) }",
    "# head {onclick=alert(1)}",
    "{{ '<script>alert(1)</script>' }}",
    "[x]({{ 'javascript:alert(1)' | relative_url }})",
    '<a href="{{ "javascript:alert(1)" | relative_url }}">x</a>',
    '<p title="{% a %}" onclick={% b %}>x</p>',
    '`{% "></code><script>alert(1)</script> %}`',
    "```html\n<script>alert(1)</script>\n```",
    "{% highlight html %}\n</pre><script>alert(1)</script>\n{% endhighlight %}",
    '<iframe src="\'><img src=x onerror=alert(1)>"></iframe>',
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    '*[HTML]: "><script>alert(1)</script>\n\nHTML',
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_is_harmless_in_a_post(payload: str) -> None:
    assert complaints(render_body(payload).html) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_is_harmless_after_sanitising_alone(payload: str) -> None:
    assert complaints(sanitise(payload)) == []


def test_the_judge_finds_what_is_not_harmless() -> None:
    guilty = [payload for payload in PAYLOADS[:26] if complaints(payload)]
    assert len(guilty) == 26


def test_what_articles_need_stays() -> None:
    kept = (
        '<figure id="f" class="wide"><img alt="A" width="3" src="data:image/png;base64,AA==">'
        "<figcaption>Words</figcaption></figure>"
        '<details open=""><summary>More</summary><p>text</p></details>'
        '<table><tbody><tr><td colspan="2" align="right">1</td></tr></tbody></table>'
        '<p data-line="3">a <sup id="fnref:1"><a class="x" href="#fn:1">1</a></sup></p>'
    )
    assert sanitise(kept) == kept


def test_links_to_the_web_and_to_mailboxes_stay() -> None:
    html = '<a href="https://a.org/x?y=1#z">a</a><a href="mailto:a@b.org">b</a><a href="/c">c</a>'
    assert sanitise(html) == html


def test_foreign_payloads_are_harmless_after_sanitising_alone() -> None:
    guilty = [text for text in foreign_payloads(require_corpora()) if complaints(sanitise(text))]
    assert guilty == []


def test_foreign_payloads_are_harmless_in_every_form_of_a_post() -> None:
    guilty = [
        form
        for text in foreign_payloads(require_corpora())[::10]
        for form in forms(text)
        if complaints(render_body(form, BodyOptions(remote_images=True)).html)
    ]
    assert guilty == []


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    assert sanitise("a\udcff<b>b\udc80</b>") == "a\ufffd<b>b\ufffd</b>"
