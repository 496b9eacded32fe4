"""What the button beside an input does: pick a file or a colour, make a slug of the title."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reviewer.errors import ReviewerError
from reviewer.ui.panels.form import fitting
from reviewer.ui.panels.form.slugs import slug_of
from reviewer.ui.panels.form.written_colours import BLACK, colour_in, written_like
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.desk.open_post import OpenPost
    from reviewer.schema.field import Field
    from reviewer.ui.panels.form.media import Media
    from reviewer.ui.panels.form.neighbourhood import Neighbourhood
    from reviewer.ui.panels.form.rows import Row

PICTURES = ("png", "jpg", "jpeg", "gif", "svg", "webp", "avif")


class Questions(Protocol):
    """The part of the window's prompts that the form needs."""

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """A line of text, ``None`` when the user would rather not."""
        ...

    def ask_file(self, title: str, start: Path, endings: Sequence[str] = ()) -> Path | None:
        """A file that exists; ``endings`` are those of its name that fit, without dots."""
        ...

    def ask_colour(self, title: str, colour: str) -> str | None:
        """A colour as ``#rrggbb``, beginning with one."""
        ...


class Picking:
    """Finds the text that a button, or files that were dropped, put into a field."""

    def __init__(self, questions: Questions, neighbourhood: Neighbourhood) -> None:
        self._questions = questions
        self._neighbourhood = neighbourhood

    def text_for(self, row: Row, open_post: OpenPost, *dropped: str) -> str | None:
        """What the button gives, or names a file that was dropped; ``None`` for nothing.

        Raises ``ReviewerError`` where nothing can be had.
        """
        field = _field(row, open_post)
        example = field.example.strip("'\" ") if field else ""
        if row.editor == fitting.COLOUR:
            return self._colour(row, example)
        if row.editor == fitting.SLUG:
            return _slug(row, example, open_post)
        media = self._neighbourhood.media(open_post.path, field.folder if field else "")
        if media is None:
            return None
        file = Path(dropped[0]) if dropped else self._file(row, media)
        return media.written(file, row.text, example) if file else None

    def _colour(self, row: Row, example: str) -> str | None:
        now = colour_in(row.text) or colour_in(example) or BLACK
        asked = self._questions.ask_colour(row.label, now.hex)
        chosen = colour_in(asked) if asked else None
        return written_like(chosen, row.text or example) if chosen else None

    def _file(self, row: Row, media: Media) -> Path | None:
        there = media.file_of(row.text) if row.text else None
        endings = PICTURES if row.kind == "image" else ()
        start = there.parent if there else media.start
        return self._questions.ask_file(row.label, start, endings)


def _field(row: Row, open_post: OpenPost) -> Field | None:
    known = open_post.content_type
    return known.field(row.path) if known else None


def _slug(row: Row, example: str, open_post: OpenPost) -> str:
    known = open_post.content_type
    data = open_post.post.data if isinstance(open_post.post.data, dict) else {}
    title = data.get(known.title_field if known else "title")
    slug = slug_of(str(title), row.text or example) if title else ""
    if not slug:
        raise ReviewerError(tr("The post has no title to make a slug of."))
    return slug
