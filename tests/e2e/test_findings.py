"""What the rules find is seen in the text, mended by keys, and mended in many posts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.ui.automation.waiting import until
from reviewer.ui.navigation import BODY

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.ui.panels.bulk.view import PlanDialog
    from tests.e2e.driver import Editor

ODD, FIRST = "_posts/2026-03-02-odd.md", "_posts/2026-03-01-post-00.md"
INVENTED = "https://x.com/Ford/status/1623456789012345678"
MARKED = "https://news.site/talks?utm_source=chatgpt.com"
POST = """\
---
title: "{title}"
date: 2026-03-0{day} 09:00:00 +0000
---

Talks were [denied]({first}) by both.

More was said [elsewhere]({second}) later on.
"""
MANY = 12


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A Jekyll site in which a machine has left its traces."""
    folder = tmp_path / "traces"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: Traces\n", encoding="utf-8")
    odd = POST.format(title="Odd links", day=2, first=INVENTED, second=MARKED)
    (folder / ODD).write_text(odd, encoding="utf-8")
    for number in range(MANY):
        text = POST.format(title=f"Post {number}", day=1, first="https://a.site/", second=MARKED)
        path = folder / "_posts" / f"2026-03-01-post-{number:02}.md"
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def reader(newcomer: Editor, root: Path) -> Editor:
    """An editor before the odd post, whose text has been judged."""
    newcomer.folder = root
    newcomer.open_folder(root)
    newcomer.pick(ODD)
    until(lambda: "invented-address" in sources(newcomer), "the text is judged")
    return newcomer


def sources(editor: Editor) -> list[str]:
    return [each.source for each in editor.post.findings]


def walk_to(editor: Editor, source: str) -> None:
    """Press F8 until the problem of this rule is reached."""
    body = editor.scene.window.body.presenter

    def is_there() -> bool:
        return source in [each.source for each in body.findings_at_caret()]

    for _each in editor.post.findings:
        if not is_there() or editor.scene.window.editor.tab != BODY:
            editor.press("F8")
    assert is_there()


def choose(editor: Editor, label: str) -> None:
    """Go down the menu of fixes by keys, and choose a line."""
    menu = editor.scene.window.fixes.menu
    assert menu is not None
    for _each in menu.actions():
        if menu.activeAction().text() != label:
            editor.hands.press(menu, "Down")
    assert menu.activeAction().text() == label
    editor.hands.press(menu, "Return")
    editor.scene.settle()


def test_an_invented_address_is_underlined_and_said_at_the_caret(reader: Editor) -> None:
    walk_to(reader, "invented-address")
    editor = reader.scene.window.body.widget.editor
    assert editor.hasFocus()
    assert "counted" in editor.underlined(editor.caret())[0]
    assert "counted" in reader.scene.window.body.widget.hint.message.text()


def test_alt_enter_mends_at_the_caret_and_undo_takes_it_back(reader: Editor) -> None:
    before = reader.post.post.text
    walk_to(reader, "citation-debris")
    reader.press("Alt+Return")
    choose(reader, "Remove it from the address")
    assert reader.post.post.text == before.replace("?utm_source=chatgpt.com", "")
    until(lambda: "citation-debris" not in sources(reader), "nothing is left to find")
    # Off screen no window is active once a menu has closed.
    reader.hands.press(reader.text_editor(), "Ctrl+Z")
    assert reader.post.post.text == before
    until(lambda: "citation-debris" in sources(reader), "it is found again")


def test_an_underline_goes_along_while_typing(reader: Editor) -> None:
    reader.type_in_body("A first line.")
    editor = reader.scene.window.body.widget.editor
    reader.press("Return")
    (place,) = (
        (line, text.index(INVENTED) + 3)
        for line, text in enumerate(editor.toPlainText().split("\n"))
        if INVENTED in text
    )
    assert "counted" in editor.underlined(place)[0]


def test_a_rule_says_why_and_is_switched_off(reader: Editor) -> None:
    walk_to(reader, "invented-address")
    reader.press("Alt+Return")
    choose(reader, "Why is this a problem?")
    problems = reader.scene.window.problems.widget
    until(lambda: any(card.explanation for card in problems.cards), "it is explained")
    (card,) = (card for card in problems.cards if card.explanation)
    assert card.explanation is not None
    reader.answers.on_ignore = True
    card.explanation.off.click()
    until(lambda: "invented-address" not in sources(reader), "the rule is off")
    assert "invented-address" in (reader.folder / "reviewer.yml").read_text(encoding="utf-8")


def test_all_safe_problems_of_the_post_are_one_step(reader: Editor) -> None:
    before = reader.post.post.text
    reader.press("Ctrl+Alt+Return")
    until(lambda: reader.post.is_dirty, "the post is mended")
    assert "chatgpt" not in reader.post.post.text
    reader.press("Ctrl+Z")
    assert reader.post.post.text == before


def looked_at(editor: Editor) -> PlanDialog:
    """The dialog once all posts have been looked at."""
    editor.scene.window.context.actions.run("mend-posts")
    dialog = editor.scene.window.mending_many.dialog
    assert dialog is not None
    until(lambda: dialog.apply.text() == f"Mend {MANY + 1} posts", "all posts are looked at")
    return dialog


def test_a_folder_is_mended_as_seen_before_and_put_back(reader: Editor, root: Path) -> None:
    before = {path.name: path.read_bytes() for path in (root / "_posts").iterdir()}
    dialog = looked_at(reader)
    until(lambda: dialog.diff.model().rowCount() > 0, "the first change is shown")
    dialog.reject()
    window = reader.scene.window
    assert window.mending_many.dialog is None
    assert (root / FIRST).read_bytes() == before[(root / FIRST).name]
    looked_at(reader).apply.click()
    until(lambda: window.mending_many.dialog is None, "the dialog closes once all is written")
    assert not any(b"chatgpt" in path.read_bytes() for path in (root / "_posts").iterdir())
    until(window.shell.bulk.can_undo, "the edit can be undone")
    window.context.actions.run("bulk-undo")
    until(window.shell.bulk.can_redo, "the edit can be made again")
    assert {path.name: path.read_bytes() for path in (root / "_posts").iterdir()} == before
