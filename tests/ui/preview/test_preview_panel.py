"""The preview in the real web engine: it follows the post, and keeps its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reviewer.document.operations import SetValue
from reviewer.site.folder import Folder
from reviewer.ui.theme.theme import Scheme
from reviewer.ui.theme.tokens import TOKENS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.preview.conftest import PreviewDesk

LONG = "".join(f"## Part {n}\n\nWords of part {n}.\n\n" for n in range(60))
TEXT = r"document.querySelector('article').innerText.replace(/\n+/g, '\n').trim()"


def test_shows_the_post(desk: PreviewDesk) -> None:
    desk.show("---\ntitle: The title\n---\nSome *words*.\n")
    assert desk.ask(TEXT) == "The title\nSome words."


def test_follows_the_body_and_the_front_matter(desk: PreviewDesk) -> None:
    post = desk.show("---\ntitle: Old title\n---\nold words\n")
    desk.retype(post, "old words", "new words")
    post.edit(SetValue(("title",), "New title"), label="Title")
    desk.until(f"{TEXT} === 'New title\\nnew words'")


def test_another_post_begins_at_its_top(desk: PreviewDesk) -> None:
    desk.show(LONG)
    desk.ask("scrollTo(0, 900)")
    desk.show(LONG.replace("Words", "Other words"), "other.md")
    assert desk.ask("scrollY") == 0


def test_typing_keeps_the_place_and_replaces_one_block_only(desk: PreviewDesk) -> None:
    post = desk.show(LONG)
    desk.ask("for (const block of document.querySelector('article').children) block.seen = true")
    desk.ask("scrollTo(0, 900)")
    desk.retype(post, "Words of part 20.", "- now a list\n")
    assert desk.ask("scrollY") == 900
    unseen = desk.ask_list(
        "[...document.querySelector('article').children].filter(b => !b.seen).map(b => b.innerText)"
    )
    assert unseen == ["now a list"]


def test_typing_in_a_paragraph_keeps_the_selection_in_it(desk: PreviewDesk) -> None:
    post = desk.show("one **two** three\n\nfour")
    desk.ask("getSelection().selectAllChildren(document.querySelector('strong'))")
    desk.retype(post, "three", "three and more")
    assert desk.ask("getSelection().toString()") == "two"
    assert desk.ask(TEXT) == "one two three and more\nfour"


def test_new_lines_move_the_lines_of_what_follows(desk: PreviewDesk) -> None:
    post = desk.show("one\n\ntwo\n\nthree")
    desk.retype(post, "one", "one\n\nand\n\nmore")
    lines = desk.ask_list("[...document.querySelectorAll('[data-line]')].map(b => b.dataset.line)")
    assert lines == ["1", "3", "5", "7", "9"]


@pytest.mark.parametrize("count", [0, 1, 5, 9])
def test_the_page_after_patches_is_the_page_shown_anew(desk: PreviewDesk, count: int) -> None:
    texts = [
        "# A\n\none\n\n- x\n- y\n\n> quote",
        "# A\n\n- x\n- y\n- z\n\none and *more*\n\n> quote",
        "intro\n\n# A\n\none\n\n```python\nx = 1\n```",
        "one",
        "",
    ]
    post = desk.show("before")
    for text in (texts * 2)[: count + 1]:
        desk.rewrite(post, text)
    patched = desk.ask("document.querySelector('article').innerHTML")
    desk.show((texts * 2)[count], "again.md")
    assert desk.ask("document.querySelector('article').innerHTML") == patched


def test_without_a_post_says_so_and_shows_nothing_of_the_last_one(desk: PreviewDesk) -> None:
    desk.show("secret words")
    desk.context.workspace.current_changed.emit(None)
    assert not desk.article.isVisible()
    desk.until(f"{TEXT} === ''")


def test_broken_front_matter_shows_a_notice_and_the_body(desk: PreviewDesk) -> None:
    desk.show("---\ntitle: a: b\n---\nThe body.\n")
    shown = desk.ask(TEXT)
    assert "front matter cannot be read (line 2)" in shown
    assert shown.endswith("The body.")


def test_follows_the_theme_without_loading_anew(desk: PreviewDesk) -> None:
    desk.show("words")
    desk.ask("document.body.seen = true")
    background = "getComputedStyle(document.querySelector('.page')).backgroundColor"
    assert desk.ask(background) == "rgb(255, 255, 255)"
    desk.theme.choose(Scheme.DARK)
    desk.until(f"{background} === 'rgb(32, 33, 36)'")
    assert desk.ask("document.body.seen") is True


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_has_the_colours_of_the_window(desk: PreviewDesk, dark: bool) -> None:
    desk.show("words")
    desk.theme.choose(Scheme.DARK if dark else Scheme.LIGHT)
    theme = "dark" if dark else "light"
    desk.until(f"document.documentElement.dataset.theme === '{theme}'")
    for name in (
        "sunk",
        "paper",
        "line",
        "ink",
        "mute",
        "accent",
        "accent-bg",
        "ok",
        "warn",
        "err",
    ):
        value = desk.ask(f"getComputedStyle(document.documentElement).getPropertyValue('--{name}')")
        wanted = TOKENS[name].dark if dark else TOKENS[name].light
        assert value.replace("#fff", "#ffffff")[:7] == wanted or value == wanted


@pytest.mark.parametrize(("width", "pixels"), [("phone", 390), ("tablet", 768), ("desktop", 432)])
def test_the_page_is_laid_out_in_the_chosen_width(
    desk: PreviewDesk, width: str, pixels: int
) -> None:
    desk.show("words")
    desk.context.actions.run(f"preview-{width}")
    desk.until(f"Math.abs(innerWidth - {pixels}) <= 1")


def test_the_chosen_width_is_remembered(desk: PreviewDesk) -> None:
    desk.context.actions.run("preview-phone")
    assert desk.context.settings.text("preview/width") == "phone"


def test_a_link_opens_outside_after_a_click_and_the_page_stays(
    desk: PreviewDesk, qtbot: QtBot
) -> None:
    desk.show("[link](https://example.org/a)\n")
    click(desk, "a")
    qtbot.waitUntil(lambda: bool(desk.opened), timeout=30_000)
    assert [url.toString() for url in desk.opened] == ["https://example.org/a"]
    assert desk.ask(TEXT) == "link"


def test_a_link_within_the_page_scrolls_there(desk: PreviewDesk) -> None:
    desk.show(f"[down](#end)\n\n{LONG}\n\n## End\n")
    click(desk, "a")
    desk.until("scrollY > 1000")
    assert desk.opened == []


def test_links_elsewhere_are_inert(desk: PreviewDesk, qtbot: QtBot) -> None:
    desk.show("[a](other.md) [b](/about/) [c](tel:1) [d](https://example.org)\n")
    for number in range(3):
        click(desk, f"a:nth-of-type({number + 1})")
    click(desk, "a:nth-of-type(4)")
    qtbot.waitUntil(lambda: bool(desk.opened), timeout=30_000)
    assert [url.host() for url in desk.opened] == ["example.org"]


def test_a_double_click_goes_to_the_line(desk: PreviewDesk, qtbot: QtBot) -> None:
    desk.show("---\ntitle: x\n---\n\n- one\n- two\n- three\n")
    asked: list[int] = []
    desk.context.navigation.line_requested.connect(asked.append)
    click(desk, "li:nth-child(3)", twice=True)
    qtbot.waitUntil(lambda: bool(asked), timeout=30_000)
    assert asked[-1] == 7


def test_a_click_on_the_title_goes_to_its_field(desk: PreviewDesk, qtbot: QtBot) -> None:
    desk.show("---\ntitle: The title\n---\nwords\n")
    asked: list[object] = []
    desk.context.navigation.field_requested.connect(asked.append)
    click(desk, "h1")
    qtbot.waitUntil(lambda: bool(asked), timeout=30_000)
    assert asked == [("title",)]


def test_the_sites_own_style_dresses_the_article_and_brings_nothing_from_outside(
    desk: PreviewDesk,
) -> None:
    (desk.folder / "css").mkdir()
    (desk.folder / "css" / "main.css").write_text(
        "@import url(more.css); @import url(https://example.org/far.css); p { color: rgb(1, 2, 3) }"
    )
    (desk.folder / "css" / "more.css").write_text("p { background: rgb(4, 5, 6) }")
    desk.context.workspace.open_folder(Folder.open(desk.folder))
    desk.show("words")
    looks = "getComputedStyle(document.querySelector('article p'))"
    desk.until(f"document.querySelector('article p') && {looks}.color === 'rgb(1, 2, 3)'")
    desk.until(f"{looks}.backgroundColor === 'rgb(4, 5, 6)'")
    desk.panel.presenter.styles.toggle_reading()
    desk.until(f"document.querySelector('article p') && {looks}.color === 'rgb(29, 29, 27)'")


def click(desk: PreviewDesk, selector: str, *, twice: bool = False) -> None:
    """Click in the middle of what ``selector`` finds."""
    box = f"document.querySelector('{selector}').getBoundingClientRect()"
    x, y = desk.ask_list(f"[{box}.x + {box}.width / 2, {box}.y + {box}.height / 2]")
    target = desk.article.focusProxy()
    point = QPoint(round(x), round(y))
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=point)
    if twice:
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=point)
