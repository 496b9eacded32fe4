"""A form without a window: a post on a desk, its presenter, and a surface that takes notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.checks.engine import check
from reviewer.desk.open_post import OpenPost, PostChanged
from reviewer.document.dialect import Dialect
from reviewer.document.post import Post
from reviewer.ui.panels.form.presenter import FormPresenter
from reviewer.ui.panels.form.rows import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path as PathOnDisk

    from reviewer.document.operations import Path
    from reviewer.schema.content_type import ContentType
    from reviewer.ui.panels.form.menu import Entry
    from reviewer.ui.panels.form.neighbourhood import Neighbourhood
    from reviewer.ui.panels.form.presenter import Surface


@dataclass
class NotedSurface:
    """Remembers what the presenter asked for."""

    form: Form = field(default_factory=Form)
    typing: list[Path | None] = field(default_factory=list)
    refilled: list[Path] = field(default_factory=list)
    revealed: list[Path] = field(default_factory=list)
    menus: list[tuple[Path, Sequence[Entry]]] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)

    def start(self, form: Form) -> None:
        self.form = form

    def show_form(self, form: Form, typing: Path | None = None) -> None:
        self.form = form
        self.typing.append(typing)

    def refill(self, path: Path) -> None:
        self.refilled.append(path)

    def reveal(self, path: Path) -> None:
        self.revealed.append(path)

    def open_menu(self, path: Path, entries: Sequence[Entry], at: tuple[int, int]) -> None:
        self.menus.append((path, entries))

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def visit(self, url: str) -> None:
        self.visited.append(url)


@dataclass
class Answers:
    """Answers every question as it was told beforehand."""

    text: str | None = None
    file: PathOnDisk | None = None
    colour: str | None = None
    asked_about: list[str] = field(default_factory=list)

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        return self.text

    def ask_file(
        self, title: str, start: PathOnDisk, endings: Sequence[str] = ()
    ) -> PathOnDisk | None:
        self.asked_about.append(str(start))
        return self.file

    def ask_colour(self, title: str, colour: str) -> str | None:
        self.asked_about.append(colour)
        return self.colour


class FormDesk:
    """One post with its form; events go the way that the workspace sends them."""

    def __init__(
        self,
        text: str | bytes,
        content_type: ContentType | None = None,
        surface: Surface | None = None,
        dialect: Dialect = Dialect.YAML_1_1,
        around: Neighbourhood | None = None,
    ) -> None:
        self.dialect = dialect
        data = text if isinstance(text, bytes) else text.encode()
        self.content_type = content_type
        self.answers = Answers()
        self.notes = NotedSurface()
        self.presenter = FormPresenter(surface or self.notes, self.answers, around)
        self.open_post = self._open(data)

    def show(self) -> FormDesk:
        """Show the post in the form."""
        self.presenter.show_post(self.open_post)
        return self

    def show_other(self, text: str) -> None:
        """Put another post into the same form."""
        self.open_post = self._open(text.encode())
        self.show()

    @property
    def text(self) -> str:
        """The post's text now."""
        return self.open_post.post.text

    @property
    def form(self) -> Form:
        """The form now."""
        return self.presenter.form

    def _open(self, data: bytes) -> OpenPost:
        post = Post.from_bytes(data, dialect=self.dialect)
        if self.content_type is not None:
            post = post.with_guide(self.content_type.guide())
        open_post = OpenPost("post.md", post, None, self.content_type)
        open_post.changed.connect(self._on_change)
        open_post.findings = check(post, self.content_type)
        return open_post

    def _on_change(self, change: PostChanged) -> None:
        self.presenter.post_changed(change)
        post = change.open_post
        post.findings = check(post.post, self.content_type)
        self.presenter.findings_changed(post)
