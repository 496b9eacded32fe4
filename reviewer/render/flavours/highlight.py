"""Code in colours, remembered so that typing elsewhere in a post costs nothing for it."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

LONGEST_HIGHLIGHTED = 100_000
_FORMATTER = HtmlFormatter(nowrap=True)


@lru_cache(maxsize=256)
def highlighted(code: str, language: str) -> str:
    """The inner HTML for ``code``; plain where nobody knows the language."""
    if not language or len(code) > LONGEST_HIGHLIGHTED:
        return escape(code)
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return escape(code)
    return highlight(code, lexer, _FORMATTER)


def code_block(code: str, language: str, attributes: str = "") -> str:
    """The HTML of a block of code; ``attributes`` stand on its outermost element."""
    known = f' class="language-{escape(language)}"' if language else ""
    inner = highlighted(code, language)
    return f'<div class="codehilite"{attributes}><pre><code{known}>{inner}</code></pre></div>\n'
