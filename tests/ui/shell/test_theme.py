"""Colours and icons by name, by day and by night."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from reviewer.resources import resource
from reviewer.ui.theme.stylesheet import stylesheet
from reviewer.ui.theme.theme import Scheme, Theme
from reviewer.ui.theme.tokens import TOKENS, colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SOURCES = Path(__file__).parents[3] / "reviewer" / "ui"
READABLE = 4.5
LEGIBLE = 2.6
"""Faint text is an extra (a count, a path); it must be seen, not read at length."""


class System(QObject):
    """A system whose look changes when the test says so; the one off screen has none."""

    colorSchemeChanged = Signal(Qt.ColorScheme)

    def __init__(self) -> None:
        super().__init__()
        self._look = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:
        """The look now."""
        return self._look

    def turn(self, look: Qt.ColorScheme) -> None:
        """Look otherwise from now on."""
        self._look = look
        self.colorSchemeChanged.emit(look)


@pytest.fixture
def system() -> System:
    return System()


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("ink", "bg", READABLE),
        ("ink", "panel", READABLE),
        ("ink", "accent-bg", READABLE),
        ("mute", "panel", READABLE),
        ("mute", "bg", READABLE),
        ("faint", "panel", LEGIBLE),
        ("accent", "accent-bg", READABLE),
        ("accent", "bg", READABLE),
        ("on-accent", "accent", READABLE),
        ("err", "err-bg", READABLE),
        ("warn", "warn-bg", READABLE),
        ("ok", "ok-bg", READABLE),
        ("err", "bg", READABLE),
        ("warn", "bg", READABLE),
    ],
)
def test_text_can_be_read_on_its_ground(text: str, ground: str, least: float, dark: bool) -> None:
    values = colours(dark)
    assert contrast(values[text], values[ground]) >= least


def test_unknown_token_raises(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.colour("mauve")


def test_unknown_icon_raises(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.icon("unicorn")


def test_unknown_token_in_the_style_sheet_raises() -> None:
    values = colours(False)
    del values["accent"]
    with pytest.raises(KeyError):
        stylesheet(values)


@pytest.mark.parametrize("dark", [False, True])
def test_style_sheet_leaves_no_token_unreplaced(dark: bool) -> None:
    assert "@" not in stylesheet(colours(dark), dark=dark)


def test_images_of_the_style_sheet_exist_in_both_themes() -> None:
    for found in re.findall(r"@images/([a-z-]+\.svg)", stylesheet_source()):
        for name in ("light", "dark"):
            assert (resource("themes") / name / found).is_file()


def stylesheet_source() -> str:
    return (resource("themes") / "window.qss").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "dark"), [("light", False), ("dark", True)])
def test_images_of_the_style_sheet_have_colours_of_the_theme(name: str, dark: bool) -> None:
    values = set(colours(dark).values())
    for file in (resource("themes") / name).glob("*.svg"):
        strokes = set(re.findall(r"#[0-9a-f]{6}", file.read_text(encoding="utf-8")))
        assert strokes
        assert strokes <= values


def test_choosing_dark_changes_colours_and_tells(theme: Theme) -> None:
    told: list[Theme] = []
    theme.changed.connect(told.append)
    theme.choose(Scheme.DARK)
    assert theme.dark
    assert theme.value("bg") == TOKENS["bg"].dark
    assert told == [theme]


def test_choosing_the_same_tells_nobody(theme: Theme) -> None:
    told: list[Theme] = []
    theme.changed.connect(told.append)
    theme.choose(Scheme.LIGHT)
    assert not told


def test_theme_follows_the_system(qapp: QApplication, system: System) -> None:
    theme = Theme(qapp, Scheme.SYSTEM, system)
    seen = []
    for look in (Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown, Qt.ColorScheme.Dark):
        system.turn(look)
        seen.append(theme.dark)
    assert seen == [True, False, True]


def test_a_chosen_theme_does_not_follow_the_system(qapp: QApplication, system: System) -> None:
    theme = Theme(qapp, Scheme.LIGHT, system)
    system.turn(Qt.ColorScheme.Dark)
    assert not theme.dark


def test_going_back_to_the_system_takes_its_look(qapp: QApplication, system: System) -> None:
    theme = Theme(qapp, Scheme.LIGHT, system)
    system.turn(Qt.ColorScheme.Dark)
    theme.choose(Scheme.SYSTEM)
    assert theme.dark


def test_icons_take_the_colour_of_a_token(theme: Theme) -> None:
    image = theme.icon("check", "err").pixmap(16, 16).toImage()
    drawn = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 250
    }
    assert drawn == {TOKENS["err"].light}


def test_colours_are_named_in_one_place_only() -> None:
    for file in SOURCES.rglob("*.py"):
        # The second are not ours: cards look as they do on other people's pages.
        if file.name not in ("tokens.py", "foreign.py"):
            assert not re.search(r"#[0-9a-fA-F]{6}\b", file.read_text(encoding="utf-8")), file
