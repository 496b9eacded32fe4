"""What the web view is asked to show; no Qt, so that presenters can make it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
