"""A sample of the attacks that ``python -m tests.measure.xss`` shows in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.measure.xss import articles, content_folder, documents, raw, texts_of
from tests.support.listener import Listener
from tests.support.payloads import pointed_at
from tests.support.witness import Unguarded, Witness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SAMPLE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><script href='https://example.org/x.js'/></svg>",
    "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>",
    "javascript:alert(1)",
    "<a id=x href='java\nscript:alert(1)' onclick=alert(1)>x</a>",
    "<form action='https://example.org/' onsubmit=alert(1)><button onclick=alert(1)>x</form>",
    "<math><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<base href='https://example.org/'><link rel=stylesheet href=a.css><img src=a.png>",
    "<style>@import 'https://example.org/a.css'; * { background: url(//example.org/b) }</style>",
    "<iframe src='javascript:alert(1)'></iframe><iframe src='https://example.org/'></iframe>",
    "<details open ontoggle=alert(1)><video autoplay src='https://example.org/v.mp4'>",
    "data:text/html,<script>alert(1)</script>",
)


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


@pytest.fixture
def attacks(tmp_path: Path, listener: Listener) -> list[str]:
    _root, canary = content_folder(tmp_path)
    return texts_of(SAMPLE, canary, listener.host)


@pytest.fixture
def witness(
    qapp: QApplication, attacks: list[str], tmp_path: Path, listener: Listener
) -> Iterator[Witness]:
    with pytest.MonkeyPatch.context() as patch:
        made = Witness(tmp_path / "site", listener, patch)
        yield made
        made.close()


@pytest.mark.parametrize("shown", [articles, raw, documents])
def test_nothing_comes_of_known_attacks(
    shown: Callable[[Witness, Sequence[str]], bool], witness: Witness, attacks: list[str]
) -> None:
    assert shown(witness, attacks)


def test_without_guards_the_same_attacks_are_seen(qapp: QApplication, listener: Listener) -> None:
    page = Unguarded()
    # A page that leads itself elsewhere has no answer for who asks it.
    for payload in (each for each in SAMPLE if "refresh" not in each):
        page.show(pointed_at(payload, listener.host))
    assert page.scripts >= 5
    assert page.requests.count >= 5
    page.deleteLater()
