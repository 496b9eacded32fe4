"""Numbers of posts in words, the same in the window and on the command line."""

from __future__ import annotations


def posts(count: int) -> str:
    """``1 post``, ``37 posts``, ``10,000 posts``."""
    return "1 post" if count == 1 else f"{count:,} posts"


def changes(count: int) -> str:
    """``37 posts changed``."""
    return f"{posts(count)} changed"
