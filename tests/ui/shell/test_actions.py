"""The table of actions: names and shortcuts once each, done only when they can be."""

from __future__ import annotations

import pytest

from reviewer.ui.actions.table import Action, Actions
from reviewer.ui.texts import tr, tr_count


def nothing() -> None:
    """Done."""


def test_an_action_is_done_by_name() -> None:
    done: list[int] = []
    actions = Actions()
    actions.add(Action("a", "A", lambda: done.append(1)))
    assert actions.run("a")
    assert done == [1]


def test_what_cannot_be_done_now_is_not_done() -> None:
    done: list[int] = []
    actions = Actions()
    actions.add(Action("a", "A", lambda: done.append(1), enabled=lambda: False))
    assert not actions.run("a")
    assert not done


@pytest.mark.parametrize(
    "twin", [Action("a", "Other", nothing), Action("b", "Other", nothing, "Ctrl+A")]
)
def test_names_and_shortcuts_are_taken_once(twin: Action) -> None:
    actions = Actions()
    actions.add(Action("a", "A", nothing, "Ctrl+A"))
    with pytest.raises(ValueError, match="takes the name or shortcut of a"):
        actions.add(twin)


def test_actions_stand_in_menus_in_the_order_of_adding() -> None:
    actions = Actions()
    actions.add(
        Action("b", "B", nothing, menu="m"),
        Action("x", "X", nothing),
        Action("a", "A", nothing, menu="m"),
    )
    assert [action.name for action in actions.in_menu("m")] == ["b", "a"]


def test_texts_are_filled_with_values() -> None:
    assert tr("Sort: {order}", order="Title") == "Sort: Title"


def test_a_brace_in_a_text_without_values_stays() -> None:
    assert tr("{{ page.title }}") == "{{ page.title }}"


def test_counts_choose_their_words() -> None:
    assert tr_count("{count} post", "{count} posts", 1) == "1 post"
    assert tr_count("{count} post", "{count} posts", 1204) == "1,204 posts"
