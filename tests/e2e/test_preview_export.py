"""The article leaves the window: as a PDF, on paper, on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from reviewer.ui.automation.waiting import until
from reviewer.ui.web.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.e2e.driver import Editor

POST = "_posts/2026-03-02-export.md"
TEXT = (
    "---\ntitle: To be taken along\n---\nWords that *leave*, and [a link](https://example.org).\n"
)


@pytest.fixture
def reader(newcomer: Editor) -> Iterator[Editor]:
    """An editor with a post open; the clipboard is emptied in the end."""
    (newcomer.folder / POST).write_text(TEXT, "utf-8")
    newcomer.open_folder()
    newcomer.pick(POST)
    yield newcomer
    QGuiApplication.clipboard().clear()


def run(editor: Editor, action: str) -> None:
    editor.scene.context.actions.run(action)


def await_pdf(file: Path) -> bytes:
    """The whole of a PDF that is being written."""
    until(lambda: file.is_file() and b"%%EOF" in file.read_bytes()[-32:], "the PDF is written")
    return file.read_bytes()


def test_the_article_is_saved_as_a_pdf_where_the_editor_says(
    reader: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader.answers, "ask_new_file", lambda _title, start: tmp_path / start.name)
    run(reader, "preview-pdf")
    assert await_pdf(tmp_path / "2026-03-02-export.pdf").startswith(b"%PDF-")


def test_a_pdf_that_cannot_be_written_is_told(
    reader: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader.answers, "ask_new_file", lambda *_: tmp_path / "gone" / "a.pdf")
    run(reader, "preview-pdf")
    until(lambda: reader.answers.errors, "the failure is told")
    assert "could not be written" in str(reader.answers.errors[0])


def test_the_article_is_printed_where_the_dialog_says(
    reader: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"

    def accept(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(paper))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    printed: list[bool] = []
    reader.scene.window.findChildren(ArticleView)[0].printFinished.connect(printed.append)
    run(reader, "preview-print")
    until(lambda: printed, "the article is printed")
    assert printed == [True]
    assert await_pdf(paper).startswith(b"%PDF-")


def test_the_article_is_copied_as_html_without_what_the_preview_adds(reader: Editor) -> None:
    run(reader, "preview-copy-html")
    clipboard = QGuiApplication.clipboard()
    until(clipboard.text, "the article is copied")
    html = clipboard.mimeData().html()
    assert '<p>Words that <em>leave</em>, and <a href="https://example.org">a link</a>.</p>' in html
    assert "data-line" not in html
    assert clipboard.text() == html
