"""What wins where posts, imports and declarations speak of one field."""

from __future__ import annotations

from itertools import permutations

from reviewer.schema.content_type import ContentType
from reviewer.schema.field import DECLARED, IMPORTED, Field, Option, Origin
from reviewer.schema.finding import Severity
from reviewer.schema.inference import Sample, infer
from reviewer.schema.matching import Match
from reviewer.schema.merging import merge, merge_fields
from reviewer.schema.stated import Stated

LEARNT = Origin(posts=40)
FOREIGN = Origin(IMPORTED, "admin/config.yml", 12)
OWN = Origin(DECLARED, "reviewer.yml", 3)

CATEGORY = Field(
    "category",
    "Category",
    "enum",
    required=Severity.WARNING,
    options=(Option("News", count=30), Option("Markets", count=10)),
    origin=LEARNT,
    count=40,
)


def test_what_a_source_leaves_unsaid_stays() -> None:
    merged = merge_fields(CATEGORY, Field.stated("category", OWN, label="Section"))
    assert (merged.label, merged.kind, merged.options) == ("Section", "enum", CATEGORY.options)


def test_each_attribute_keeps_its_origin() -> None:
    merged = merge_fields(CATEGORY, Field.stated("category", OWN, label="Section"))
    assert merged.origin_of("label") == OWN
    assert merged.origin_of("options") == LEARNT


def test_a_source_can_state_what_is_usual() -> None:
    relaxed = merge_fields(CATEGORY, Field.stated("category", FOREIGN, required=None))
    assert relaxed.required is None
    assert relaxed.origin_of("required") == FOREIGN


def test_stated_options_know_how_many_posts_have_them() -> None:
    stated = Field.stated(
        "category", OWN, options=(Option("Markets"), Option("Sport")), open_options=False
    )
    merged = merge_fields(CATEGORY, stated)
    assert [(each.value, each.count) for each in merged.options] == [("Markets", 10), ("Sport", 0)]


def test_imported_field_that_takes_anything_is_shown_as_what_posts_have_in_it() -> None:
    merged = merge_fields(CATEGORY, Field.stated("category", FOREIGN, kind="opaque", label="Area"))
    assert (merged.label, merged.accepts) == ("Area", ("enum", "opaque"))
    assert merged.origin_of("kind") == LEARNT


def test_declared_kind_leaves_nothing_of_another_shape() -> None:
    merged = merge_fields(CATEGORY, Field.stated("category", OWN, kind="int"))
    assert (merged.kind, merged.options, merged.accepts) == ("int", (), ("int",))


def test_what_posts_do_stays_normal_beside_an_imported_kind() -> None:
    merged = merge_fields(CATEGORY, Field.stated("category", FOREIGN, kind="list"))
    assert merged.accepts == ("list", "enum")


def test_the_order_in_which_sources_are_given_does_not_matter() -> None:
    sources = [
        ContentType("a", (CATEGORY,), origin=LEARNT),
        ContentType("b", (Field.stated("category", FOREIGN, label="X", help="Y"),), origin=FOREIGN),
        ContentType("c", (Field.stated("category", OWN, label="Z"),), origin=OWN),
    ]
    merged = {repr(merge(each)) for each in permutations(sources)}
    (field,) = merge(sources).fields
    assert len(merged) == 1
    assert (field.label, field.help) == ("Z", "Y")


def test_a_stated_place_moves_a_field_and_not_the_keys_of_posts() -> None:
    learnt = ContentType("a", (Field("title"), Field("date"), Field("tags")))
    own = ContentType("b", (Field.stated("tags", OWN, order=0),), origin=OWN)
    merged = merge([learnt, own])
    assert [each.name for each in merged.fields] == ["tags", "title", "date"]
    assert list(merged.guide().order()) == ["title", "date", "tags"]


def test_hints_describe_known_fields_and_add_none() -> None:
    hints = (Field.stated("category", FOREIGN, label="C"), Field.stated("other", FOREIGN))
    hinted = ContentType("hints", hints, hints=True, origin=FOREIGN)
    merged = merge([ContentType("a", (CATEGORY,)), hinted])
    assert [(each.name, each.label) for each in merged.fields] == [("category", "C")]


def test_nested_fields_merge_by_name() -> None:
    learnt = Field("seo", kind="object", fields=(Field("title", "Title"), Field("image")))
    stated = Field("seo", kind="object", fields=(Field.stated("title", OWN, max_length=60),))
    (title, image) = merge_fields(learnt, stated).fields
    assert (title.label, title.max_length, image.name) == ("Title", 60, "image")


def schema_with(*types: ContentType):
    samples = [Sample(f"posts/{n}.md", {"title": f"T{n}", "n": n}) for n in range(8)]
    return infer(samples).with_stated(Stated(types))


def test_declared_type_is_laid_over_what_was_learnt() -> None:
    fields = (Field.stated("title", OWN, max_length=9),)
    own = ContentType("news", fields, match=Match(folders=("posts",)), origin=OWN)
    found = schema_with(own).type_for("posts/new.md", {})
    assert found.name == "news"
    title = found.field(("title",))
    assert title is not None
    assert (title.max_length, title.required) == (9, Severity.WARNING)
    assert schema_with(own).type_for("other/new.md", {}).name != "news"


def test_of_one_source_the_narrowest_type_counts_beside_those_for_all() -> None:
    every = ContentType("every", (Field.stated("a", OWN),), origin=OWN)
    wide = ContentType("wide", (Field.stated("b", OWN),), match=Match(("posts",)), origin=OWN)
    narrow = ContentType("narrow", (Field.stated("c", OWN),), match=Match(("posts/x",)), origin=OWN)
    found = schema_with(every, wide, narrow).type_for("posts/x/new.md", {})
    names = {each.name for each in found.fields}
    assert {"a", "c"} <= names
    assert "b" not in names
    assert found.name == "narrow"
