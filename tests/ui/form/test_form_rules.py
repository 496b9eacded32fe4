"""What a schema says of its fields, as the form follows it; no window is needed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.schema.condition import Condition
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field, Option, Reference
from reviewer.schema.finding import Severity
from reviewer.ui.panels.form import intents
from reviewer.ui.panels.form.media import Media
from reviewer.ui.panels.form.menu import Deed, entries_for
from reviewer.ui.panels.form.rows import State, arrange
from tests.support.forms import FormDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reviewer.ui.panels.form.neighbourhood import Sought

NEWS = Option("n", "News")


class Around:
    """A folder with one file, one inherited value, and one answer to whatever is sought."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sought: list[str] = []

    def inherited(self, path: str) -> Mapping[str, Any]:
        return {"layout": "post", "draft": True}

    def media(self, path: str, folder: str = "") -> Media | None:
        return Media(self.root, path, folder)

    def seek(self, sought: Sought, told: Callable[[tuple[Option, ...]], None]) -> None:
        self.sought.append(sought.text)
        found = Option("2026-old", "Old news") if sought.field.reference else Option("n", "", 7)
        told((found, Option("x", "", 2)))


def desk(text: str, *fields: Field, around: Around | None = None) -> FormDesk:
    return FormDesk(f"---\n{text}---\n", ContentType("posts", fields), around=around).show()


def row(form: FormDesk, *path: Any) -> Any:
    found = form.form.row(path)
    assert found is not None
    return found


def test_hidden_fields_are_neither_shown_nor_offered() -> None:
    form = desk("a: 1\n", Field("a", hidden=True), Field("b", kind="hidden"), Field("c"))
    assert form.form.rows == ()
    assert [each.name for each in form.form.addable] == ["c"]


def test_a_hidden_field_that_is_asked_for_is_shown() -> None:
    form = desk("a: 1\n", Field("a", hidden=True))
    form.presenter.reveal(("a",))
    assert row(form, "a").text == "1"


def test_a_field_whose_condition_fails_goes_and_comes_back_with_its_value() -> None:
    venue = Field("venue", when=(Condition("public", "eq", True),))
    form = desk("public: true\nvenue: Ulm\n", Field("public", kind="bool"), venue)
    form.presenter.carry_out(intents.Chosen(("public",), False))
    assert form.form.row(("venue",)) is None
    assert "venue: Ulm" in form.text
    form.presenter.carry_out(intents.Chosen(("public",), True))
    assert row(form, "venue").value == "Ulm"


def test_a_condition_in_a_group_looks_at_the_group_first() -> None:
    inner = (Field("kind"), Field("film", when=(Condition("kind", "eq", "film"),)))
    block = Field("block", kind="object", fields=inner)
    form = desk("block:\n  kind: film\n  film: A\nkind: x\n", block)
    assert row(form, "block", "film").value == "A"


def test_a_field_that_only_programs_write_is_shown_and_left_alone() -> None:
    form = desk("id: 7\n", Field("id", kind="int", read_only=True))
    assert row(form, "id").read_only
    assert row(form, "id").note == "read-only"
    allowed = {entry.deed for entry in entries_for(row(form, "id")) if entry.enabled}
    assert allowed == {Deed.COPY, Deed.COPY_WRITTEN}


def test_headings_group_fields_and_the_posts_own_come_last() -> None:
    fields = (Field("a"), Field("b", group="Search"), Field("c"), Field("d", group="Search"))
    form = desk("x: 1\na: 1\nb: 1\nc: 1\nd: 1\n", *fields)
    assert [each.path[0] for each in form.form.rows] == ["a", "c", "b", "d", "x"]
    headings = [line.heading for line in arrange(form.form.rows)]
    assert headings == ["", "", "Search", "", "Other fields"]


def test_an_inherited_value_stands_where_nothing_is_written(tmp_path: Path) -> None:
    around = Around(tmp_path)
    form = desk("a: 1\n", Field("layout"), Field("draft", kind="bool"), around=around)
    assert row(form, "layout").placeholder == "inherited: post"
    assert row(form, "layout").note == "inherited"
    assert row(form, "draft").note == "inherited: yes"


