"""Sets of posts as numbers."""

from __future__ import annotations

from reviewer.site.index import masks


def test_posts_of_a_set_come_in_the_order_that_is_given() -> None:
    some = masks.from_ids([1, 3, 4], size=5)
    assert masks.picked([4, 0, 1, 2, 3], some, size=5).tolist() == [4, 1, 3]


def test_posts_that_came_after_the_set_was_made_do_not_belong_to_it() -> None:
    some = masks.from_ids([1, 3], size=4)
    assert masks.picked([9, 3, 4, 1], some, size=4).tolist() == [3, 1]
