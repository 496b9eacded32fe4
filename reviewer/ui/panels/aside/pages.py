"""What the right-hand column can hold: pages by name, each made when it is first wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

ARTICLE = "article"
SEARCH = "search"
SOCIAL = "social"
SITE = "site"
LABELS = {ARTICLE: "Article", SEARCH: "Search", SOCIAL: "Social", SITE: "Site"}


def ignore(_shown: bool) -> None:
    """For a page that does the same whether it is seen or not."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's widget; ``tools`` stands in the bar while it is shown, which ``on_shown`` hears."""

    widget: QWidget
    tools: QWidget | None = None
    on_shown: Callable[[bool], None] = ignore


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that may not have been made yet."""

    key: str
    label: str
    make: Callable[[], Page]
