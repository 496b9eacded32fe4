"""What stands out is listed once, with both answers ready."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.schema.declared.reading import read
from reviewer.schema.drift import Drift, adopt, drift
from reviewer.schema.finding import Severity
from reviewer.schema.inference import Sample, infer
from reviewer.schema.stated import Stated

if TYPE_CHECKING:
    from reviewer.schema.schema import Schema

LABELS = ("Positive", "Neutral", "Negative")


def posts() -> list[tuple[str, dict[str, Any]]]:
    usual = [
        (f"p/{n}.md", {"title": f"A {n} b", "label": LABELS[n % 3], "score": n % 10 + 1})
        for n in range(120)
    ]
    slips = [(f"p/slip{n}.md", {"title": "T", "label": "Postive", "score": 5}) for n in range(2)]
    return [*usual, *slips, ("p/odd.md", {"title": "T", "label": "Nuetral", "score": 42})]


def schema() -> Schema:
    return infer([Sample(path, data) for path, data in posts()])


def found() -> dict[tuple[Any, str], Drift]:
    return {(each.path, each.value): each for each in drift(schema(), posts())}


def test_outliers_are_listed_with_their_posts() -> None:
    one = found()[("label",), "Postive"]
    assert (one.count, one.paths) == (2, ("p/slip0.md", "p/slip1.md"))
    assert found()[("label",), "Nuetral"].suggestion == "Use Neutral"
    assert found()[("score",), "42"].source == "out-of-range"


def test_fine_is_never_told_again() -> None:
    text = ""
    for each in found().values():
        text = adopt(text, each.content_type, each.as_fine)
    declared = read(text, Path("/"))
    assert declared.notices == ()
    assert drift(schema().with_stated(Stated(declared.types)), posts()) == []


def test_rule_counts_as_an_error() -> None:
    one = found()[("label",), "Postive"]
    text = adopt("", one.content_type, one.as_rule)
    (content_type,) = read(text, Path("/")).types
    label = content_type.field(("label",))
    assert label is not None
    assert (label.severity, label.open_options) == (Severity.ERROR, False)
    assert content_type.match == one.content_type.match


def test_missing_field_becomes_required_or_not() -> None:
    data = [(f"p/{n}.md", {"a": n, "b": f"x {n} y"} if n else {"a": n}) for n in range(40)]
    learnt = infer([Sample(path, each) for path, each in data])
    (one,) = drift(learnt, data)
    assert [change.value for change in (*one.as_rule, *one.as_fine)] == [Severity.ERROR, None]
    assert "p: b: in 1 post: B is missing." in one.line()
