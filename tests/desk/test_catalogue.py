"""The columns that hold the rows of all posts, and what they count."""

from __future__ import annotations

from array import array

import pytest

from reviewer.desk.catalogue import MOST, Catalogue, Counts, Totals
from reviewer.site.index.messages import Checked, Row

FORD = Row(1, "ford.md", "Ford talks", "2026-02-01", "News")
RATES = Row(2, "rates.md", "Rates stay", draft=True, warnings=2, checked=True)
BROKEN = Row(7, "broken.md", problem="There is no end.")


@pytest.fixture
def catalogue() -> Catalogue:
    catalogue = Catalogue()
    catalogue.put([FORD, RATES, BROKEN])
    return catalogue


def ids(*posts: int) -> array[int]:
    return array("I", posts)


def test_a_row_comes_back_as_it_was_put(catalogue: Catalogue) -> None:
    assert [catalogue.row(post) for post in (1, 2, 7)] == [FORD, RATES, BROKEN]


def test_posts_are_found_by_their_paths(catalogue: Catalogue) -> None:
    assert catalogue.id_of("rates.md") == 2
    assert catalogue.id_of("nowhere.md") is None
    assert "ford.md" in catalogue


def test_an_unknown_post_has_a_row_without_a_path(catalogue: Catalogue) -> None:
    assert [catalogue.row(post).path for post in (3, 99)] == ["", ""]
    assert (catalogue.path(3), catalogue.title(99)) == ("", "")


def test_putting_tells_which_posts_are_new(catalogue: Catalogue) -> None:
    assert catalogue.put([FORD, Row(9, "new.md")]) == ids(9)


def test_totals_follow_what_is_put(catalogue: Catalogue) -> None:
    assert catalogue.totals == Totals(3, 2, 1, waiting=2)
    catalogue.put([Row(2, "rates.md"), Row(7, "broken.md", draft=True)])
    assert catalogue.totals == Totals(3, 0, 1, waiting=2)


def test_totals_follow_what_is_dropped(catalogue: Catalogue) -> None:
    catalogue.drop([2, 7, 55])
    assert catalogue.totals == Totals(1, waiting=1)
    assert "rates.md" not in catalogue


def test_a_dropped_post_leaves_nothing_to_the_next_one_with_its_id(catalogue: Catalogue) -> None:
    catalogue.drop([7])
    catalogue.put([Row(7, "other.md")])
    assert catalogue.row(7) == Row(7, "other.md")


def test_a_post_that_comes_back_under_another_id_takes_the_place_of_the_old(
    catalogue: Catalogue,
) -> None:
    catalogue.put([Row(8, "ford.md", "Ford talks")])
    assert catalogue.id_of("ford.md") == 8
    assert not catalogue.knows(1)
    assert len(catalogue) == 3


def test_a_moved_post_keeps_its_id(catalogue: Catalogue) -> None:
    catalogue.move(1, "cars/ford.md")
    assert catalogue.id_of("cars/ford.md") == 1
    assert "ford.md" not in catalogue


def test_findings_of_many_posts_are_taken_over(catalogue: Catalogue) -> None:
    catalogue.counts(Checked(ids(1, 2, 50), ids(3, 0, 1), ids(0, 0, 1), ids(1, 0, 1)))
    row = catalogue.row(1)
    assert (row.errors, row.warnings, row.hints, row.checked) == (3, 0, 1, True)
    assert catalogue.totals == Totals(3, 2, 1, waiting=2)


def test_hints_are_no_problem(catalogue: Catalogue) -> None:
    catalogue.count(1, Counts(hints=4), checked=True)
    assert catalogue.totals.faulty == 2


def test_a_broken_post_stays_faulty_whatever_is_found(catalogue: Catalogue) -> None:
    catalogue.count(7, Counts(), checked=True)
    assert catalogue.totals.faulty == 2


def test_more_findings_than_a_column_holds_are_cut(catalogue: Catalogue) -> None:
    catalogue.count(1, Counts(errors=MOST + 1), checked=False)
    assert catalogue.row(1).errors == MOST


def test_a_title_is_found_by_its_beginning(catalogue: Catalogue) -> None:
    assert catalogue.starting_with("rATES", ids(7, 1, 2)) == 2
    assert catalogue.starting_with("x", ids(7, 1, 2)) == -1


def test_an_approved_post_waits_no_longer_and_does_so_again_once_reopened(
    catalogue: Catalogue,
) -> None:
    waiting = catalogue.totals.waiting
    post = next(row.id for row in catalogue if not row.draft)
    catalogue.review(post, "approved")
    assert (catalogue.totals.approved, catalogue.totals.waiting) == (1, waiting - 1)
    catalogue.review(post, "reopened")
    assert (catalogue.totals.approved, catalogue.totals.waiting) == (0, waiting)
    assert catalogue.row(post).review == "reopened"


def test_a_row_that_says_nothing_of_it_leaves_what_was_decided(catalogue: Catalogue) -> None:
    row = next(row for row in catalogue if not row.draft)
    catalogue.review(row.id, "approved")
    catalogue.put([row._replace(title="Another", review=None)])
    assert catalogue.row(row.id).review == "approved"
    catalogue.drop([row.id])
    assert catalogue.totals.approved == 0