def test_a_default_is_offered_and_written_only_if_it_is_wanted() -> None:
    form = desk("a: 1\n", Field("mood", default="calm", required=Severity.WARNING))
    assert row(form, "mood").offer == "use “calm”"
    assert "mood" not in form.text
    form.presenter.carry_out(intents.Chosen(("mood",), row(form, "mood").offered))
    assert form.text == "---\na: 1\nmood: calm\n---\n"


@pytest.mark.parametrize(
    ("empty_as", "written"),
    [("missing", ""), ("null", "slug:\n"), ("text", 'slug: ""\n'), ("list", "slug: []\n")],
)
def test_emptying_writes_what_the_schema_says(empty_as: str, written: str) -> None:
    form = desk("a: 1\nslug: x\n", Field("slug", kind="slug", empty_as=empty_as))
    form.presenter.carry_out(intents.Typed(("slug",), ""))
    assert form.text == f"---\na: 1\n{written}---\n"
    assert form.form.row(("slug",)) is not None


def test_what_was_emptied_away_is_written_again_in_its_place() -> None:
    form = desk("slug: 'x'\na: 1\n", Field("slug", kind="slug", empty_as="missing"))
    for text in ("", "y"):
        form.presenter.carry_out(intents.Typed(("slug",), text))
    assert form.text == "---\nslug: 'y'\na: 1\n---\n"


def test_taking_the_last_tag_away_empties_the_field() -> None:
    form = desk("a: 1\ntags: [x]\n", Field("tags", kind="tags", empty_as="missing"))
    form.presenter.carry_out(intents.Removed(("tags",), 0))
    assert form.text == "---\na: 1\n---\n"


def test_the_dates_that_are_allowed_are_told() -> None:
    day = Field("day", kind="date", earliest=date(2020, 1, 1))
    assert row(desk("day: 2026-02-03\n", day), "day").note == "from 2020-01-01"
    both = Field("day", kind="date", earliest=date(2020, 1, 1), latest=date(2030, 1, 1))
    assert row(desk("day: 2026-02-03\n", both), "day").note == "2020-01-01 to 2030-01-01"


@pytest.mark.parametrize(
    ("deed", "state", "note"),
    [
        (Deed.SET_NULL, State.NULL, "null"),
        (Deed.SET_EMPTY_TEXT, State.EMPTY, "empty text"),
        (Deed.SET_EMPTY_LIST, State.EMPTY, "empty list"),
    ],
)
def test_each_sort_of_nothing_is_told(deed: Deed, state: State, note: str) -> None:
    form = desk("tags: [x]\n", Field("tags", kind="tags", required=Severity.HINT))
    form.presenter.do(("tags",), deed)
    assert (row(form, "tags").state, row(form, "tags").note) == (state, note)


def test_a_choice_is_shown_by_its_label_and_written_by_its_value() -> None:
    form = desk("desk: n\n", Field("desk", kind="enum", options=(NEWS, Option("m", "Markets"))))
    assert row(form, "desk").text == "News"
    form.presenter.carry_out(intents.Typed(("desk",), "Markets"))
    assert form.text == "---\ndesk: m\n---\n"


def test_several_choices_are_tags() -> None:
    several = Field("desks", kind="enum", options=(NEWS,), multiple=True)
    assert row(desk("desks: [n]\n", several), "desks").editor == "tags"
    item = Field("", kind="enum", options=(NEWS,))
    listed = row(desk("desks: [n]\n", Field("desks", kind="list", item=item)), "desks")
    assert (listed.editor, listed.choices) == ("tags", (NEWS,))


BLOCK = Field(
    "block",
    kind="variant",
    variant_key="sort",
    variants=(Field("quote", fields=(Field("words"),)), Field("film", fields=(Field("url"),))),
)


def test_a_variant_has_the_fields_of_its_sort() -> None:
    form = desk("block:\n  sort: quote\n  words: A\n", BLOCK)
    assert [each.path[-1] for each in row(form, "block").children] == ["words"]
    form.presenter.carry_out(intents.Varied(("block",), "film"))
    assert form.text == "---\nblock:\n  sort: film\n  words: A\n---\n"
    assert [each.path[-1] for each in row(form, "block").children] == ["words", "url"]


