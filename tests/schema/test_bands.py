"""Scores and labels that go together are learnt from a folder's posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.schema.inference import Sample, infer
from reviewer.schema.validation import validate

if TYPE_CHECKING:
    from reviewer.schema.schema import Schema

LABELS = {1: "Bad", 2: "Bad", 3: "Bad", 4: "Fair", 5: "Fair", 6: "Fair"} | dict.fromkeys(
    range(7, 11), "Good"
)


def posts(*more: tuple[Any, str], rounds: int = 4) -> Schema:
    """What a folder teaches in which each score was given some times, and these besides."""
    pairs = [*LABELS.items()] * rounds + [*more]
    return infer(
        Sample(f"posts/{number}.md", {"title": f"T{number}", "score": score, "mood": mood})
        for number, (score, mood) in enumerate(pairs)
    )


def said(schema: Schema, score: Any, mood: str) -> list[str]:
    data = {"title": "New", "score": score, "mood": mood}
    found = validate(data, schema.type_for("posts/new.md", data), dialect=Dialect.YAML_1_1)
    return [each.message for each in found if each.source.startswith("rule:")]


def test_a_label_that_belongs_to_other_scores() -> None:
    assert said(posts(), 3, "Good") == ["Where Mood is “Good”, other posts have 7 to 10 here."]
    assert said(posts(), 9, "Bad") == ["Where Mood is “Bad”, other posts have 1 to 3 here."]


def test_every_label_beside_its_own_scores_is_fine() -> None:
    schema = posts()
    assert [said(schema, score, mood) for score, mood in LABELS.items()] == [[]] * len(LABELS)


def test_a_single_slip_is_told_by_the_others() -> None:
    assert said(posts((2, "Good")), 2, "Good") == [
        "Where Mood is “Good”, other posts have 7 to 10 here."
    ]


def test_a_number_in_quotes_is_told_as_such_alone() -> None:
    assert said(posts(), "9", "Good") == []


def test_labels_that_are_mixed_teach_nothing() -> None:
    mixed = [(score, mood) for score in LABELS for mood in ("Bad", "Fair", "Good")]
    assert said(posts(*mixed), 3, "Good") == []


def test_few_posts_teach_nothing() -> None:
    assert said(posts(rounds=1), 3, "Good") == []
