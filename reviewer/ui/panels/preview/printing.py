"""The article on paper, as a PDF, and on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.ui.web.article_view import ArticleView


class Printing(QObject):
    """Prints what an article view shows; the page's style for paper applies."""

    pdf_written = Signal(str, bool)
    """Where the PDF was to be written, and whether it was."""

    def __init__(self, article: ArticleView) -> None:
        super().__init__(article)
        self._article = article
        self._printer: QPrinter | None = None
        article.page().pdfPrintingFinished.connect(self.pdf_written)
        article.printFinished.connect(self._on_printed)

    def print(self) -> None:
        """Ask for a printer, then print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self._article).exec() == QPrintDialog.DialogCode.Accepted:
            # Chromium prints later; the printer must live until then.
            self._printer = printer
            self._article.print(printer)

    def write_pdf(self, file: Path) -> None:
        """Write the article to a PDF; ``pdf_written`` tells how that went."""
        self._article.page().printToPdf(str(file))

    def _on_printed(self, _ok: bool) -> None:
        self._printer = None


def copy_html(html: str) -> None:
    """Put HTML on the clipboard: as text for an editor of code, as itself for one of words."""
    data = QMimeData()
    data.setText(html)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
