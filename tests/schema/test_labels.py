"""Keys as editors read them."""

from __future__ import annotations

import pytest

from reviewer.schema.labels import label, quoted


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("source_url", "Source URL"),
        ("tldr", "TL;DR"),
        ("sentiment_score", "Sentiment score"),
        ("ogImage", "Open Graph image"),
        ("lastmod", "Last modified"),
        ("seo", "SEO"),
        ("HTMLTitle", "HTML title"),
        ("post-id", "Post ID"),
        ("", ""),
        ("___", "___"),
        ("größe", "Größe"),
    ],
)
def test_label_of_a_key(key: str, shown: str) -> None:
    assert label(key) == shown


def test_quoted_value_is_shortened_and_on_one_line() -> None:
    assert quoted("a\n  b") == "“a b”"
    assert quoted("x" * 80, 10) == "“xxxxxxxxx…”"