def test_an_absent_variant_begins_with_its_sort() -> None:
    form = desk("a: 1\n", Field("block", kind="variant", variants=BLOCK.variants, group="G"))
    form.presenter.carry_out(intents.Varied(("block",), "film"))
    assert form.text == "---\na: 1\nblock:\n  type: film\n---\n"


def test_an_item_of_a_list_is_doubled_below_itself() -> None:
    form = desk("links:\n  - name: A # x\n  - name: B\n", Field("links", kind="list"))
    form.presenter.carry_out(intents.Doubled(("links",), 0))
    assert form.text == "---\nlinks:\n  - name: A # x\n  - name: A\n  - name: B\n---\n"


def test_the_first_card_has_the_fields_that_are_declared() -> None:
    item = Field("", kind="object", fields=(Field("name"), Field("size", kind="int")))
    form = desk("links: []\n", Field("links", kind="list", item=item))
    form.presenter.carry_out(intents.Inserted(("links",), 0))
    assert form.open_post.post.data == {"links": [{"name": ""}]}


def test_a_time_of_toml_stays_one() -> None:
    kinds = ContentType("posts", (Field("opens", kind="time"),))
    form = FormDesk("+++\nopens = 07:30:00\n+++\n", kinds).show()
    form.presenter.carry_out(intents.Typed(("opens",), "08:15:00"))
    assert form.text == "+++\nopens = 08:15:00\n+++\n"


def test_a_slug_needs_a_title() -> None:
    form = desk("slug: x\n", Field("slug", kind="slug"))
    form.presenter.carry_out(intents.Pressed(("slug",)))
    assert "no title" in row(form, "slug").messages[0].text


def test_a_picked_colour_is_written_in_the_style_that_is_there() -> None:
    form = desk("tint: '#ABC'\n", Field("tint", kind="colour"))
    form.answers.colour = "#ffcc00"
    form.presenter.carry_out(intents.Pressed(("tint",)))
    assert form.text == "---\ntint: '#FC0'\n---\n"
    assert form.answers.asked_about == ["#aabbcc"]


def test_a_picked_file_is_a_step_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    form = desk("guide: ''\n", Field("guide", kind="file"), around=Around(tmp_path))
    form.answers.file = tmp_path / "a.pdf"
    form.presenter.carry_out(intents.Pressed(("guide",)))
    assert form.text == "---\nguide: '/a.pdf'\n---\n"
    form.open_post.undo()
    assert form.text == "---\nguide: ''\n---\n"


def test_a_dropped_file_from_elsewhere_is_refused_in_words(tmp_path: Path) -> None:
    form = desk("guide: x\n", Field("guide", kind="file"), around=Around(tmp_path / "site"))
    form.presenter.carry_out(intents.Dropped(("guide",), (str(tmp_path / "b.pdf"),)))
    assert "outside" in row(form, "guide").messages[0].text
    assert form.text == "---\nguide: x\n---\n"


def test_posts_that_were_found_can_be_chosen(tmp_path: Path) -> None:
    follows = Field("follows", kind="reference", reference=Reference())
    around = Around(tmp_path)
    form = desk("follows: x\n", follows, around=around)
    form.presenter.carry_out(intents.Sought(("follows",), "old"))
    assert around.sought == ["old"]
    assert [each.text for each in row(form, "follows").choices] == ["Old news", "x"]


@pytest.mark.parametrize(
    ("is_open", "choices"),
    [(True, (Option("n", "News", 7), Option("x", "", 2))), (False, (Option("n", "News", 7),))],
)
def test_known_choices_are_counted_and_others_offered_where_they_may_be_used(
    tmp_path: Path, is_open: bool, choices: tuple[Option, ...]
) -> None:
    news = Field("desk", kind="enum", options=(NEWS,), open_options=is_open)
    form = desk("desk: n\n", news, around=Around(tmp_path))
    form.presenter.carry_out(intents.Sought(("desk",), ""))
    assert row(form, "desk").choices == choices
