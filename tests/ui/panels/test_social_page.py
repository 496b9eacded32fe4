"""The social page: cards that follow the post, images cut and refused, words beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from reviewer.site.engines.detection import detect
from reviewer.site.folder import Folder
from reviewer.ui.panels.social.panel import SocialPanel
from reviewer.ui.panels.social.picture import Picture, Trouble, fetch_image
from reviewer.ui.panels.social.presenter import SocialPresenter
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import plain_context, put_on_desk, themed_context

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reviewer.desk.workspace import Workspace
    from reviewer.render.cards.social import Card
    from reviewer.ui.panels.aside.notes import Note

REMOTE = "https://images.example/a.png"


@dataclass
class NotedView:
    """Writes down what it is told."""

    cards: dict[str, Card] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    picture: Picture = field(default_factory=lambda: Picture(Trouble.UNNAMED))
    empty: bool = False

    def show_nothing(self) -> None:
        self.empty = True

    def show_cards(self, cards: Sequence[Card], picture: Picture, notes: Sequence[Note]) -> None:
        self.cards = {card.network.key: card for card in cards}
        self.notes = {note.part: note for note in notes}
        self.picture = picture


class Desk:
    """A post with an image on the desk, in a folder that has some."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.context, _post = plain_context()
        self._open(self.context.workspace)
        self.view = NotedView()
        self.fetched: list[str] = []
        self.always = False
        self.presenter = SocialPresenter(
            self.context, self.view, fetch=self._fetch, always=lambda: self.always
        )
        self.presenter.feed.look(True)

    def show(self, image: str, more: str = "", path: str = "_posts/a.md") -> NotedView:
        """Show a post with this image."""
        text = f"---\ntitle: Ford held talks\nimage: {image}\n{more}---\nBody.\n"
        put_on_desk(self.context.workspace, text.encode(), path)
        return self.view

    def draw(self, name: str, width: int, height: int) -> None:
        """Put an image into the folder."""
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0)
        assert image.save(str(self.folder / name))

    def _open(self, workspace: Workspace) -> None:
        workspace.open_folder(Folder(self.folder, detect(self.folder)))

    def _fetch(self, address: str) -> bytes:
        self.fetched.append(address)
        image = QImage(4, 2, QImage.Format.Format_RGB32)
        image.fill(0)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(buffer.data().data())


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_image_of_the_folder_is_shown(desk: Desk) -> None:
    desk.draw("a.png", 1910, 1000)
    assert desk.show("/a.png").picture.size == (1910, 1000)


def test_large_images_are_kept_small(desk: Desk) -> None:
    desk.draw("a.png", 3000, 1000)
    image = desk.show("/a.png").picture.image
    assert image is not None
    assert image.width() == 1200


def test_what_is_cut_off_is_told(desk: Desk) -> None:
    desk.draw("a.png", 1200, 1200)
    assert (
        "24 % are cut off at the top and at the bottom." in desk.show("/a.png").notes["image"].words
    )


def test_a_small_image_is_told(desk: Desk) -> None:
    desk.draw("a.png", 400, 210)
    note = desk.show("/a.png").notes["image"]
    assert "Facebook wants at least 600 × 315." in note.words
    assert note.state == "warning"


def test_a_missing_image_is_told(desk: Desk) -> None:
    view = desk.show("/gone.png")
    assert view.picture.trouble is Trouble.MISSING
    assert "/gone.png" in view.notes["image"].words


def test_a_drawing_is_shown_by_no_network(desk: Desk) -> None:
    (desk.folder / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )
    assert desk.show("/a.svg").picture.trouble is Trouble.UNSHOWN


def test_remote_images_are_not_loaded_by_themselves(desk: Desk) -> None:
    view = desk.show(REMOTE)
    assert view.picture == Picture(Trouble.REMOTE, REMOTE)
    assert not desk.fetched


def test_remote_images_are_loaded_when_asked_for(desk: Desk) -> None:
    view = desk.show(REMOTE)
    desk.presenter.load_remote()
    assert desk.fetched == [REMOTE]
    assert view.picture.size == (4, 2)


def test_remote_images_are_loaded_where_the_folder_may(desk: Desk) -> None:
    desk.always = True
    assert desk.show(REMOTE).picture.trouble is Trouble.NONE


def test_another_remote_image_is_asked_for_again(desk: Desk) -> None:
    desk.show(REMOTE)
    desk.presenter.load_remote()
    view = desk.show("https://images.example/b.png", path="_posts/b.md")
    assert view.picture.trouble is Trouble.REMOTE


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://x.example/a", "data:,x"])
def test_nothing_but_the_web_is_fetched(address: str) -> None:
    with pytest.raises((ValueError, OSError)):
        fetch_image(address)


def test_a_missing_alternative_text_is_told(desk: Desk) -> None:
    assert desk.show("/a.png").notes["alt"].words.startswith("None")


def test_an_alternative_text_is_shown(desk: Desk) -> None:
    assert desk.show("/a.png", "image_alt: A chart\n").notes["alt"].words == "A chart"


def test_cards_are_painted_by_day_and_by_night(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    panel = SocialPanel(themed_context(Theme(qapp, Scheme.LIGHT), tmp_path))
    qtbot.addWidget(panel.widget)
    put_on_desk(panel.presenter._context.workspace, b"---\ntitle: T\n---\nBody.\n")
    panel.presenter.feed.look(True)
    panel.widget.resize(560, 900)
    day = panel.widget.grab().toImage()
    panel.view.show_look(True)
    night = panel.widget.grab().toImage()
    qapp.setStyleSheet("")
    assert day != night
