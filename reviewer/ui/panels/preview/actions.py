"""What the preview adds to the View menu and the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.actions.view_actions import VIEW_MENU
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.ui.panels.preview.exporting import Exporting
    from reviewer.ui.panels.preview.looks import Looks
    from reviewer.ui.panels.preview.presenter import PreviewPresenter

WIDTH_LABELS = {
    "phone": "Preview: as on a phone",
    "tablet": "Preview: as on a tablet",
    "desktop": "Preview: as wide as the panel",
}

FIRST_WIDTH_KEY = 7
"""Ctrl and the digits before it are the tabs'."""
entry = partial(Action, menu=VIEW_MENU)


def look_actions(looks: Looks) -> Iterator[Action]:
    """Width, size, and whether body and page scroll together."""
    for number, (name, label) in enumerate(WIDTH_LABELS.items(), start=FIRST_WIDTH_KEY):
        yield entry(
            f"preview-{name}",
            tr(label),
            partial(looks.choose_width, name),
            f"Ctrl+{number}",
            checked=partial(_has_width, looks, name),
        )
    yield entry("preview-larger", tr("Preview: larger"), partial(looks.zoom, 1), "Ctrl++")
    yield entry("preview-smaller", tr("Preview: smaller"), partial(looks.zoom, -1), "Ctrl+-")
    yield entry("preview-usual-size", tr("Preview: usual size"), partial(looks.zoom, 0), "Ctrl+0")
    yield entry(
        "preview-together",
        tr("Scroll body and preview together"),
        looks.toggle_together,
        "Ctrl+Alt+S",
        checked=lambda: looks.together,
    )


def _has_width(looks: Looks, name: str) -> bool:
    return looks.width == name


def page_actions(presenter: PreviewPresenter) -> Iterator[Action]:
    """The page's style, and remote images: of this post, or of all."""
    yield entry(
        "preview-reading-style",
        tr("Preview: reading style instead of the site’s"),
        presenter.styles.toggle_reading,
        "Ctrl+Alt+T",
        enabled=presenter.styles.are_found,
        checked=lambda: presenter.looks.reading,
    )
    yield entry(
        "preview-remote-images",
        tr("Preview: load remote images"),
        presenter.load_remote_images,
        "Ctrl+Shift+I",
        enabled=presenter.has_blocked_images,
    )
    yield entry(
        "preview-remote-images-always",
        tr("Preview: always load remote images in this folder"),
        presenter.toggle_remote_in_folder,
        "Ctrl+Alt+I",
        checked=presenter.always_loads_remote,
    )


def export_actions(
    exporting: Exporting, find: Callable[[], None], print_article: Callable[[], None]
) -> Iterator[Action]:
    """Find, print, PDF, HTML."""
    on_post = partial(entry, enabled=exporting.has_post)
    find_label = tr("Preview: find (Ctrl+F in the preview)")
    yield on_post("preview-find", find_label, find, "Ctrl+Alt+F")
    yield on_post("preview-print", tr("Print the article"), print_article, "Ctrl+P")
    yield on_post("preview-pdf", tr("Save the article as PDF"), exporting.save_pdf, "Ctrl+Alt+P")
    copy_label = tr("Copy the article as HTML")
    yield on_post("preview-copy-html", copy_label, exporting.copy_html, "Ctrl+Alt+C")
