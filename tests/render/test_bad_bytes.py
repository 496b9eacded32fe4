"""Bytes that are no text, in places that become addresses; found by the fuzzer."""

from __future__ import annotations

import pytest

from reviewer.document.post import Post
from reviewer.render.flavours.registry import FLAVOURS
from reviewer.render.markdown import BodyOptions, render_body

BODIES = (
    b"[[Statu\xed\xb2\x80ses]] and [[a#\xec]]\n",
    b"[x](caf\xe9.md) ![y](caf\xe9.png) ![[caf\xe9.png]]\n",
    b"<img src='caf\xe9.png'>\n",
)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("body", BODIES)
def test_bad_bytes_in_an_address_are_rendered(flavour: str, body: bytes) -> None:
    text = Post.from_bytes(body).text
    assert render_body(text, BodyOptions(flavour=FLAVOURS[flavour]({}))).html
