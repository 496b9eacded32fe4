"""Decides what the preview shows: which post, which revision, which images."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from reviewer.desk.post_site import PostSite
from reviewer.render.flavours.registry import flavour_for
from reviewer.render.images import PreviewAddresses
from reviewer.render.incremental import Memory
from reviewer.render.markdown import BodyOptions
from reviewer.render.page import article
from reviewer.render.tags.surroundings import Alone
from reviewer.render.tags.syntax import syntax_of
from reviewer.render.targets import Targets
from reviewer.site.outlook import Outlook
from reviewer.site.permalinks.whereabouts import Whereabouts
from reviewer.ui.panels.preview.looks import Looks
from reviewer.ui.panels.preview.site_styles import SiteStyles
from reviewer.ui.web.content_files import ContentFiles
from reviewer.ui.web.shown import Shown, shown_after

if TYPE_CHECKING:
    from reviewer.desk.open_post import OpenPost, PostChanged
    from reviewer.document.operations import Path
    from reviewer.document.post import Post
    from reviewer.render.flavours.flavour import Flavour
    from reviewer.render.page import Page
    from reviewer.site.folder import Folder
    from reviewer.ui.context import Context
    from reviewer.ui.theme.theme import Theme
    from reviewer.ui.web.pointed import Pointed

TASK = "preview"
REMOTE_SETTING = "preview/remote-images"
"""The folders whose posts load their remote images."""


class View(Protocol):
    """What the presenter needs of the widgets."""

    def show_nothing(self) -> None:
        """No post is open."""
        ...

    def show_article(self, shown: Shown) -> None:
        """Show an article or its next revision."""
        ...

    def show_blocked(self, count: int) -> None:
        """Say how many remote images were not loaded; 0 hides the offer."""
        ...

    def show_width(self, name: str, width: int | None) -> None:
        """Lay the page out in this width."""
        ...

    def show_theme(self, theme: Theme) -> None:
        """Use these colours."""
        ...

    def use_files(self, files: ContentFiles | None) -> None:
        """Take local images from here."""
        ...

    def show_styles(self, found: bool, reading: bool) -> None:
        """Offer the other style, where the site has one of its own."""
        ...

    def show_zoom(self, percent: int) -> None:
        """Show the page larger or smaller."""
        ...

    def follow(self, line: float) -> None:
        """Bring a line of the body to the upper edge."""
        ...

    def reveal(self, line: int) -> None:
        """Bring a line of the body into view."""
        ...

    def reveal_field(self, name: str) -> None:
        """Bring what a field shows into view."""
        ...

    def take_focus(self) -> None:
        """Let the keys go to the page."""
        ...


class PreviewPresenter:
    """Renders the current post in the background, the newest revision last."""

    def __init__(self, context: Context, view: View) -> None:
        self._context = context
        self._view = view
        self._allowed: set[str] = set()
        self._root = ""
        self._stale = False
        self._page: Page | None = None
        self._memory = Memory()
        self._front = ""
        self._outlook: Outlook | None = None
        self._places: Whereabouts | None = None
        self._tags = syntax_of("")
        self.flavour: Flavour = flavour_for("", {})
        self.looks = Looks(context.settings, view)
        self.styles = SiteStyles(context.tasks, self.looks, view)

    def start(self) -> None:
        """Show how things stand, and listen from now on."""
        workspace = self._context.workspace
        workspace.folder_opened.connect(self._on_folder)
        workspace.current_changed.connect(self._on_current)
        workspace.post_changed.connect(self._on_change)
        following = self._context.following
        following.body_scrolled.connect(self._on_body_scrolled)
        following.caret_moved.connect(self._view.reveal)
        following.field_pointed.connect(self._on_field_pointed)
        self.styles.changed.connect(lambda _none: self._render_current())
        self._context.theme.changed.connect(self._view.show_theme)
        self._view.show_theme(self._context.theme)
        self.looks.start()
        if workspace.folder is not None:
            self._on_folder(workspace.folder)
        self._on_current(workspace.current)

    # What the editor asks for

    def has_blocked_images(self) -> bool:
        """Whether the post shown has remote images that were not loaded."""
        return self._page is not None and bool(self._page.blocked)

    def load_remote_images(self) -> None:
        """Load this post's remote images, as long as the folder stays open."""
        current = self._context.workspace.current
        if current is not None:
            self._allowed.add(current.path)
            self._render(current)

    def _render_current(self) -> None:
        if self._context.workspace.current is not None:
            self._render(self._context.workspace.current)

    def always_loads_remote(self) -> bool:
        """Whether all posts of this folder load their remote images."""
        return self._root in self._context.settings.texts(REMOTE_SETTING)

    def toggle_remote_in_folder(self) -> None:
        """Load the remote images of every post of this folder from now on, or no longer."""
        kept = self._context.settings.texts(REMOTE_SETTING)
        others = [root for root in kept if root != self._root]
        now = others if self._root in kept else [*others, self._root]
        self._context.settings.keep(REMOTE_SETTING, now)
        self._render_current()

    def go_to(self, place: Pointed) -> None:
        """Go to the field or the line of the body that was clicked on.

        After a single click the keys stay with the page, to copy from it or search it.
        """
        if self._page is None:
            return
        if place.field:
            self._context.navigation.go_to_field((place.field,))
        else:
            self._context.navigation.go_to_line(self._page.first_line + place.line - 1)
        if not place.twice:
            self._view.take_focus()

    def page_scrolled(self, line: float) -> None:
        """The editor scrolled the page; ``line`` of the body is at its upper edge."""
        if self.looks.together:
            self._context.following.page_scrolled.emit(line)

    # What happens on the desk

    def _on_body_scrolled(self, line: float) -> None:
        if self.looks.together:
            self._view.follow(line)

    def _on_field_pointed(self, path: Path) -> None:
        if path and isinstance(path[0], str):
            self._view.reveal_field(path[0])

    def _on_folder(self, folder: Folder) -> None:
        self._allowed.clear()
        self._places = Whereabouts.of(folder)
        self._tags = syntax_of(folder.engine.name)
        self.flavour = flavour_for(folder.engine.name, folder.engine.config, folder.root)
        self._outlook = Outlook(folder, datetime.now(UTC))
        self.styles.look_for(folder)
        self._view.use_files(ContentFiles(folder.root, folder.engine.assets))

    def _on_current(self, current: OpenPost | None) -> None:
        self._context.tasks.cancel(TASK)
        self._stale = False
        self._page = None
        self._memory = Memory()
        self._view.show_blocked(0)
        if current is None:
            self._view.show_nothing()
        else:
            self._render(current)

    def _on_change(self, change: PostChanged) -> None:
        if change.open_post is not self._context.workspace.current:
            return
        if self._context.tasks.is_busy(TASK):
            # One rendering at a time: else fast typing in a long post would never show.
            self._stale = True
        else:
            self._render(change.open_post)

    # Rendering

    def _render(self, open_post: OpenPost) -> None:
        self._stale = False
        path, post, memory = open_post.path, open_post.post, self._memory_for(open_post.post)
        options, styles, before = self.options(open_post), self.styles.chosen, self._page

        def work() -> Shown:
            page = article(post, options, memory)
            return shown_after(before, Shown(path, page, options.remote_images, styles))

        self._context.tasks.run(TASK, work, lambda shown: self._show(open_post, shown))

    def _memory_for(self, post: Post) -> Memory:
        """What the body's pieces look like depends on the front matter, too."""
        front = post.text[: post.body_span.start]
        if front != self._front:
            self._front = front
            self._memory = Memory()
        return self._memory

    def options(self, open_post: OpenPost) -> BodyOptions:
        """What the rendering of a post depends on besides its body."""
        path, post = open_post.path, open_post.post
        around = PostSite.of(self._places, path, post) if self._places else None
        return BodyOptions(
            addresses=PreviewAddresses(path, around),
            remote_images=path in self._allowed or self.always_loads_remote(),
            tags=self._tags,
            flavour=self.flavour,
            around=around or Alone(),
            targets=Targets(self._outlook, path),
        )

    def _show(self, open_post: OpenPost, shown: Shown) -> None:
        if open_post is not self._context.workspace.current:
            return
        self._page = shown.page
        self._view.show_article(shown)
        self._view.show_blocked(len(shown.page.blocked))
        self._context.actions.refresh()
        if self._stale:
            self._render(open_post)
