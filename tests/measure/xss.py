"""Shows every known attack in the real preview page and counts what came of it.

``python -m tests.measure.xss [--payloads N]`` takes each payload of the large test data (every N-th
with --payloads) in its Markdown, link, image, SVG, style and entity forms. Each is shown three
times: rendered and sanitised as the window shows it; unsanitised as blocks of the page; unsanitised
as a whole document, which the page's settings, its policy and its filter have to hold alone. All
three must run no script, let no request leave, and read no file outside the folder.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reviewer.render.blocks import Block
from reviewer.render.flavours.registry import FLAVOURS
from reviewer.render.markdown import BodyOptions, render_body
from reviewer.ui.app import make_app
from reviewer.ui.automation.off_screen import go_off_screen
from tests.support.corpora import corpora
from tests.support.listener import Listener
from tests.support.payloads import (
    foreign_payloads,
    forms,
    further_forms,
    pointed_at,
    reaching_outside,
)
from tests.support.witness import CANARY_WIDTH, Unguarded, Witness, batches

if TYPE_CHECKING:
    from collections.abc import Sequence

ARTICLES, DOCUMENTS = 300, 60
"""Attacks on one page."""
CONTROL = 40
"""Payloads that are shown without any guard."""
CALLING = (
    "<img src='https://example.org/a.png'>",
    "<link rel=stylesheet href='https://example.org/a.css'>",
    "<style>p { background: url(https://example.org/b.png) }</style><p>x</p>",
    "<script src='https://example.org/a.js'></script>",
    "<iframe src='https://example.org/'></iframe>",
)
"""What asks for something elsewhere the moment that it is shown: the control must notice each."""


def main() -> int:
    """Show all, and print what came of it; 1 where anything got through."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--payloads", type=int, default=1, metavar="N", help="take every N-th")
    wanted = parser.parse_args().payloads
    data = corpora()
    if data is None:
        print("the large test data (shared/corpora) is not on this machine")
        return 0
    go_off_screen()
    app = make_app()
    listener = Listener()
    try:
        with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
            root, canary = content_folder(Path(place))
            payloads = foreign_payloads(data)[::wanted]
            witness = Witness(root, listener, patch)
            clean = run(witness, payloads, canary, listener)
            witness.close()
            app.processEvents()
    finally:
        listener.close()
    return 0 if clean else 1


def run(witness: Witness, payloads: Sequence[str], canary: Path, listener: Listener) -> bool:
    """All passes; whether all of them were clean."""
    attacks = texts_of(payloads, canary, listener.host)
    print(f"{len(payloads)} payloads, {len(attacks)} attacks")
    print_control([pointed_at(one, listener.host) for one in payloads])
    head = f"{'shown as':<28}{'pages':>7}{'ran':>6}{'left':>6}{'stopped':>9}{'outside':>9}"
    print(f"{head}{'led away':>10}{'blanked':>9}{'seconds':>9}")
    return all([articles(witness, attacks), raw(witness, attacks), documents(witness, attacks)])


def texts_of(payloads: Sequence[str], canary: Path, host: str) -> list[str]:
    """Every payload in every form, as it is and pointed at the listener."""
    both = dict.fromkeys(text for one in payloads for text in (one, pointed_at(one, host)))
    found = [form for text in both for form in (*forms(text), *further_forms(text))]
    return [*reaching_outside(canary), *found]


def content_folder(place: Path) -> tuple[Path, Path]:
    """A content folder with links that lead out of it, and the file that must not be read."""
    root, canary = place / "site", place / "canary.svg"
    (root / "images").mkdir(parents=True)
    canary.write_text(
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{CANARY_WIDTH}' height='7'/>", "utf-8"
    )
    (root / "link.svg").symlink_to(canary)
    (root / "linked").symlink_to(place, target_is_directory=True)
    return root, canary


def print_control(payloads: Sequence[str]) -> None:
    """Show that what is looked for would be seen: the same attacks on a page without guards."""
    page = Unguarded()
    step = max(1, len(payloads) // CONTROL)
    chosen = [*payloads[::step], *CALLING]
    for payload in chosen:
        page.show(payload)
    print(
        f"without any guard, {len(chosen)} payloads alone: "
        f"{page.scripts} scripts ran, {page.requests.count} requests began"
    )
    page.deleteLater()


def articles(witness: Witness, attacks: Sequence[str]) -> bool:
    """Rendered in one flavour after the other, sanitised, patched into the page."""
    flavours = cycle([make({}) for make in FLAVOURS.values()])
    begun, pages = time.perf_counter(), 0
    for batch in batches(attacks, ARTICLES):
        blocks: list[Block] = []
        for text in batch:
            blocks += render_body(text, BodyOptions(flavour=next(flavours))).blocks
        witness.show_article(blocks)
        pages += 1
    return told(witness, "rendered and sanitised", pages, begun)


def raw(witness: Witness, attacks: Sequence[str]) -> bool:
    """Past the sanitiser, as blocks."""
    begun, pages = time.perf_counter(), 0
    for batch in batches(attacks, ARTICLES):
        witness.show_article([Block(f"<div>{text}</div>") for text in batch])
        pages += 1
    return told(witness, "unsanitised, as blocks", pages, begun)


def documents(witness: Witness, attacks: Sequence[str]) -> bool:
    """Past the sanitiser, as whole documents that Chromium parses with its scripts in place."""
    begun, pages = time.perf_counter(), 0
    for batch in batches(attacks, DOCUMENTS):
        witness.show_document("\n".join(batch))
        pages += 1
    return told(witness, "unsanitised, as documents", pages, begun)


def told(witness: Witness, name: str, pages: int, begun: float) -> bool:
    """Print a line of the table and begin the next one."""
    seen = witness.seen
    counts = f"{pages:>7}{len(seen.scripts):>6}{len(seen.left):>6}{seen.stopped:>9}"
    places = f"{len(seen.outside):>9}{len(seen.led_away):>10}{seen.blanked:>9}"
    print(f"{name:<28}{counts}{places}{time.perf_counter() - begun:>9.0f}", flush=True)
    for line in [*seen.scripts, *seen.left, *seen.outside, *seen.led_away][:10]:
        print(f"    {line}")
    witness.seen = type(seen)()
    return seen.is_clean


if __name__ == "__main__":
    sys.exit(main())
