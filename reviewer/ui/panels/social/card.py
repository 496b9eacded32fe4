"""Paints one network's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from reviewer.render.cards.social import Layout, crop
from reviewer.render.cards.widths import arial_width
from reviewer.ui.panels.aside.card import Line, ScaledCard
from reviewer.ui.panels.social.words import DESCRIPTION, IMAGE, TITLE, trouble_words
from reviewer.ui.texts import tr
from reviewer.ui.theme.foreign import BELOW_IMAGE, NETWORKS_BY_DAY, NETWORKS_BY_NIGHT, ON_IMAGE
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from reviewer.render.cards.social import Card, Network
    from reviewer.ui.panels.social.picture import Picture

PAD = 12
CAPTION = 22
"""X writes the domain below the image."""
RADIUS = {"facebook": 8, "x": 16, "linkedin": 8}


class SocialCard(ScaledCard):
    """One card, its image cut as the network cuts it."""

    def __init__(self, network: Network) -> None:
        super().__init__(network.width)
        self._network = network
        self._family = network.key.partition("-")[0]
        self._card: Card | None = None
        self._picture: Picture | None = None
        self._colours = NETWORKS_BY_DAY[self._family]
        styled(self, "social-card")

    def show_card(self, card: Card, picture: Picture) -> None:
        """Show another revision."""
        self._card, self._picture = card, picture
        self.setAccessibleName(tr("Card in {network}", network=card.network.label))
        texts = (card.domain, *card.title.lines, *card.description.lines, trouble_words(picture))
        self.setAccessibleDescription(" ".join(texts).strip())
        self.fit()

    def show_look(self, dark: bool) -> None:
        """By night or by day."""
        self._colours = (NETWORKS_BY_NIGHT if dark else NETWORKS_BY_DAY)[self._family]
        self.update()

    def natural_height(self) -> float:
        """The image and the words around it."""
        if self._card is None:
            return 0
        return self._box().height() + (CAPTION if self._network.layout is Layout.WITHIN else 0)

    def paint(self, painter: QPainter) -> None:
        """The frame, the image, and the words where the network has them."""
        card, picture = self._card, self._picture
        if card is None or picture is None:
            return
        frame, image = self._box(), self._image_box()
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(frame, RADIUS[self._family], RADIUS[self._family])
        painter.setClipPath(path)
        painter.fillRect(frame, QColor(self._colours.ground))
        self._paint_image(painter, image, picture)
        painter.restore()
        painter.setPen(QColor(self._colours.edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._paint_words(painter, card)
        self.mark(image, IMAGE)

    # Where things are

    def _box(self) -> QRectF:
        """The frame of the card."""
        width, height = self._network.width, self._network.image[1]
        if self._network.layout is Layout.BELOW:
            height += round(self._words_height())
        return QRectF(0.5, 0.5, width - 1, height - 1)

    def _image_box(self) -> QRectF:
        return QRectF(0, 0, *self._network.image)

    def _lines(self) -> list[tuple[Line, str, str]]:
        """The words of a card from top to bottom, each with its part."""
        card, network, colours = self._card, self._network, self._colours
        if card is None:
            return []
        small = 15.0 if network.layout is Layout.BESIDE else 13.0
        domain = (Line(small, small + 6, colours.domain), card.domain, "")
        size, text_size = network.title.size, network.text.size
        heading = Line(size, size + 5, colours.title, network.title.bold)
        title = [(heading, line, TITLE) for line in card.title.lines]
        text = Line(text_size, text_size + 5, colours.text)
        described = [(text, line, DESCRIPTION) for line in card.description.lines]
        # LinkedIn has the domain below the title; Facebook has room for two lines in all.
        if self._family == "linkedin":
            return [*title, domain]
        if self._family == "facebook" and len(title) > 1:
            described = []
        return [domain, *title, *described]

    def _words_height(self) -> float:
        return 2 * PAD + sum(line.height for line, _text, _part in self._lines())

    # Painting

    def _paint_image(self, painter: QPainter, box: QRectF, picture: Picture) -> None:
        if picture.image is None:
            painter.fillRect(box, QColor(self._colours.empty))
            painter.setPen(QColor(self._colours.domain))
            inner = box.adjusted(PAD, PAD, -PAD, -PAD)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWrapAnywhere
            painter.drawText(inner, flags, trouble_words(picture))
            return
        image = picture.image
        seen = crop((image.width(), image.height()), self._network.image)
        source = QRectF(
            seen.left * image.width(),
            seen.top * image.height(),
            (seen.right - seen.left) * image.width(),
            (seen.bottom - seen.top) * image.height(),
        )
        painter.drawImage(box, image, source)

    def _paint_words(self, painter: QPainter, card: Card) -> None:
        if self._network.layout is Layout.WITHIN:
            self._paint_within(painter, card)
            return
        beside = self._network.layout is Layout.BESIDE
        left = (self._network.image[0] if beside else 0) + PAD
        room = self._box().height() - self._words_height()
        top = PAD + (room / 2 if beside else self._network.image[1])
        self._paint_lines(painter, self._lines(), QPointF(left, top))

    def _paint_lines(
        self, painter: QPainter, lines: Sequence[tuple[Line, str, str]], at: QPointF
    ) -> None:
        for line, text, part in lines:
            width = line.draw(painter, at, text)
            if part:
                self.mark(QRectF(at.x(), at.y(), width, line.height), part)
            at = QPointF(at.x(), at.y() + line.height)

    def _paint_within(self, painter: QPainter, card: Card) -> None:
        """X lays the title over the image, and the domain below it."""
        title = " ".join(card.title.lines)
        line = Line(13, 20, ON_IMAGE)
        height = self._network.image[1]
        if title:
            pill = QRectF(PAD, height - PAD - 20, arial_width(title, 13) + 8, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 196))
            painter.drawRoundedRect(pill, 4, 4)
            line.draw(painter, QPointF(PAD + 4, pill.top()), title)
            self.mark(pill, TITLE)
        source = tr("From {domain}", domain=card.domain) if card.domain else ""
        Line(13, CAPTION, BELOW_IMAGE).draw(painter, QPointF(0, height), source)
