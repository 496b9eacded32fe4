"""What a folder's posts teach: kinds, demands, options, ranges, and whose posts they are."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.schema.finding import Severity
from reviewer.schema.inference import Sample, common_folder, infer
from reviewer.schema.inherited import jekyll_defaults
from reviewer.schema.surroundings import Surroundings

if TYPE_CHECKING:
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field

JEKYLL = Surroundings(timezone="UTC", date_in_name=True)


def learn(values: list[Any], key: str = "x", around: Surroundings | None = None) -> Field:
    """The field of posts that have these values; ``...`` stands for a post without it."""
    samples = [
        Sample(f"{n}.md", {"n": n} if value is ... else {"n": n, key: value})
        for n, value in enumerate(values)
    ]
    found = infer(samples, around).type_for("new.md", {}).field((key,))
    assert found is not None
    return found


def words(number: int) -> list[str]:
    return [f"{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]} word" for n in range(number)]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([True, False, True], "bool"),
        ([1, 2, 3], "int"),
        ([1, 2.5, 3.5], "float"),
        ([date(2026, 1, 1)] * 3, "date"),
        ([datetime(2026, 1, 1, 2)] * 3, "datetime"),
        ([datetime(2026, 1, 1, 2), date(2026, 1, 1), datetime(2026, 1, 1, 3)], "datetime"),
        (["2026-01-01", "2026-02-01"], "date"),
        (["2026-01-01T10:00:00Z"] * 2, "datetime"),
        (["2026-02-31"], "date"),
        (["https://a.example", "https://b.example/c"], "url"),
        (["a@b.example", "c@d.example"], "email"),
        (["/a.png", "b/c.jpg"], "image"),
        (words(20), "string"),
        (["one\ntwo", "three\nfour"], "text"),
        (["x" * 150, "y" * 140], "text"),
        ([["a", "b"], ["b", "a"], ["a"]], "tags"),
        ([["long " * 20], ["other " * 20]], "list"),
        ([[{"a": 1}], [{"a": 2}]], "list"),
        ([{"a": 1}, {"b": 2}], "object"),
        ([b"bytes"], "opaque"),
        ([None, None], "string"),
    ],
)
def test_kind_of_a_field(values: list[Any], kind: str) -> None:
    assert learn(values).kind == kind


@pytest.mark.parametrize(
    ("present", "absent", "required"),
    [(4, 0, False), (5, 0, True), (9, 1, False), (11, 1, True), (20, 2, False), (95, 5, True)],
)
def test_nearly_all_posts_make_a_field_required(present: int, absent: int, required: bool) -> None:
    field = learn(["a"] * present + [...] * absent)
    assert field.required == (Severity.WARNING if required else None)


def test_empty_values_do_not_count_as_present() -> None:
    field = learn(["a"] * 10 + [""] * 5 + [None] * 5)
    assert field.required is None
    assert field.nullable


def test_repeating_values_are_options() -> None:
    field = learn(["News"] * 12 + ["Markets"] * 8 + ["Policy"] * 5)
    assert field.kind == "enum"
    assert [(option.value, option.count) for option in field.options] == [
        ("News", 12),
        ("Markets", 8),
        ("Policy", 5),
    ]


def test_misspelt_value_is_no_option() -> None:
    field = learn(["News"] * 30 + ["Markets"] * 30 + ["news", "Martkets", "Martkets"])
    assert [option.value for option in field.options] == ["News", "Markets"]


def test_many_posts_that_agree_close_the_set() -> None:
    assert learn(["News"] * 30 + ["Markets"] * 30).open_options is False
    assert learn(["News"] * 5 + ["Markets"] * 5).open_options is True
    assert learn(["News"] * 30 + words(9)).open_options is True


def test_titles_are_never_options() -> None:
    field = learn(["Welcome"] * 30, key="title")
    assert (field.kind, field.options, field.max_length) == ("string", (), 70)


def test_folder_with_long_titles_has_no_limit() -> None:
    assert learn(["x" * 90, "y" * 95], key="title").max_length is None


@pytest.mark.parametrize(
    ("key", "values", "bounds"),
    [
        ("score", [1, 8, 3, 10, 5, 7, 8, 8, 3, 5], (1, 10)),
        ("score", [1, 8, 3, 10, 5, 7, 8, 8, 3, 5, 7, 42], (1, 10)),
        ("stars", [1, 2, 3, 4, 5, 5, 4], (1, 5)),
        ("confidence", [0.1, 0.5, 0.93, 0.2, 0.8], (0, 1)),
        ("completion_percent", [10, 20, 95, 20, 95, 10], (0, 100)),
        ("weight", [1, 2, 3, 4, 5, 5, 4, 3, 2, 1], (None, None)),
        ("pages", [10, 200, 95, 20, 950, 10], (None, None)),
        ("step", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], (None, None)),
        ("score", [1, 10], (None, None)),
    ],
)
def test_range_of_numbers(key: str, values: list[float], bounds: tuple[Any, Any]) -> None:
    field = learn(values, key)
    assert (field.minimum, field.maximum) == bounds


def test_second_kind_of_enough_posts_is_normal() -> None:
    assert learn(["a"] * 40 + [["a"]] * 2).also == ("list",)
    assert learn(["a"] * 40 + [["a"]]).also == ()


def test_among_few_posts_either_kind_may_be_right() -> None:
    assert learn([1, "a"]).also == ("text",)
    assert learn([1, 2, 3, "a"]).also == ()


def test_one_value_for_all_is_a_habit_and_no_closed_set() -> None:
    assert learn(["release"] * 40).open_options is True


def test_remark_to_oneself_is_never_missed() -> None:
    assert learn(["Do not move."] * 20, "comment").required is Severity.WARNING
    assert learn(["Do not move."] * 20, "_comment").required is None


def test_one_number_among_written_dates_does_not_hide_what_they_are() -> None:
    assert learn([f"2026-01-{day:02}" for day in range(1, 29)] + [20260105]).kind == "date"


def test_field_named_as_an_address_may_hold_more_slips() -> None:
    values = [f"https://a.example/{n}" for n in range(30)] + ["TODO", "htps:/b", "www.c.example"]
    assert learn(values, "source_url").kind == "url"
    assert learn(values, "remark").kind != "url"


def test_keys_that_engines_read_both_ways() -> None:
    assert learn([["/a"]] * 9 + ["/b"], key="redirect_from").also == ("string",)


def test_nested_groups_have_fields_of_their_own() -> None:
    field = learn([{"title": f"{n} a", "image": f"/{n}.png"} for n in range(6)], key="seo")
    assert [(each.name, each.kind) for each in field.fields] == [
        ("title", "string"),
        ("image", "image"),
    ]
    assert field.fields[0].required is Severity.WARNING


def test_items_of_a_list_have_a_field() -> None:
    field = learn([[{"name": "A", "born": 1990}]] * 3, key="people")
    assert field.item is not None
    assert [each.name for each in field.item.fields] == ["name", "born"]


def test_tags_carry_their_counts() -> None:
    field = learn([["ev", "china"], ["ev"], ["ev", "cars"]], key="tags")
    assert next((option.value, option.count) for option in field.options) == ("ev", 3)


def test_deep_nesting_ends_somewhere() -> None:
    value: Any = 1
    for _ in range(200):
        value = {"a": value}
    assert learn([value] * 2).kind == "object"


def test_times_take_the_zone_of_the_site() -> None:
    zoned = datetime(2026, 1, 1, tzinfo=UTC)
    plain = datetime(2026, 1, 1)
    assert learn([zoned] * 9 + [plain], around=JEKYLL).zone_severity is Severity.WARNING
    assert learn([plain], around=JEKYLL).zone_severity is Severity.WARNING
    assert learn([plain] * 10, around=JEKYLL).zone_severity is Severity.HINT
    assert learn([zoned], around=JEKYLL).timezone == "UTC"
    assert learn([zoned]).timezone == ""


# Content types


def posts(folder: str, number: int, **data: Any) -> list[Sample]:
    return [Sample(f"{folder}/2026-01-{n + 10}-a.md", dict(data)) for n in range(number)]


def names(content_type: ContentType) -> list[str]:
    return [field.name for field in content_type.fields]


def test_folders_have_types_of_their_own() -> None:
    schema = infer(posts("_posts", 6, title="A", date="x") + posts("_authors", 6, name="B"))
    assert names(schema.type_for("_posts/new.md", {})) == ["title", "date"]
    assert names(schema.type_for("_authors/new.md", {})) == ["name"]
    assert schema.type_for("_authors/new.md", {}).title_field == "name"


def test_layouts_have_types_of_their_own() -> None:
    schema = infer(
        posts("all", 6, layout="post", date="x") + posts("all", 5, layout="person", born=1990)
    )
    assert names(schema.type_for("all/new.md", {"layout": "person"})) == ["layout", "born"]


def test_unknown_layout_takes_the_type_of_its_folder() -> None:
    schema = infer(posts("all", 6, layout="post", date="x"))
    assert schema.type_for("all/new.md", {"layout": "psot"}).name == "all"


def test_odd_page_is_asked_for_nothing() -> None:
    schema = infer(posts("_posts", 30, title="A", date="x"))
    page = schema.type_for("about.md", {"layout": "page"})
    assert not any(field.required for field in page.fields)
    assert not page.front_matter


def test_section_page_is_no_post() -> None:
    schema = infer(posts("blog", 30, title="A", date="x"))
    assert not any(field.required for field in schema.type_for("blog/_index.md", {}).fields)


def test_draft_is_a_post_without_date() -> None:
    schema = infer(posts("_posts", 30, title="A", date="x"))
    draft = schema.type_for("_drafts/a.md", {})
    assert [(field.name, bool(field.required)) for field in draft.fields] == [
        ("title", True),
        ("date", False),
    ]


def test_date_in_the_name_is_enough_for_jekyll() -> None:
    schema = infer(posts("_posts", 30, title="A", date="x"), JEKYLL)
    dated = schema.type_for("_posts/2026-01-01-a.md", {}).field(("date",))
    undated = schema.type_for("_posts/a.md", {}).field(("date",))
    assert dated is not None
    assert undated is not None
    assert (dated.required, undated.required) == (None, Severity.WARNING)


def test_value_that_the_configuration_gives_is_not_missing() -> None:
    config = {"defaults": [{"scope": {"path": ""}, "values": {"layout": "post"}}, 5, {"values": 3}]}
    around = Surroundings(inherited=jekyll_defaults(config))
    assert learn(["post"] * 30, "layout", around).required is None


def test_posts_of_one_sort_share_their_type() -> None:
    schema = infer(posts("_posts", 6, title="A"))
    assert schema.type_for("_posts/a.md", {}) is schema.type_for("_posts/b.md", {})


def test_hardly_any_posts_demand_nothing() -> None:
    content_type = infer(posts("_posts", 1, title="A")).type_for("_posts/b.md", {})
    assert names(content_type) == ["title"]
    assert not content_type.fields[0].required


def test_nothing_to_learn_from() -> None:
    schema = infer([Sample("a.md", {}), Sample("b.md", ["a list"]), Sample("c.md", "text")])
    assert schema.type_for("a.md", None).fields == ()


def test_keys_that_are_no_text_are_left_out() -> None:
    schema = infer([Sample("a.md", {1: "a", None: "b", "d": "e"})])
    assert names(schema.type_for("a.md", {})) == ["d"]


def test_front_matter_is_usual_where_nearly_all_have_it() -> None:
    with_it = posts("a", 30, title="A")
    assert infer([*with_it, Sample("a/x.md", {})]).type_for("a/x.md", {}).front_matter
    bare = [Sample(f"a/{n}.md", {}) for n in range(20)]
    assert not infer(with_it + bare).type_for("a/x.md", {}).front_matter


@pytest.mark.parametrize(
    ("paths", "base"),
    [
        (["content/en/a.md", "content/en/b/c.md"], "content/en/"),
        (["a.md", "b/c.md"], ""),
        (["docs/a.md"] * 30 + ["x.md"], "docs/"),
        ([], ""),
    ],
)
def test_common_folder(paths: list[str], base: str) -> None:
    assert common_folder(paths) == base


def test_guide_tells_order_and_style() -> None:
    text = 'title: "A"\ntags:\n  - a\n'
    samples = [Sample(f"{n}.md", {"title": "A", "tags": ["a"]}, text) for n in range(3)]
    guide = infer(samples).type_for("new.md", {}).guide()
    assert list(guide.order()) == ["title", "tags"]
    assert (guide.example("title"), guide.example("tags")) == ('"A"', "\n  - a")
    assert guide.example("other") is None


def test_origin_says_how_many_posts_taught_it() -> None:
    assert learn(["a"] * 37).origin.text == "inferred from 37 posts"


def test_lengths_that_nearly_all_texts_have() -> None:
    texts = [f"{'word ' * (3 + n % 4)}{n}" for n in range(100)]
    assert learn([*texts, "x" * 900]).usual_length == (15, 40)
    assert learn(texts[:20]).usual_length is None
    assert learn(["News", "Markets"] * 50).usual_length is None


def test_folders_of_years_tell_no_sorts_of_posts_apart() -> None:
    samples = [Sample(f"_posts/{2018 + n % 3}/05/{n}.md", {"title": f"A {n} b"}) for n in range(30)]
    schema = infer(samples)
    found = schema.type_for("_posts/2026/01/new.md", {})
    assert (found.name, found.count) == ("_posts", 30)
    assert found.match is not None
    assert found.match.fits("_posts/2026/01/new.md", {})
