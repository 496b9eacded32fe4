"""Which addresses the browser may be asked to open."""

from __future__ import annotations


def is_web_address(text: str) -> bool:
    """Whether ``text`` is the address of a web page: no files, no scripts, no blanks."""
    address = text.lower()
    scheme = next((name for name in ("https://", "http://") if address.startswith(name)), "")
    return bool(scheme) and len(text) > len(scheme) and not any(c.isspace() for c in text)
