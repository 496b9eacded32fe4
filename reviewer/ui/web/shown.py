"""What the web view is asked to show; no Qt, so that presenters can make it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.render.patching import patch

if TYPE_CHECKING:
    from reviewer.render.page import Page


@dataclass(frozen=True, slots=True)
class Shown:
    """An article to show: ``key`` names the post, so that its revisions are patched."""

    key: str
    page: Page
    remote_images: bool = False
    styles: tuple[str, ...] = ()
    """The site's own sheets, if the article is to be shown with them."""
    base: Page | None = None
    changes: str = ""
    """The patch that leads here from ``base``, made where nobody waits for it; "" for none."""

    def changes_from(self, page: Page) -> str:
        """The patch that leads here from ``page``, as the page's script reads it; "" for none."""
        return self.changes if page is self.base else _changes(page, self.page)


def shown_after(base: Page | None, shown: Shown) -> Shown:
    """``shown`` with the patch that leads there from ``base``."""
    if base is None:
        return shown
    return replace(shown, base=base, changes=_changes(base, shown.page))


def _changes(old: Page, new: Page) -> str:
    found = patch(old.blocks, new.blocks)
    return found.as_json() if found else ""
