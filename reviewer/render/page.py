"""A post as a page: its head, its body, and the document around them.

The window's preview keeps the document and patches blocks in it; the command
line writes the whole of it to a file.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from reviewer.document.source import line_at
from reviewer.render.blocks import Block
from reviewer.render.header import TITLE, header, language, text
from reviewer.render.markdown import BodyOptions, render_body
from reviewer.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reviewer.document.post import Post
    from reviewer.render.incremental import Memory

SCHEME = "reviewer-preview"
STYLE_ADDRESS = f"{SCHEME}://page/page.css"
MARKS_ADDRESS = f"{SCHEME}://page/marks.css"
SITE_STYLES = f"{SCHEME}://page/site/"
"""Before the path of one of the site's own style sheets, from its root."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the preview shows of one revision of a post."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    blocked: tuple[str, ...] = ()
    first_line: int = 1
    """The line of the file on which the body begins; blocks count from 1 in the body."""

    @property
    def fragment(self) -> str:
        """The article's HTML without the document around it."""
        return "\n".join(block.marked() for block in self.blocks)


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """How the document around the article is made.

    ``theme`` is ``light``, ``dark``, or empty to follow the reader's system.
    With ``inline_style`` the style stands in the document itself: ours, or
    ``own_style`` where that is given;
    ``image_sources`` are the sources that the policy lets images come from.
    """

    theme: str = ""
    inline_style: bool = False
    styles: tuple[str, ...] = ()
    image_sources: tuple[str, ...] = field(default=(f"{SCHEME}:", "data:"))
    own_style: str = ""

    @property
    def css(self) -> str:
        """The style sheet that stands in the document, "" for none."""
        return (self.own_style or style()) if self.inline_style else ""


def article(post: Post, options: BodyOptions | None = None, memory: Memory | None = None) -> Page:
    """The page of ``post``; broken front matter gives a notice and the body all the same.

    ``memory`` keeps what was rendered of the post's earlier revisions.
    """
    options = options or BodyOptions()
    body = render_body(post.body, options, memory)
    head = header(post.data, body.blocks, options.images)
    return Page(
        title=text(post.data, TITLE),
        language=language(post.data),
        blocks=(*_notice(post), *head.blocks, *body.blocks),
        blocked=tuple(dict.fromkeys((*head.blocked, *body.blocked))),
        first_line=line_at(post.text, post.body_span.start),
    )


def document(page: Page, options: DocumentOptions | None = None) -> str:
    """The whole HTML document of ``page``, with its content security policy."""
    options = options or DocumentOptions()
    css = options.css
    theme = f' data-theme="{escape(options.theme)}"' if options.theme else ""
    main = _article(page.fragment, styled_by_site=bool(options.styles))
    spoken = f' lang="{escape(page.language)}"' if page.language else ""
    sheet = f"<style>{css}</style>" if css else _links(options.styles)
    return (
        f"<!doctype html>\n<html{spoken}{theme}>\n<head>\n"
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(options))}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.title)}</title>\n{sheet}\n</head>\n"
        f"<body>\n{main}\n</body>\n</html>\n"
    )


def policy(options: DocumentOptions) -> str:
    """The content security policy: no scripts, no frames, no forms, styles and images of ours."""
    styles = _digest(options.css) if options.inline_style else f"{SCHEME}:"
    images = " ".join(options.image_sources) or "'none'"
    fonts = f"font-src {SCHEME}:; " if options.styles else ""
    return (
        f"default-src 'none'; style-src {styles}; img-src {images}; {fonts}"
        "base-uri 'none'; form-action 'none'"
    )


def style() -> str:
    """The reading typography, and what the preview itself has to say."""
    return marks() + typography()


def typography() -> str:
    """The look of an article where the site's own is not wanted."""
    return resource("preview/page.css").read_text("utf-8")


def marks() -> str:
    """The look of chips, boxes and notices, and the window's colours."""
    return resource("preview/marks.css").read_text("utf-8")


def _links(styles: Sequence[str]) -> str:
    addresses = [SITE_STYLES + quote(path) for path in styles] or [STYLE_ADDRESS]
    return "".join(
        f'<link rel="stylesheet" href="{escape(address)}">'
        for address in (*addresses, MARKS_ADDRESS)
    )


def _article(html: str, *, styled_by_site: bool) -> str:
    """The article in the elements that the page's script looks for."""
    if not styled_by_site:
        return f'<main class="page"><article>{html}</article></main>'
    # The names under which most themes dress an article.
    return (
        '<main class="site-page page-content content"><article class="post post-content '
        f'entry-content article-content markdown-body prose">{html}</article></main>'
    )


def _digest(css: str) -> str:
    return f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'"


def _notice(post: Post) -> Iterable[Block]:
    if post.problem is None:
        return
    place = f" (line {post.problem.where.line})" if post.problem.where.line else ""
    words = f"The front matter cannot be read{place}: {post.problem.what}"
    yield Block(f'<p class="notice">{escape(words)}</p>')
