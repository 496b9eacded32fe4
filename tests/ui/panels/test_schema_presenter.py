"""The Schema view's decisions, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from reviewer.schema.declared.reading import FILE, load
from reviewer.schema.finding import Severity
from reviewer.ui.panels.schema.presenter import SchemaPresenter
from reviewer.ui.panels.schema.rules import Rules
from tests.support.shell import Desk
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any

    from reviewer.schema.drift import Drift
    from reviewer.ui.panels.schema.lines import (
        AttributeLine,
        FieldLine,
        Inspected,
        NoticeGroup,
        TypeLine,
    )

POSTS = 30
ODD = "_posts/2026-01-04-p3.md"


class View:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.types: list[TypeLine] = []
        self.fields: list[FieldLine] = []
        self.field: Inspected | None = None
        self.drift: list[tuple[Drift, str]] = []
        self.notices: tuple[NoticeGroup, ...] = ()
        self.state = ""
        self.changed = False

    def show_types(self, types: Sequence[TypeLine], current: int) -> None:
        self.types = list(types)

    def show_fields(self, fields: Sequence[FieldLine], current: int) -> None:
        self.fields = list(fields)

    def show_field(self, field: Inspected | None) -> None:
        self.field = field

    def show_drift(self, outliers: Sequence[Drift], answers: Sequence[str]) -> None:
        self.drift = list(zip(outliers, answers, strict=True))

    def show_notices(self, groups: Sequence[NoticeGroup]) -> None:
        self.notices = tuple(groups)

    def show_state(self, text: str, *, changed: bool, can_take_back: bool) -> None:
        self.state, self.changed = text, changed


class Bench:
    """A folder of alike posts, one of which has a misspelt category."""

    def __init__(self, root: Path, extra: str = "") -> None:
        files = {"_config.yml": "title: Site\n"} | ({FILE: extra} if extra else {})
        for number in range(POSTS):
            category = "Nwes" if number == 3 else ("News", "Markets")[number % 2]
            name = f"_posts/2026-01-{number % 28 + 1:02}-p{number}.md"
            files[name] = post(f"title: Post {number}\ncategory: {category}\nscore: {number % 9}")
        self.root = write_site(root / "site", files)
        self.desk = Desk(self.root, cast("Any", _Forgetful()))
        self.desk.shell.open_folder(self.root)
        self.view = View()
        self.rules = Rules(self.desk.context)
        self.presenter = SchemaPresenter(self.desk.context, self.rules, self.view)
        self.rules.ask()

    def choose(self, key: str) -> None:
        keys = [line.key for line in self.view.fields]
        self.presenter.choose_field(keys.index(key))

    def line(self, attribute: str) -> AttributeLine:
        assert self.view.field is not None
        return next(each for each in self.view.field.lines if each.name == attribute)

    def field(self, key: str) -> FieldLine:
        return next(each for each in self.view.fields if each.key == key)

    def on_disk(self) -> str:
        return (self.root / FILE).read_text(encoding="utf-8")


class _Forgetful:
    """Settings that keep nothing."""

    def keep(self, _key: str, _value: Any) -> None:
        """Not kept."""

    def remember_folder(self, _folder: Path) -> None:
        """Not remembered."""

    def text(self, _key: str, default: str = "") -> str:
        """Nothing was kept."""
        return default

    def texts(self, _key: str) -> list[str]:
        """Nothing was kept."""
        return []


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_fields_say_kind_share_and_where_they_come_from(bench: Bench) -> None:
    category = bench.field("category")
    assert (category.kind, category.share) == ("Choice", "100 %")
    assert category.origin == f"from {POSTS} posts"
    assert not category.declared


def test_a_change_waits_until_it_is_saved(bench: Bench) -> None:
    bench.choose("score")
    bench.presenter.change("maximum", "12")
    assert bench.line("maximum").text == "12"
    assert bench.view.state == "1 change, not saved"
    assert bench.field("score").changed
    assert not (bench.root / FILE).exists()


def test_saving_writes_the_file_and_learns_anew(bench: Bench) -> None:
    bench.choose("score")
    bench.presenter.change("maximum", "12")
    bench.presenter.save()
    assert "max: 12" in bench.on_disk()
    assert bench.line("maximum").origin.startswith("declared in reviewer.yml, line ")
    assert bench.field("score").declared
    assert not bench.view.changed


def test_a_rule_that_is_saved_counts_for_the_posts(bench: Bench) -> None:
    bench.choose("score")
    bench.presenter.change("maximum", "5")
    bench.presenter.change("severity", "error")
    bench.presenter.save()
    assert bench.desk.workspace.catalogue.totals.faulty >= POSTS // 9 * 3


def test_what_cannot_be_read_is_said_and_not_saved(bench: Bench) -> None:
    bench.choose("score")
    bench.presenter.change("maximum", "ten")
    assert bench.line("maximum").problem == "This should be a number."
    bench.presenter.save()
    assert not (bench.root / FILE).exists()


def test_typing_what_was_there_is_no_change(bench: Bench) -> None:
    bench.choose("title")
    before = bench.line("label").text
    bench.presenter.change("label", "Headline")
    bench.presenter.change("label", before)
    assert not bench.view.changed


def test_declaring_accepts_all_that_is_known(bench: Bench) -> None:
    bench.choose("category")
    bench.presenter.declare()
    bench.presenter.save()
    (declared,) = load(bench.root).types[0].fields
    assert (declared.name, declared.kind) == ("category", "enum")
    assert {option.value for option in declared.options} >= {"News", "Markets"}


def test_declaring_leaves_to_learning_what_follows_the_posts(bench: Bench) -> None:
    bench.choose("title")
    bench.presenter.declare()
    bench.presenter.save()
    (declared,) = load(bench.root).types[0].fields
    assert not {"order", "options", "label"} & set(declared.origins)


def test_undeclaring_lets_the_posts_speak_again(bench: Bench) -> None:
    bench.choose("category")
    bench.presenter.declare()
    bench.presenter.save()
    bench.presenter.undeclare()
    bench.presenter.save()
    assert "category" not in bench.on_disk()
    assert not bench.field("category").declared


def test_resetting_a_declared_attribute_takes_only_that_out(tmp_path: Path) -> None:
    text = "version: 1\nfields:\n  title: {label: Headline, max_length: 70}  # ours\n"
    bench = Bench(tmp_path, text)
    bench.choose("title")
    bench.presenter.reset("label")
    bench.presenter.save()
    assert bench.on_disk() == text.replace("label: Headline, ", "")


def test_what_stands_out_becomes_fine(bench: Bench) -> None:
    (outlier,) = (each for each, _answer in bench.view.drift if each.value == "Nwes")
    bench.presenter.call_fine(outlier)
    assert {id(each): answer for each, answer in bench.view.drift}[id(outlier)]
    bench.presenter.save()
    assert "Nwes" not in [each.value for each, _answer in bench.view.drift]


def test_the_second_answer_to_what_stands_out_counts(bench: Bench) -> None:
    (outlier,) = (each for each, _answer in bench.view.drift if each.value == "Nwes")
    bench.presenter.call_fine(outlier)
    bench.presenter.make_rule(outlier)
    bench.presenter.save()
    (declared,) = load(bench.root).types[0].fields
    assert declared.severity is Severity.ERROR
    assert "Nwes" not in [option.value for option in declared.options]


def test_the_last_save_is_taken_back(bench: Bench) -> None:
    bench.choose("score")
    bench.presenter.change("maximum", "12")
    bench.presenter.save()
    bench.rules.take_back()
    assert not (bench.root / FILE).exists()
    assert not bench.field("score").declared


def test_discarding_forgets_all_changes(bench: Bench) -> None:
    bench.choose("score")
    bench.presenter.change("maximum", "12")
    bench.presenter.discard()
    assert (bench.view.changed, bench.line("maximum").origin) != (True, "will be declared")


def test_what_is_wrong_with_the_file_is_told_with_its_line(tmp_path: Path) -> None:
    bench = Bench(tmp_path, "version: 1\nfields:\n  title:\n    lable: Headline\n")
    (group,) = bench.view.notices
    assert (group.file, group.places, group.problem) == (FILE, ("line 4: lable",), True)
    assert "label" in group.why
