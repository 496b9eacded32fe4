"""Which revision is rendered, and when, without a web engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.document.edits import Span, TextEdit
from reviewer.site.folder import Folder
from reviewer.ui.panels.preview.presenter import PreviewPresenter
from reviewer.ui.web.pointed import Pointed
from tests.support.panels import put_on_desk, themed_context

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer.desk.open_post import OpenPost
    from reviewer.ui.context import Context
    from reviewer.ui.theme.theme import Theme


@dataclass
class NotedView:
    """Writes down what it is told."""

    shown: list[str] = field(default_factory=list)
    blocked: list[int] = field(default_factory=list)
    followed: list[float] = field(default_factory=list)
    revealed: list[object] = field(default_factory=list)
    focused: bool = False
    percent: int = 0
    styles: tuple[bool, bool] = (False, False)
    width: str = ""

    def show_nothing(self) -> None:
        self.shown.append("nothing")

    def show_article(self, shown: Any) -> None:
        self.shown.append(shown.page.blocks[0].html)

    def show_blocked(self, count: int) -> None:
        self.blocked.append(count)

    def show_width(self, name: str, _width: int | None) -> None:
        self.width = name

    def show_theme(self, _theme: object) -> None:
        pass

    def use_files(self, _files: object) -> None:
        pass

    def show_styles(self, found: bool, reading: bool) -> None:
        self.styles = (found, reading)

    def show_zoom(self, percent: int) -> None:
        self.percent = percent

    def follow(self, line: float) -> None:
        self.followed.append(line)

    def reveal(self, line: int) -> None:
        self.revealed.append(line)

    def reveal_field(self, name: str) -> None:
        self.revealed.append(name)

    def take_focus(self) -> None:
        self.focused = True


class HeldTasks:
    """Runs nothing until told to; the newest of a key wins."""

    def __init__(self) -> None:
        self.waiting: dict[str, tuple[Callable[[], Any], Callable[[Any], None]]] = {}

    def run(self, key: str, work: Any, done: Any, _failed: object = None) -> None:
        self.waiting[key] = (work, done)

    def cancel(self, key: str) -> None:
        self.waiting.pop(key, None)

    def is_busy(self, key: str = "") -> bool:
        return key in self.waiting if key else bool(self.waiting)

    def finish(self, key: str = "preview") -> None:
        work, done = self.waiting.pop(key)
        done(work())


@dataclass
class Desk:
    """A presenter whose work is held back, and what its view was told."""

    context: Context
    tasks: HeldTasks = field(default_factory=HeldTasks)
    view: NotedView = field(default_factory=NotedView)

    def __post_init__(self) -> None:
        self.context.tasks = self.tasks
        self.presenter = PreviewPresenter(self.context, self.view)
        self.presenter.start()

    def show(self, text: str, path: str = "post.md") -> OpenPost:
        """Make a post the current one."""
        return put_on_desk(self.context.workspace, text.encode(), path)


def retype(open_post: OpenPost, text: str) -> None:
    """Replace the whole text."""
    span = Span(0, len(open_post.post.text))
    open_post.edit_text([TextEdit(span, text)], label="Typing")


@pytest.fixture
def desk(theme: Theme, tmp_path: Path) -> Desk:
    return Desk(themed_context(theme, tmp_path))


def test_begins_with_nothing(desk: Desk) -> None:
    assert desk.view.shown == ["nothing"]
    assert desk.view.width == "desktop"


def test_shows_the_current_post(desk: Desk) -> None:
    desk.show("one")
    desk.tasks.finish()
    assert desk.view.shown[-1] == "<p>one</p>"


def test_typing_while_one_revision_is_rendered_shows_that_one_and_then_the_newest(
    desk: Desk,
) -> None:
    post = desk.show("one")
    for text in ("two", "three", "four"):
        retype(post, text)
    desk.tasks.finish()
    assert desk.view.shown[-1] == "<p>one</p>"
    desk.tasks.finish()
    assert desk.view.shown[-1] == "<p>four</p>"
    assert not desk.tasks.is_busy("preview")


def test_another_post_is_not_kept_waiting_by_the_last_one(desk: Desk) -> None:
    first = desk.show("one", "one.md")
    retype(first, "uno")
    desk.show("two", "two.md")
    desk.tasks.finish()
    assert desk.view.shown[-1] == "<p>two</p>"
    assert not desk.tasks.is_busy("preview")


def test_a_change_of_a_post_that_is_not_shown_renders_nothing(desk: Desk) -> None:
    first = desk.show("one", "one.md")
    retype(first, "uno")
    desk.show("two", "two.md")
    desk.tasks.finish()
    retype(first, "eins")
    assert not desk.tasks.is_busy("preview")


def test_remote_images_are_allowed_for_one_post_until_the_folder_is_closed(desk: Desk) -> None:
    desk.show("![](https://a.org/a.png)")
    desk.tasks.finish()
    assert desk.view.blocked[-1] == 1
    assert desk.presenter.has_blocked_images()
    desk.presenter.load_remote_images()
    desk.tasks.finish()
    assert desk.view.blocked[-1] == 0
    assert "<img" in desk.view.shown[-1]
    folder = desk.context.workspace.folder
    assert folder is not None
    desk.context.workspace.open_folder(folder)
    desk.show("![](https://a.org/a.png)")
    desk.tasks.finish()
    assert desk.view.blocked[-1] == 1


def test_a_line_of_the_body_is_a_line_of_the_file(desk: Desk) -> None:
    asked: list[int] = []
    desk.context.navigation.line_requested.connect(asked.append)
    desk.show("---\ntitle: x\n---\none\n\ntwo")
    desk.tasks.finish()
    desk.presenter.go_to(Pointed(3))
    assert asked == [6]


def test_a_field_in_the_head_is_a_field_of_the_form(desk: Desk) -> None:
    asked: list[object] = []
    desk.context.navigation.field_requested.connect(asked.append)
    desk.show("---\ntitle: x\n---\none")
    desk.tasks.finish()
    desk.presenter.go_to(Pointed(0, "title"))
    assert asked == [("title",)]


@pytest.mark.parametrize("twice", [False, True])
def test_only_a_double_click_takes_the_keys_away_from_the_page(desk: Desk, twice: bool) -> None:
    desk.show("one")
    desk.tasks.finish()
    desk.presenter.go_to(Pointed(1, twice=twice))
    assert desk.view.focused is not twice


def test_body_and_page_scroll_together_until_told_otherwise(desk: Desk) -> None:
    told: list[float] = []
    following = desk.context.following
    following.page_scrolled.connect(told.append)
    following.body_scrolled.emit(2.5)
    desk.presenter.page_scrolled(3.5)
    desk.presenter.looks.toggle_together()
    following.body_scrolled.emit(7.0)
    desk.presenter.page_scrolled(8.0)
    assert (desk.view.followed, told) == ([2.5], [3.5])
    assert desk.context.settings.flag("preview/scroll-together", default=True) is False


def test_the_page_follows_the_caret_and_a_field_pointed_at(desk: Desk) -> None:
    desk.context.following.caret_moved.emit(4)
    desk.context.following.field_pointed.emit(("description",))
    assert desk.view.revealed == [4, "description"]


def test_the_sites_own_style_is_used_where_it_is_found_and_ours_on_demand(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "assets" / "css").mkdir(parents=True)
    (tmp_path / "assets" / "css" / "main.css").write_text("p { color: red }")
    desk.context.workspace.open_folder(Folder.open(tmp_path))
    desk.tasks.finish("preview-styles")
    assert (desk.view.styles, desk.presenter.styles.are_found()) == ((True, False), True)
    desk.presenter.styles.toggle_reading()
    assert desk.view.styles == (True, True)


def test_the_size_goes_in_steps_and_is_kept(desk: Desk) -> None:
    desk.presenter.looks.zoom(1)
    assert (desk.view.percent, desk.context.settings.number("preview/zoom")) == (110, 110)
    for _ in range(20):
        desk.presenter.looks.zoom(-1)
    assert desk.view.percent == 50
    desk.presenter.looks.zoom(0)
    assert desk.view.percent == 100


def test_remote_images_can_be_allowed_for_a_folder_for_good(desk: Desk) -> None:
    desk.show("![](https://a.org/a.png)")
    desk.tasks.finish()
    desk.presenter.toggle_remote_in_folder()
    desk.tasks.finish()
    assert desk.view.blocked[-1] == 0
    desk.presenter.toggle_remote_in_folder()
    desk.tasks.finish()
    assert desk.view.blocked[-1] == 1


def test_an_unknown_width_is_the_panels(desk: Desk) -> None:
    desk.presenter.looks.choose_width("watch")
    assert desk.view.width == "desktop"


def test_the_engine_decides_which_tags_are_chips(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("title = 'x'")
    desk.context.workspace.open_folder(Folder.open(tmp_path))
    desk.show("{% x %}")
    desk.tasks.finish()
    assert desk.view.shown[-1] == "<p>{% x %}</p>"
