"""Plain names for keys: what an editor reads beside a field."""

from __future__ import annotations

import re

SPECIAL = {
    "tldr": "TL;DR",
    "url": "URL",
    "uri": "URI",
    "urls": "URLs",
    "seo": "SEO",
    "id": "ID",
    "ids": "IDs",
    "uuid": "UUID",
    "api": "API",
    "faq": "FAQ",
    "css": "CSS",
    "js": "JavaScript",
    "html": "HTML",
    "rss": "RSS",
    "pdf": "PDF",
    "doi": "DOI",
    "isbn": "ISBN",
    "toc": "Table of contents",
    "og": "Open Graph",
    "cta": "Call to action",
    "utc": "UTC",
    "ai": "AI",
    "github": "GitHub",
    "youtube": "YouTube",
    "lastmod": "Last modified",
}
_WORDS = re.compile(r"[\s_\-.]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def label(key: object) -> str:
    """``source_url`` becomes "Source URL", ``ogImage`` "Open Graph image"."""
    words = [word for word in _WORDS.split(str(key)) if word]
    shown = [SPECIAL.get(word.lower(), word.lower()) for word in words]
    text = " ".join(shown)
    return text[:1].upper() + text[1:] if text else str(key)


def quoted(value: str, limit: int = 60) -> str:
    """A value as messages show it: in curly quotes, on one line, shortened."""
    return f"“{shortened(' '.join(value.split()), limit)}”"


def shortened(text: str, limit: int = 60) -> str:
    """At most ``limit`` characters, the last of them an ellipsis if any are left out."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
