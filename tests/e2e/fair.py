"""A small site whose post has a field of each kind, and an editor before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu

from reviewer.ui.panels.form.field_row import FieldRow
from tests.e2e.driver import Answers, Editor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

POST = "_posts/2026-02-01-fair.md"
RULES = """\
version: 1
fields:
  title: {kind: string, max_length: 70}
  summary: {kind: text}
  score: {kind: int, min: 0, max: 10, step: 5}
  weight: {kind: float, step: 0.25}
  public: {kind: bool}
  day: {kind: date, earliest: 2020-01-01}
  starts: {kind: datetime}
  opens: {kind: time}
  desk: {kind: enum, options: [{value: n, label: News}, {value: m, label: Markets}], open: false}
  moods: {kind: enum, options: [calm, bright], multiple: true}
  tags: {kind: tags, options: [fair, town]}
  points: {kind: list, item: {kind: text}}
  place: {kind: object, fields: {city: {kind: string}, zip: {kind: string}}}
  links: {kind: list, item: {kind: object, fields: {name: {kind: string}, url: {kind: url}}}}
  block:
    kind: variant
    variant_key: sort
    variants:
      quote: {kind: object, fields: {words: {kind: string}}}
      film: {kind: object, fields: {film: {kind: url}}}
  follows: {kind: reference, reference: {value: slug}}
  guide: {kind: file}
  cover: {kind: image, folder: assets}
  source: {kind: url}
  contact: {kind: email}
  tint: {kind: colour}
  slug: {kind: slug, empty_as: missing}
  secret: {kind: hidden}
  number: {kind: string, read_only: true}
  venue: {kind: string, when: {public: true}}
  odd: {kind: opaque}
  mood: {kind: string, default: calm, group: Voice}
  voice: {kind: string, group: Voice}
"""
TEXT = """\
---
# Kept as it is.
title: "The fair"   # short
summary: First words.
score: 5
weight: 1.50
public: true
day: 2026-02-03
starts: 2026-02-03 09:30:00 +0100
opens: "9:30"
desk: 'n'
moods: [calm]
tags: [fair]
points:
  - "One."
  # between
  - 'Two.'
place:
  city: Ulm
  zip: "89073"
links:
  - name: A
    url: https://a.example
block:
  sort: quote
  words: 'So it is.'
follows: 2026-01-01-old
guide: /assets/plan.txt
cover: /assets/a.png
source: https://a.example/fair
contact: desk@a.example
tint: "#AABBCC"
slug: fair
secret: {token: 1}
number: 'R-1'
venue: Town hall
odd: {a: 1,   b: [x]}
voice: calm
layout: fair
---

Body stays.
"""
OLD = "---\ntitle: Old markets close\nlayout: fair\n---\n\nOld.\n"


class Picks(Answers):
    """Picks what the test has put there."""

    def __init__(self) -> None:
        super().__init__()
        self.file: Path | None = None
        self.colour: str | None = None

    def ask_file(self, title: str, start: Path, endings: Sequence[str] = ()) -> Path | None:
        """The file of the test."""
        return self.file

    def ask_colour(self, title: str, colour: str) -> str | None:
        """The colour of the test."""
        return self.colour


def write_fair(root: Path) -> Path:
    """A Jekyll site whose fields are of all kinds, with a default for the layout."""
    texts = {
        "_config.yml": "title: Fair\ndefaults:\n  - values: {author: The desk}\n",
        "reviewer.yml": RULES.replace("  voice:", "  author: {kind: string}\n  voice:"),
        POST: TEXT,
        "_posts/2026-01-01-old.md": OLD,
        "assets/plan.txt": "Plan",
        "assets/map.txt": "Map",
    }
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for name, colour in (("a", Qt.GlobalColor.red), ("b", Qt.GlobalColor.blue)):
        picture = QImage(40, 20, QImage.Format.Format_RGB32)
        picture.fill(colour)
        assert picture.save(str(root / f"assets/{name}.png"))
    return root


class Fair(Editor):
    """An editor before the post with all kinds of fields."""

    answers: Picks

    def box(self, *path: Any) -> Any:
        """The editor of a field."""
        return self.hands.field(path).editor

    def retype(self, text: str, *path: Any) -> None:
        """Write another text into a field, be it in a group."""
        self.hands.retype(path, text)
        self.scene.settle()

    def click(self, widget: Any) -> None:
        """Click a button in the form."""
        self.hands.click(widget)
        self.scene.settle()

    def choose(self, entry: str, *path: Any) -> None:
        """Choose an entry of a field's menu."""
        self.hands.field(path).ask_menu()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "the menu is open"
        (action,) = (each for each in menu.actions() if each.text() == entry)
        assert action.isEnabled()
        action.trigger()
        menu.close()
        # Off screen a window does not become active again by itself.
        self.scene.window.activateWindow()
        self.scene.settle()

    def saved(self) -> str:
        """The post after Ctrl+S, as it is on disk."""
        self.save()
        return self.on_disk(POST).decode()

    def shows(self, name: str) -> bool:
        """Whether the form has the field."""
        fields = self.scene.window.findChildren(FieldRow)
        return any(each.isVisible() and each.row and each.row.path == (name,) for each in fields)
