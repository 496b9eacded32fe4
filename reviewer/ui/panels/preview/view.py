"""The preview's widgets: the page at its width, and the choices for the bar above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.panels.preview.find_bar import PageFindBar
from reviewer.ui.panels.preview.printing import Printing
from reviewer.ui.panels.preview.style import preview_style
from reviewer.ui.texts import tr, tr_count
from reviewer.ui.web.article_view import ArticleView
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWebEngineWidgets import QWebEngineView

    from reviewer.ui.theme.theme import Theme
    from reviewer.ui.web.content_files import ContentFiles
    from reviewer.ui.web.shown import Shown

WIDTHS = (("phone", "Phone"), ("tablet", "Tablet"), ("desktop", "Desktop"))


class Stage(QWidget):
    """Holds the page in the middle, as wide as chosen; a page too wide is made smaller."""

    def __init__(self, article: QWebEngineView) -> None:
        super().__init__()
        styled(self, "stage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._article = article
        self._width: int | None = None
        self._zoom = 1.0
        article.setParent(self)
        # Chromium forgets the zoom when it loads a page.
        article.loadFinished.connect(self._fit)

    def show_width(self, width: int | None) -> None:
        """Lay the page out in ``width`` pixels of its own; None takes what there is."""
        self._width = width
        self._fit()

    def show_zoom(self, zoom: float) -> None:
        """Show the page so many times as large."""
        self._zoom = zoom
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in the middle."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        available = max(self.width(), 1)
        wanted = self._width or available
        width = min(wanted, available)
        self._article.setGeometry((available - width) // 2, 0, width, self.height())
        self._article.setZoomFactor(width / wanted * self._zoom)


class PreviewView(QWidget):
    """Shows what the presenter says and tells what the editor chose.

    ``tools`` is placed by whoever has the bar above the page.
    """

    width_chosen = Signal(str)
    remote_asked = Signal()
    style_asked = Signal()
    pointed = Signal(object)
    scrolled = Signal(float)
    link_clicked = Signal(QUrl)

    def __init__(self) -> None:
        super().__init__()
        styled(self, "preview", name=tr("Preview"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.article = ArticleView()
        self.article.setAccessibleName(tr("Article"))
        self._stage = Stage(self.article)
        self._widths = SegmentedControl([(k, tr(label)) for k, label in WIDTHS], tr("Page width"))
        styled(self._widths, "seg-plain")
        self.tools: QWidget = self._widths
        self._count = styled(QLabel(), "small", "mute")
        self._offer = self._make_offer()
        self._style_name = styled(QLabel(), "small", "mute")
        self._other_style = styled(QPushButton(), "link", name=tr("Other style"))
        self._styles = self._make_styles()
        self.find_bar = PageFindBar()
        self.printing = Printing(self.article)
        self._pages = QStackedWidget()
        self._pages.addWidget(
            EmptyState(tr("Nothing to show"), tr("Choose a post to see it as its readers will."))
        )
        self._pages.addWidget(self._stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._offer)
        column.addWidget(self._styles)
        column.addWidget(self.find_bar)
        column.addWidget(self._pages, 1)
        self._connect()

    def _make_styles(self) -> QWidget:
        styles = styled(QFrame(), "list-header")
        row = QHBoxLayout(styles)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._style_name)
        row.addWidget(self._other_style)
        row.addStretch()
        self._other_style.clicked.connect(self.style_asked)
        styles.hide()
        return styles

    def _make_offer(self) -> QWidget:
        offer = styled(QFrame(), "list-header")
        load = styled(QPushButton(tr("Load remote images")), "link", name=tr("Load remote images"))
        load.setObjectName("load-remote-images")
        load.clicked.connect(self.remote_asked)
        row = QHBoxLayout(offer)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._count)
        row.addWidget(load)
        row.addStretch()
        offer.hide()
        return offer

    def _connect(self) -> None:
        self._widths.chosen.connect(self.width_chosen)
        self.article.find_asked.connect(self.find_bar.open)
        self.find_bar.searched.connect(self.article.look_for)
        self.article.found.connect(self.find_bar.show_count)
        self.find_bar.closed.connect(self.article.setFocus)
        self.article.places.pointed.connect(self.pointed)
        self.article.places.scrolled.connect(self.scrolled)
        self.article.link_clicked.connect(self.link_clicked)

    # What the presenter says

    def show_nothing(self) -> None:
        """No post is open."""
        self.article.clear()
        self._pages.setCurrentIndex(0)

    def show_article(self, shown: Shown) -> None:
        """Show an article or its next revision."""
        self.article.show_article(shown)
        self._pages.setCurrentWidget(self._stage)

    def show_blocked(self, count: int) -> None:
        """Say how many remote images were not loaded; 0 hides the offer."""
        one, many = "{count} remote image not loaded.", "{count} remote images not loaded."
        self._count.setText(tr_count(one, many, count))
        self._offer.setVisible(count > 0)

    def show_width(self, name: str, width: int | None) -> None:
        """Lay the page out in this width."""
        self._widths.choose(name)
        self._stage.show_width(width)

    def show_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self.setStyleSheet(preview_style(theme))
        self.article.set_theme(dark=theme.dark, background=theme.colour("sunk"))

    def show_styles(self, found: bool, reading: bool) -> None:
        """Offer the other style, where the site has one of its own."""
        names = tr("Site’s style"), tr("Reading style")
        self._style_name.setText(names[reading])
        self._other_style.setText(names[not reading])
        self._styles.setVisible(found)

    def show_zoom(self, percent: int) -> None:
        """Show the page larger or smaller."""
        self._stage.show_zoom(percent / 100)

    def write_pdf(self, file: Path) -> None:
        """Write the article to a PDF."""
        self.printing.write_pdf(file)

    def follow(self, line: float) -> None:
        """Bring a line of the body to the upper edge."""
        self.article.places.follow(line)

    def reveal(self, line: int) -> None:
        """Bring a line of the body into view."""
        self.article.places.reveal(line)

    def reveal_field(self, name: str) -> None:
        """Bring what a field shows into view."""
        self.article.places.reveal_field(name)

    def take_focus(self) -> None:
        """Let the keys go to the page."""
        self.article.setFocus()

    def use_files(self, files: ContentFiles | None) -> None:
        """Take local images from here."""
        self.article.set_files(files)
