"""The main job in the real window: open, pick, correct, see it, save, and nothing else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.site import FORD, POSTS, RATES

if TYPE_CHECKING:
    from tests.e2e.driver import Editor


def test_a_folder_lists_its_posts_newest_first(editor: Editor) -> None:
    assert editor.listed() == sorted(POSTS, reverse=True)


def test_opening_and_reading_posts_writes_nothing(editor: Editor) -> None:
    for path in POSTS:
        editor.pick(path)
    assert {path: editor.on_disk(path) for path in POSTS} == POSTS


def test_a_field_is_corrected_and_only_its_text_changes(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    editor.save()
    assert editor.on_disk(FORD) == POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")


def test_line_ends_and_a_missing_last_newline_stay(editor: Editor) -> None:
    editor.pick(RATES)
    editor.fill_in("sentiment_score", "6")
    editor.save()
    expected = POSTS[RATES].replace(b"sentiment_score: 5", b"sentiment_score: 6")
    assert editor.on_disk(RATES) == expected


def test_a_wrong_value_is_told_while_typing_and_the_message_goes(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("source_url", "not a link")
    assert editor.messages("source_url")
    editor.fill_in("source_url", "https://news.example/ford-2")
    assert not editor.messages("source_url")


def test_a_wrong_value_stays_as_it_was_typed(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("sentiment_score", "eight")
    assert editor.messages("sentiment_score")
    assert editor.field_text("sentiment_score") == "eight"


def test_the_preview_follows_the_form(editor: Editor) -> None:
    editor.pick(FORD)
    editor.reads("Ford held talks")
    editor.fill_in("title", "Ford denies talks")
    editor.reads("Ford denies talks")


def test_the_preview_follows_the_body(editor: Editor) -> None:
    editor.pick(FORD)
    editor.type_in_body("A new beginning. ")
    editor.reads("A new beginning.")


def test_saving_without_a_change_does_not_touch_the_file(editor: Editor) -> None:
    before = (editor.folder / FORD).stat()
    editor.pick(FORD)
    editor.save()
    assert (editor.folder / FORD).stat() == before


def test_typing_a_value_back_leaves_nothing_to_save(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Something else")
    editor.fill_in("title", "Ford held talks")
    assert not editor.post.is_dirty
