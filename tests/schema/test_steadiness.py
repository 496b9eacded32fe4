"""Rules stay as they are while posts like the others are added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.schema.inference import Sample, infer
from reviewer.schema.origin import UNKNOWN

if TYPE_CHECKING:
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field

CATEGORIES = ("News", "Markets", "Policy", "Energy")


def post(number: int) -> dict[str, Any]:
    data: dict[str, Any] = {
        "title": f"Post {number} of many",
        "category": CATEGORIES[number % 4],
        "score": number % 10 + 1,
        "tags": [f"t{number % 7}", f"t{number % 5}"],
        "draft": number % 9 == 0,
        "seo": {"title": f"S {number}", "index": True},
    }
    if number % 50 == 3:
        data["category"] = "Nwes"
    if number % 60 == 5:
        del data["score"]
    return data


def rules(field: Field) -> Field:
    """The field without what only counts."""
    return replace(
        field,
        origin=UNKNOWN,
        count=0,
        example="",
        options=tuple(sorted((replace(each, count=0) for each in field.options), key=repr)),
        item=rules(field.item) if field.item else None,
        fields=tuple(rules(each) for each in field.fields),
    )


def learnt(posts: list[dict[str, Any]]) -> tuple[Field, ...]:
    samples = [Sample(f"posts/{n}.md", data) for n, data in enumerate(posts)]
    found: ContentType = infer(samples).type_for("posts/new.md", {})
    return tuple(rules(each) for each in found.fields)


@settings(max_examples=40, deadline=None)
@given(st.integers(120, 200), st.integers(0, 199).filter(lambda like: like % 50 != 3))
def test_one_more_post_like_the_others_changes_no_rule(total: int, like: int) -> None:
    posts = [post(number) for number in range(total)]
    more = {**post(like), "title": f"Post {like} of them"}
    assert learnt([*posts, more]) == learnt(posts)


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_posts_changes_no_rule(chance: Any) -> None:
    posts = [post(number) for number in range(120)]
    mixed = chance.sample(posts, len(posts))
    assert learnt(mixed) == learnt(posts)
