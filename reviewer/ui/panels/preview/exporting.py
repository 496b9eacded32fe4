"""Takes the article elsewhere: to a PDF, to the clipboard as HTML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.render.copying import plain_html
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.desk.open_post import OpenPost
    from reviewer.render.markdown import BodyOptions
    from reviewer.ui.context import Context

TASK = "copy-html"


class Exporting:
    """Asks where to, and says how it went; ``options`` are those that a post is rendered with."""

    def __init__(
        self,
        context: Context,
        options: Callable[[OpenPost], BodyOptions],
        write_pdf: Callable[[Path], None],
        put_on_clipboard: Callable[[str], None],
    ) -> None:
        self._context = context
        self._options = options
        self._write_pdf = write_pdf
        self._put_on_clipboard = put_on_clipboard

    def has_post(self) -> bool:
        """Whether there is an article."""
        return self._context.workspace.current is not None

    def save_pdf(self) -> None:
        """Ask where, and write the article to a PDF there."""
        current, folder = self._context.workspace.current, self._context.workspace.folder
        if current is None or folder is None:
            return
        start = folder.root / Path(current.path).with_suffix(".pdf").name
        file = self._context.prompts.ask_new_file(tr("Save the article as PDF"), start)
        if file is not None:
            self._write_pdf(file)

    def pdf_written(self, name: str, done: bool) -> None:
        """Say how writing the PDF went."""
        if done:
            self._context.notify(tr("Saved {file}", file=name))
        else:
            self._context.prompts.show_error(tr("{file} could not be written.", file=name))

    def copy_html(self) -> None:
        """Put the article's HTML, as the site would have it, on the clipboard."""
        current = self._context.workspace.current
        if current is None:
            return
        post, options = current.post, self._options(current)
        self._context.tasks.run(TASK, lambda: plain_html(post, options), self._copied)

    def _copied(self, html: str) -> None:
        self._put_on_clipboard(html)
        self._context.notify(tr("The article is on the clipboard as HTML."))
