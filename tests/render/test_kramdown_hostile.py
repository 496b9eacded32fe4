"""Texts that no one writes but someone pastes are rendered, in time or not at all."""

from __future__ import annotations

import re

import pytest

from reviewer.render.flavours.kramdown.flavour import Kramdown
from reviewer.render.flavours.kramdown.scanner import Patience

COUNT = 20_000
SIGNS = ("[", "*a **b ", "_a ", "**a ", "{:", "$", "$$a", '"', "`", "<http:", "~~a ", "<!--", "|")
_TAG = re.compile(r"<[^>]*>")


@pytest.mark.parametrize("sign", SIGNS)
def test_thousands_of_signs_that_never_close_are_text(sign: str) -> None:
    assert len(_TAG.sub("", Kramdown().to_html(sign * COUNT))) > 10


def test_lists_in_lists_in_lists_are_told_from_articles() -> None:
    deep = "".join(f"{'  ' * level}- a\n" for level in range(1000))
    with pytest.raises(RecursionError):
        Kramdown().to_html(deep)


def test_lists_may_be_deeper_than_anyone_writes_them() -> None:
    assert Kramdown().to_html("".join(f"{'  ' * n}- a\n" for n in range(40))).count("<ul") == 40


def test_a_long_list_of_lists_names_its_lines() -> None:
    html = Kramdown().to_html("- a\n\n  - b\n\n    > c\n    > d\n\n- {:.x} e\n\nf\n")
    assert re.findall(r'<(\w+) data-line="(\d+)"', html) == [
        *[("ul", "1"), ("li", "1"), ("p", "1"), ("ul", "3"), ("li", "3"), ("p", "3")],
        *[("blockquote", "5"), ("p", "5"), ("li", "8"), ("p", "8"), ("p", "10")],
    ]


def test_patience_is_enough_for_a_text_read_once() -> None:
    patience = Patience(1000)
    patience.lose(1000)
    assert patience.is_left()
    patience.lose(1_000_000)
    assert not patience.is_left()
