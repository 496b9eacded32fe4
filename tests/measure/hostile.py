"""Prints what becomes of thousands of known attacks when a post holds them.

``python -m tests.measure.hostile`` renders every payload of the large test data
in every flavour and several forms (alone, as link, image, HTML attribute, in lists and tables, in
template tags) and judges the page by a reader of its own.
"""

from __future__ import annotations

import sys
import time

from reviewer.render.flavours.registry import FLAVOURS
from reviewer.render.markdown import BodyOptions, render_body
from tests.support.corpora import corpora
from tests.support.harmless import complaints
from tests.support.payloads import foreign_payloads, forms


def main() -> int:
    """Render, judge and count; 1 where a page was not harmless."""
    folder = corpora()
    if folder is None:
        print("the large test data (shared/corpora) is not on this machine")
        return 0
    readings = [BodyOptions(remote_images=True, flavour=make({})) for make in FLAVOURS.values()]
    pages = 0
    slowest = 0.0
    guilty: list[str] = []
    for payload in foreign_payloads(folder):
        for text in forms(payload):
            for options in readings:
                begun = time.perf_counter()
                html = render_body(text, options).html
                slowest = max(slowest, time.perf_counter() - begun)
                pages += 1
                if complaints(html):
                    guilty.append(text)
    print(f"{pages} pages, {len(guilty)} not harmless, slowest {slowest * 1000:.0f} ms")
    for text in guilty:
        print(repr(text))
    return 1 if guilty else 0


if __name__ == "__main__":
    sys.exit(main())
