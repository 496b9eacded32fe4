"""Pictures of posts as the preview shows them, each beside what the site's own engine made of it.

``python -m tests.measure.beside --output FOLDER [--engine NAME] [--every N]``
writes a PNG for every N-th post of the large test data: on the left the
preview's rendering, on the right the engine's HTML, both in the preview's
typography and the same kind of web view. They are for people to look at.
"""

from __future__ import annotations

import argparse
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from reviewer.render.flavours.registry import flavour_for
from reviewer.render.markdown import BodyOptions, render_body
from reviewer.render.page import style
from tests.measure.agreement_engines import goldmark, kramdown, mkdocs
from tests.support.corpora import corpora

if TYPE_CHECKING:
    from tests.measure.agreement_engines import Sample

ENGINES = {"jekyll": kramdown, "hugo": goldmark, "mkdocs": mkdocs}
WIDTH, HEIGHT = 620, 1500
SETTLE = 250
"""Milliseconds from the end of loading until the page is painted."""


def page(title: str, html: str) -> str:
    """A whole document around an article, in our typography."""
    return (
        f"<!doctype html><meta charset=utf-8><html data-theme=light><style>{style()}</style>"
        f'<body><main class="page"><article><p class="kicker">{escape(title)}</p>{html}</article>'
        "</main></body></html>"
    )


def picture(view: QWebEngineView, html: str) -> QImage:
    """What the web view shows of a document."""
    loop = QEventLoop()
    loaded = view.loadFinished.connect(lambda _ok: QTimer.singleShot(SETTLE, loop.quit))
    view.setHtml(html, QUrl("about:blank"))
    loop.exec()
    view.loadFinished.disconnect(loaded)
    return view.grab().toImage()


def beside(view: QWebEngineView, sample: Sample, engine: str) -> QImage:
    """Both pictures in one."""
    options = BodyOptions(flavour=flavour_for(engine, {}))
    ours = picture(view, page(f"Preview — {sample.path}", render_body(sample.body, options).html))
    theirs = picture(view, page(f"{engine} — {sample.path}", sample.html))
    both = QImage(2 * WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(both)
    painter.drawImage(0, 0, ours)
    painter.drawImage(WIDTH, 0, theirs)
    painter.end()
    return both


def main() -> int:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--engine", choices=ENGINES, default="jekyll")
    parser.add_argument("--every", type=int, default=100)
    args = parser.parse_args()
    folder = corpora()
    if folder is None:
        print("the large test data (shared/corpora) is not on this machine")
        return 0
    app = QApplication.instance() or QApplication(sys.argv[:1])
    view = QWebEngineView()
    view.resize(WIDTH, HEIGHT)
    view.show()
    args.output.mkdir(parents=True, exist_ok=True)
    samples = list(ENGINES[args.engine](folder))[:: args.every]
    for number, sample in enumerate(samples, 1):
        file = args.output / f"{args.engine}-{number}.png"
        beside(view, sample, args.engine).save(str(file))
        print(f"{file}  {sample.site}/{sample.path}", flush=True)
    view.close()
    view.deleteLater()
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
