"""Which repair of broken front matter is offered. Without Qt."""

from __future__ import annotations

from reviewer.document.edits import Span, TextEdit
from reviewer.ui.panels.raw.repair_presenter import Offer, RepairPresenter
from tests.support.panels import plain_context, put_on_desk

BROKEN = b"---\r\ntitle: Copper: a new high\r\nlayout: post\r\n---\r\nBody\r\n"
TWO_WAYS = b"---\n<<<<<<< HEAD\nn: 1\n=======\nn: 2\n>>>>>>> b\n---\n"
FINE = b"---\ntitle: T\n---\nBody\n"


class View:
    def __init__(self) -> None:
        self.offer: Offer | None = None

    def show_offer(self, offer: Offer | None) -> None:
        self.offer = offer


class Bench:
    def __init__(self, data: bytes = BROKEN) -> None:
        self.context, self.post = plain_context(data)
        self.view = View()
        self.presenter = RepairPresenter(self.context, self.view)

    @property
    def offer(self) -> Offer:
        assert self.view.offer is not None
        return self.view.offer


def test_the_lines_before_and_after_are_shown_with_what_differs() -> None:
    rows = Bench().offer.rows
    assert [(row.kind, row.text) for row in rows] == [
        ("removed", "title: Copper: a new high"),
        ("added", 'title: "Copper: a new high"'),
    ]
    assert [piece.text for piece in rows[1].pieces if piece.changed] == ['"', '"']


def test_what_the_verdict_says_is_not_said_again() -> None:
    assert Bench().offer.causes == ()


def test_several_faults_are_told_with_their_lines() -> None:
    causes = Bench(b"---\ntitle: a: b\nby: @c\n---\n").offer.causes
    assert [cause.partition(":")[0] for cause in causes] == ["Line 2", "Line 3"]


def test_using_it_is_one_step_that_undo_takes_back() -> None:
    bench = Bench()
    bench.presenter.use()
    assert bench.post.post.to_bytes() == BROKEN.replace(
        b"Copper: a new high", b'"Copper: a new high"'
    )
    assert bench.view.offer is None
    bench.post.undo()
    assert bench.post.post.to_bytes() == BROKEN
    assert bench.view.offer is not None


def test_the_next_repair_comes_after_the_first_and_then_the_first_again() -> None:
    bench = Bench(TWO_WAYS)
    first = bench.offer
    bench.presenter.step()
    assert (bench.offer.number, bench.offer.rows == first.rows) == (2, False)
    for _ in range(first.count - 1):
        bench.presenter.step()
    assert bench.offer == first


def test_the_repair_shown_is_the_one_that_is_used() -> None:
    bench = Bench(TWO_WAYS)
    bench.presenter.step()
    bench.presenter.use()
    assert bench.post.post.data == {"n": 2}


def test_typing_brings_repairs_for_the_text_as_it_is_now() -> None:
    bench = Bench()
    bench.post.edit_text([TextEdit(Span(5, 10), "headline")], label="x")
    assert "headline" in bench.offer.doing


def test_a_post_that_reads_has_no_offer() -> None:
    bench = Bench(FINE)
    assert bench.view.offer is None
    assert not bench.presenter.can_use()


def test_another_post_has_offers_of_its_own() -> None:
    bench = Bench()
    put_on_desk(bench.context.workspace, FINE, "other.md")
    assert bench.view.offer is None
    bench.presenter.use()
    assert bench.post.post.to_bytes() == BROKEN


def test_long_front_matter_is_looked_at_in_the_background() -> None:
    bench = Bench(b"---\ntitle: a: b\n" + b"note: words\n" * 500 + b"---\n")
    assert "title" in bench.offer.doing
