"""Decides when the site's engine runs, and which of its pages is shown."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from reviewer.site.serving.offers import offer_for
from reviewer.site.serving.server import Sign
from reviewer.ui.panels.aside.addresses import PostAddresses
from reviewer.ui.panels.site.finding import PageFound, find_page
from reviewer.ui.panels.site.session import which
from reviewer.ui.panels.site.status import BUSY, Phase, status_of
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.site.folder import Folder
    from reviewer.site.serving.offers import Offer
    from reviewer.site.serving.server import Heard
    from reviewer.ui.context import Context
    from reviewer.ui.panels.site.session import Server, Servers
    from reviewer.ui.panels.site.status import Status

OFFER, START, STOP, PAGE = "site offer", "site start", "site stop", "site page"


class View(Protocol):
    """What the presenter needs of the widgets."""

    def show_status(self, status: Status) -> None:
        """Show where the server stands."""
        ...

    def show_line(self, line: str) -> None:
        """Add a line to the engine's log."""
        ...

    def clear_log(self) -> None:
        """A new run begins."""
        ...

    def show_page(self, origin: str, address: str) -> None:
        """Show a page of the site at ``origin``, anew where it is shown already."""
        ...

    def show_notice(self, text: str) -> None:
        """Say something above the page; "" takes it away."""
        ...


