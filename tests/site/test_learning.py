"""The engine's habits reach the rules that its posts are measured by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.schema.finding import Severity
from reviewer.site.folder import Folder
from reviewer.site.learning import learn, surroundings
from tests.support.judged import entries_of
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.schema.inference import Schema


def schema_of(root: Path) -> Schema:
    folder = Folder.open(root)
    return learn(folder.engine, entries_of(folder))


def test_jekyll_reads_times_in_utc_and_knows_the_zone_of_its_configuration(tmp_path: Path) -> None:
    write_site(tmp_path, {"_config.yml": "timezone: Europe/Oslo\n"})
    around = surroundings(Folder.open(tmp_path).engine)
    assert (around.timezone, around.site_timezone) == ("UTC", "Europe/Oslo")


def test_hugo_reads_times_in_the_zone_of_its_configuration(tmp_path: Path) -> None:
    write_site(tmp_path, {"hugo.toml": 'timeZone = "Europe/Oslo"\n'})
    assert surroundings(Folder.open(tmp_path).engine).timezone == "Europe/Oslo"


def test_obsidian_does_not_care_for_zones(tmp_path: Path) -> None:
    write_site(tmp_path, {".obsidian/app.json": "{}"})
    assert surroundings(Folder.open(tmp_path).engine).timezone == ""


def test_defaults_of_jekyll_are_not_missing(tmp_path: Path) -> None:
    config = "defaults:\n- scope: {path: ''}\n  values: {layout: post}\n"
    days = range(10, 30)
    posts = {f"_posts/2026-01-{n}-a.md": post(f"title: A{n}\nlayout: post") for n in days}
    write_site(tmp_path, {"_config.yml": config, **posts})
    content_type = schema_of(tmp_path).type_for("_posts/2026-01-01-b.md", {})
    required = {field.name: field.required for field in content_type.fields}
    assert required == {"title": Severity.WARNING, "layout": None}


def test_styles_come_from_the_blocks_as_written(tmp_path: Path) -> None:
    write_site(tmp_path, {f"{n}.md": post(f"title: 'A{n}'\ntags: [a, b]") for n in range(6)})
    guide = schema_of(tmp_path).type_for("new.md", {}).guide()
    assert (guide.example("title"), guide.example("tags")) == ("'A0'", "[a, b]")


def test_broken_post_teaches_nothing_but_does_not_stop_learning(tmp_path: Path) -> None:
    files = {f"{n}.md": post(f"title: A{n}") for n in range(6)}
    write_site(tmp_path, {**files, "x.md": post("title: a: b")})
    content_type = schema_of(tmp_path).type_for("x.md", {})
    assert content_type.count == 6
    assert content_type.front_matter


def test_group_of_dates_is_fine_for_mkdocs(tmp_path: Path) -> None:
    posts = {f"docs/{n}.md": post(f"title: A{n}\ndate: 2026-01-01") for n in range(30)}
    write_site(tmp_path, {"mkdocs.yml": "site_name: A\n", **posts})
    date = schema_of(tmp_path).type_for("docs/new.md", {}).field(("date",))
    assert date is not None
    assert date.accepts == ("date", "object")
