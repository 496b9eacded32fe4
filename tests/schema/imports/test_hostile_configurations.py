"""A broken or hostile configuration costs a notice, and the rest of it goes on."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from reviewer.schema.imports import files
from reviewer.schema.imports.find import find, load
from reviewer.schema.imports.report import MOST_NOTICES, Report, Source

if TYPE_CHECKING:
    from reviewer.schema.imports.report import Imported

CASES = Path(__file__).parents[2] / "cases" / "imports"
MAIN = {
    "front-matter": "frontmatter.json",
    "decap": "admin/config.yml",
    "sveltia": "admin/config.json",
    "pages-cms": ".pages.yml",
    "cloudcannon": "cloudcannon.config.yml",
    "obsidian": ".obsidian/types.json",
    "quiqr": "quiqr/model/base.yaml",
    "tina": "tina/tina-lock.json",
    "json-schema": "frontmatter.schema.json",
}
FIXTURES = {
    "front-matter": "front_matter/frontmatter.json",
    "decap": "decap/static/admin/config.yml",
    "sveltia": "sveltia/public/admin/config.json",
    "pages-cms": "pages_cms/.pages.yml",
    "cloudcannon": "cloudcannon/cloudcannon.config.yml",
    "obsidian": "obsidian/.obsidian/types.json",
    "quiqr": "quiqr/quiqr/model/base.yaml",
    "tina": "tina/tina/tina-lock.json",
    "json-schema": "json_schema/front-matter.schema.json",
}
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
TEXTS = {
    "nothing": b"",
    "blanks": b"  \n\t\n",
    "binary": bytes(range(256)) * 10,
    "nul": b'{"a": "\x00"}',
    "text": b"hello",
    "number": b"12",
    "list": b"[1, 2]",
    "null": b"null",
    "open": b'{"a": [1, {"b": ',
    "deep": b"[" * 10_000,
    "deep groups": b'{"a":' * 10_000,
    "large": b'{"a": "' + b"x" * 10_000_000 + b'"}',
    "many": b"[" + b"1," * 300_000 + b"1]",
    "digits": b'{"a": ' + b"9" * 10_000 + b"}",
    "bomb": BOMB.encode(),
    "itself": b"a: &a [*a]\n",
    "alias": b"a: *nobody\n",
    "key": b"? [a, b]\n: c\n",
    "utf-16": "{}".encode("utf-16"),
    "surrogate": b'{"a": "\\ud800"}',
}


def imported(root: Path) -> list[Imported]:
    return [load(source) for source in find(root)]


def placed(root: Path, file: str, text: bytes) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", MAIN)
def test_what_is_no_configuration_is_told_of(name: str, text: str, tmp_path: Path) -> None:
    placed(tmp_path, MAIN[name], TEXTS[text])
    (found,) = imported(tmp_path)
    assert not any(each.fields for each in found.types)
    if text not in ("nothing", "blanks", "null", "surrogate", "nul") or found.problems:
        assert found.problems or found.ignored
    assert all(notice.line for notice in (*found.problems, *found.ignored))


ODD = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-5, 5)
    | some.just(10**400)
    | some.floats()
    | some.sampled_from(["", "x", "../x", "/etc", "(a+)+$", "((a{999}){999}){999}", "[", "\ud800"])
    | some.sampled_from(
        ["object", "list", "string", "#", "#/properties", "{{slug}}", "0000-99-99"]
    ),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(some.sampled_from(["name", "type", "fields", "a"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def plain(name: str) -> Any:
    file = FIXTURES[name]
    node = files.read(Report(Source("", file, CASES)), file)
    assert node is not None
    return node.plain()


DATA = {name: plain(name) for name in FIXTURES}


def mutated(value: Any, chance: Any, change: Any) -> Any:
    """The value with one random part of it replaced."""
    if not isinstance(value, dict | list) or not value or chance.randrange(6) == 0:
        return change
    key = chance.choice(list(value) if isinstance(value, dict) else list(range(len(value))))
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[key] = mutated(value[key], chance, change)
    return copy


@pytest.mark.parametrize("name", MAIN)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.randoms(use_true_random=False), some.lists(ODD, min_size=1, max_size=4))
def test_no_mutation_of_a_configuration_raises(
    name: str, tmp_path: Path, chance: Any, changes: list[Any]
) -> None:
    data = DATA[name]
    for change in changes:
        data = mutated(data, chance, change)
    placed(tmp_path, MAIN[name], json.dumps(data, default=str).encode())
    for found in imported(tmp_path):
        for each in found.types:
            assert each.match is None or each.match.fits(
                "content/blog/a.md", {"layout": "post"}
            ) in (
                True,
                False,
            )


@pytest.mark.parametrize("name", FIXTURES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.integers(0, 10_000), some.binary(max_size=4), some.integers(0, 30))
def test_no_damage_to_the_text_raises(
    name: str, tmp_path: Path, at: int, new: bytes, length: int
) -> None:
    text = (CASES / FIXTURES[name]).read_bytes()
    at %= len(text)
    placed(tmp_path, MAIN[name], text[:at] + new + text[at + length :])
    imported(tmp_path)


def test_field_groups_that_unfold_without_end_stop(tmp_path: Path) -> None:
    groups = [
        {"id": f"g{n}", "fields": [block(f"f{m}", f"g{n + 1}") for m in range(9)]} for n in range(9)
    ]
    types = [{"name": "blog", "fields": [block("all", "g0")]}]
    settings_ = {
        "frontMatter.taxonomy.fieldGroups": [*groups, {"id": "g9", "fields": []}],
        "frontMatter.taxonomy.contentTypes": types,
    }
    placed(tmp_path, "frontmatter.json", json.dumps(settings_).encode())
    (found,) = imported(tmp_path)
    assert "unfolds to more" in " ".join(map(str, found.problems))


def block(name: str, group: str) -> dict[str, str]:
    return {"name": name, "type": "block", "fieldGroup": group}


def test_references_that_unfold_without_end_stop(tmp_path: Path) -> None:
    parts = {
        f"d{n}": {"properties": {f"p{m}": {"$ref": f"#/$defs/d{n + 1}"} for m in range(9)}}
        for n in range(9)
    }
    schema = {"$ref": "#/$defs/d0", "$defs": {**parts, "d9": {"type": "string"}}}
    placed(tmp_path, "frontmatter.schema.json", json.dumps(schema).encode())
    (found,) = imported(tmp_path)
    assert "unfolds to more" in " ".join(map(str, found.problems))


def test_structures_that_unfold_without_end_stop(tmp_path: Path) -> None:
    inputs = {
        f"i{n}": {"type": "array", "options": {"structures": f"_structures.s{n}"}} for n in range(9)
    }
    structures = {
        f"s{n}": {"values": [{"value": dict.fromkeys((f"i{m}" for m in range(9)), None)}]}
        for n in range(9)
    }
    data = {"_inputs": inputs, "_structures": structures}
    placed(tmp_path, "cloudcannon.config.yml", json.dumps(data).encode())
    (found,) = imported(tmp_path)
    assert "unfolds to more" in " ".join(map(str, found.problems))


def test_a_flood_of_notices_is_cut_off(tmp_path: Path) -> None:
    data = {"types": {f"p{n}": "odd" for n in range(MOST_NOTICES * 2)}}
    placed(tmp_path, ".obsidian/types.json", json.dumps(data).encode())
    (found,) = imported(tmp_path)
    assert len(found.problems) == MOST_NOTICES + 1


def test_a_file_that_a_link_leads_out_to_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    outside.write_text('{"types": {"secret": "text"}}', "utf-8")
    root = tmp_path / "root"
    (root / ".obsidian").mkdir(parents=True)
    (root / ".obsidian" / "types.json").symlink_to(outside)
    assert imported(root) == []


def test_a_link_in_a_circle_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / ".pages.yml").symlink_to(tmp_path / ".pages.yml")
    assert imported(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among files")
def test_a_pipe_is_no_configuration(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".pages.yml")
    assert imported(tmp_path) == []


def test_a_folder_in_place_of_the_file_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "frontmatter.json").mkdir()
    assert imported(tmp_path) == []


def test_a_broken_part_leaves_the_others(tmp_path: Path) -> None:
    shutil.copytree(CASES / "front_matter", tmp_path / "site")
    broken = tmp_path / "site" / ".frontmatter" / "config" / "taxonomy" / "contenttypes" / "a.json"
    broken.write_text('{"name": "a", \n "fields": [', "utf-8")
    (found,) = imported(tmp_path / "site")
    assert {each.name for each in found.types} == {"note", "page", "blog", "default"}
    assert (".frontmatter/config/taxonomy/contenttypes/a.json", 2) in {
        (notice.file, notice.line) for notice in found.problems
    }


def test_keys_that_stand_twice_are_told_with_their_line(tmp_path: Path) -> None:
    placed(tmp_path, ".pages.yml", b"media: a\nmedia: b\ncontent: []\n")
    (found,) = imported(tmp_path)
    assert [(notice.line, notice.attribute) for notice in found.problems] == [(2, "media")]