class SitePresenter:
    """Runs at most one engine, that of the folder that is open."""

    def __init__(self, context: Context, view: View, servers: Servers) -> None:
        self._context = context
        self._view = view
        self._servers = servers
        self._addresses = PostAddresses()
        self._offer: Offer | None = None
        self._server: Server | None = None
        self._allowed: set[Path] = set()
        self._base = ""
        self._complaint = ""
        self._looked_at = False
        self._wants_start = False
        self.phase = Phase.NO_ENGINE
        context.workspace.folder_opened.connect(self._on_folder)
        context.workspace.current_changed.connect(lambda _post: self._find_page())

    # What the editor asks for

    def look(self, shown: bool) -> None:
        """Whether the page is seen; what can be run is looked up then."""
        self._looked_at = shown
        if shown and self.phase not in BUSY:
            self.look_again()
        elif shown:
            self._find_page()

    def look_again(self) -> None:
        """See anew what is installed."""
        folder = self._context.workspace.folder
        if folder is None:
            self._offered((None, ""))
        else:
            self._context.tasks.run(OFFER, lambda: self._offer_of(folder), self._offered)

    def press(self) -> None:
        """The page's one button."""
        if self.phase is Phase.MISSING:
            self.look_again()
        else:
            self.start()

    def start(self) -> None:
        """Start the engine, or start it anew; the first time in a folder only after a question."""
        folder, offer = self._context.workspace.folder, self._offer
        self._wants_start = offer is None and self._context.tasks.is_busy(OFFER)
        if folder is None or offer is None or offer.missing is not None:
            return
        if folder.root not in self._allowed and not self._ask(folder, offer):
            return
        self._allowed.add(folder.root)
        self._begin(offer)

    def stop(self) -> None:
        """End the engine."""
        self._end()
        self._show(Phase.OFFERED if self._offer else Phase.NO_ENGINE)

    def close(self) -> None:
        """The window closes: end the engine, and wait for that."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def is_busy(self) -> bool:
        """Whether the engine runs, or is about to."""
        return self.phase in BUSY

    def reload(self) -> None:
        """Show the post's page anew."""
        self._find_page()

    def show_start_page(self) -> None:
        """Show the site's first page."""
        server = self._server
        if server is not None:
            self._view.show_page(server.origin, f"{server.origin}{self._base}/")

    # The server

    def _ask(self, folder: Folder, offer: Offer) -> bool:
        return self._context.prompts.ask_run(offer.shown, folder.name)

    def _begin(self, offer: Offer) -> None:
        former, self._complaint = self._server, ""
        self._view.clear_log()
        self._view.show_notice("")
        server = self._servers(offer, self._base, lambda heard: self._hear(server, heard))
        self._server = server
        self._show(Phase.STARTING)

        def work() -> None:
            if former is not None:
                former.stop()
            server.start(which)

        self._context.tasks.run(START, work, lambda _none: None, self._on_failure)

    def _end(self) -> None:
        server, self._server = self._server, None
        self._context.tasks.cancel(PAGE)
        if server is not None:
            self._context.tasks.run(STOP, server.stop, lambda _none: None)

    def _on_failure(self, error: Exception) -> None:
        self._server = None
        self._fail(str(error))

    def _fail(self, words: str) -> None:
        self._complaint = words
        self._show(Phase.FAILED)

    def _hear(self, server: Server, heard: Heard) -> None:
        """What the engine says; one that was ended is not listened to any more."""
        if server is not self._server:
            return
        if heard.sign is Sign.LINE:
            self._view.show_line(heard.text)
        elif heard.sign is Sign.READY:
            self._show(Phase.RUNNING)
            self._find_page()
        elif heard.sign is Sign.BUILDING:
            self._complaint = ""
        elif heard.sign is Sign.ERROR:
            self._complaint = self._complaint or self._shortened(heard.text)
        elif heard.sign is Sign.BUILT and self.phase is Phase.RUNNING:
            self._find_page()
        elif heard.sign is Sign.ENDED:
            self._ended(server, heard.code)

    def _shortened(self, line: str) -> str:
        """Without the way to the site's folder, which the editor knows."""
        site = f"{self._offer.site}{os.sep}" if self._offer else ""
        return (line.replace(site, "") if site else line).strip()

    def _ended(self, server: Server, code: int) -> None:
        self._server = None
        self._context.tasks.run(STOP, server.stop, lambda _none: None)
        self._fail(self._complaint or tr("It ended by itself (exit code {code}).", code=code))

    # The page

    def _find_page(self) -> None:
        """Show the page of the post that is shown, as the engine built it last."""
        server, workspace = self._server, self._context.workspace
        folder, current = workspace.folder, workspace.current
        if self.phase is not Phase.RUNNING or server is None or folder is None:
            return
        if not self._looked_at:
            return
        if current is None:
            self.show_start_page()
            return
        path, post, origin, base = current.path, current.saved, server.origin, self._base

        def work() -> PageFound:
            url = self._addresses.url(folder, path, post)
            return find_page(origin, f"{base}{url}" if url else "")

        self._context.tasks.run(PAGE, work, self._show_found)

    def _show_found(self, page: PageFound) -> None:
        if self._server is None or self._server.origin != page.origin:
            return
        self._view.show_notice(self._notice(page))
        if page.path:
            self._view.show_page(page.origin, page.address)
        else:
            self.show_start_page()

    def _notice(self, page: PageFound) -> str:
        if not page.path:
            return tr("The site makes no page of this post.")
        said = tr("The engine says: {error}", error=self._complaint) if self._complaint else ""
        if page.found:
            return said
        return f"{tr('The site has no page at {path}.', path=page.path)} {said}".strip()

    # The folder

    def _on_folder(self, _folder: Folder) -> None:
        self._context.tasks.cancel(START)
        self._end()
        self._offer = None
        self._show(Phase.NO_ENGINE)
        if self._looked_at:
            self.look_again()

    def _offer_of(self, folder: Folder) -> tuple[Offer | None, str]:
        offer = offer_for(folder)
        return offer, self._addresses.of(folder).base if offer else ""

    def _offered(self, found: tuple[Offer | None, str]) -> None:
        offer, self._base = found
        self._offer = offer
        if offer is None:
            self._show(Phase.NO_ENGINE)
        elif offer.missing is not None:
            self._show(Phase.MISSING)
        elif self.phase is not Phase.FAILED:
            self._show(Phase.OFFERED)
        if self._wants_start:
            self.start()

    def _show(self, phase: Phase) -> None:
        self.phase = phase
        self._view.show_status(status_of(phase, self._offer, self._complaint))
        self._context.actions.refresh()
