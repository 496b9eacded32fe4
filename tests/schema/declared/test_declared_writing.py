"""What is written as ``reviewer.yml`` or JSON Schema is read the same by others and by us."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from reviewer.resources import resource
from reviewer.schema.content_type import ContentType
from reviewer.schema.declared import writing
from reviewer.schema.declared.json_schema import of_file, of_posts, of_type
from reviewer.schema.declared.reading import read
from reviewer.schema.field import ATTRIBUTES, Field, Option
from reviewer.schema.inference import Sample, infer

FULL = """\
version: 1
severity: warning
fields:
  title: {label: Title, kind: string, required: error, filled: warning, max_length: 70}
  score: {kind: int, min: 1, max: 10, step: 1}
  category: {options: [News, {value: M, label: Markets}], multiple: false, unique: false}
  url: {kind: url, pattern: {regex: "^https:", flags: i, message: Use https.}}
  date: {kind: datetime, format: yyyy-MM-dd HH:mm, timezone: UTC, earliest: "2020-01-01"}
  tldr: {kind: list, min_items: 2, unique: list, item: {kind: text, max_words: 30}}
  seo: {kind: object, fields: {title: {min_length: 3}}}
  blocks: {kind: variant, variant_key: sort, variants: {image: {fields: {src: {kind: image}}}}}
  author: {kind: reference, reference: {type: author}, when: {draft: false}, order: 3}
types:
  news:
    match: {folder: _posts, glob: ["**/*.md"], layout: post, where: {kind: [a, b]}, deep: true}
    title: title
    slug: "{date}-{title}"
    fields:
      note: {hidden: true, read_only: true, empty_as: missing, group: More, help: For us.}
    rules:
      label-fits:
        when: {score: {gte: 7}, any: [{draft: true}, {not: {layout: [x]}}]}
        then: {label: Optimistic}
        message: High scores are Optimistic.
        severity: error
checks: {spelling: false}
preview: {css: [a.css]}
"""


def schema_of_file() -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(of_file())


def samples() -> list[Sample]:
    return [
        Sample(
            f"posts/{n}.md",
            {
                "title": f"Post {n}",
                "category": ("News", "Markets")[n % 2],
                "score": n % 10 + 1,
                "tags": ["a", "b"],
                "seo": {"title": f"S {n}"},
            },
        )
        for n in range(40)
    ]


def types() -> dict[str, ContentType]:
    schema = infer(samples())
    return schema.in_force((each.path, each.data) for each in samples())


def test_the_bundled_schema_is_that_of_the_settings() -> None:
    bundled = resource("schemas/reviewer.schema.json").read_text(encoding="utf-8")
    assert json.loads(bundled) == of_file()


def test_a_full_example_fits_the_schema_and_reads_without_a_notice() -> None:
    assert schema_of_file().is_valid(yaml.safe_load(FULL))
    assert read(FULL, Path("/")).notices == ()


@pytest.mark.parametrize(
    "text",
    ["feilds: {}", "fields: {a: {requird: error}}", "fields: {a: {min: x}}", "rules: {a: {}}"],
)
def test_what_is_told_of_does_not_fit_the_schema_either(text: str) -> None:
    assert not schema_of_file().is_valid(yaml.safe_load(text))
    assert read(text, Path("/")).notices


def test_what_init_writes_fits_the_schema_and_reads_without_a_notice() -> None:
    text = writing.beginning(types())
    assert schema_of_file().is_valid(yaml.safe_load(text))
    assert read(text, Path("/")).notices == ()


def test_what_init_writes_states_what_was_learnt() -> None:
    (learnt,) = types().values()
    (stated,) = read(writing.beginning(types()), Path("/")).types
    assert stated.match == learnt.match
    names = [each.name for each in stated.fields]
    assert names == ["title", "category", "score", "tags", "seo"]
    category = stated.field(("category",))
    assert category is not None
    assert {each.value for each in category.options} == {"News", "Markets"}


def test_what_is_printed_fits_the_schema_and_names_origins() -> None:
    text = writing.as_yaml(types())
    assert schema_of_file().is_valid(yaml.safe_load(text))
    assert "kind: enum  # inferred from 40 posts" in text


def test_json_names_the_origin_of_each_setting() -> None:
    found: Any = writing.as_json(types())
    category = found["types"]["posts"]["fields"]["category"]
    assert category["kind"] == "enum"
    assert category["origins"]["kind"] == "inferred from 40 posts"


def test_posts_fit_the_schema_that_is_written_for_them() -> None:
    validator = jsonschema_rs.validator_for(of_posts(types()))
    assert all(validator.is_valid(each.data) for each in samples())
    assert not validator.is_valid({**samples()[0].data, "category": "Sport"})
    assert not validator.is_valid({"title": "x"})


def test_closed_type_allows_no_other_key() -> None:
    closed = jsonschema_rs.validator_for(of_type(ContentType("x", (Field("a"),), closed=True)))
    assert not closed.is_valid({"b": 1})


def test_settings_read_as_they_were_written() -> None:
    for content_type in read(FULL, Path("/")).types:
        for field in content_type.fields:
            shown = yaml.safe_dump({"fields": {field.name: writing.settings_of(field)}})
            (again,) = read(shown, Path("/")).types[0].fields
            for name in ATTRIBUTES:
                if name not in ("item", "fields", "variants"):
                    assert getattr(again, name) == getattr(field, name), name


def test_option_with_an_odd_name_stands_on_one_line() -> None:
    field = Field("a", options=(Option("x: [y]\n#z"),), open_options=False, kind="enum")
    text = writing.as_yaml({"t": ContentType("t", (field,))})
    assert yaml.safe_load(text)["types"]["t"]["fields"]["a"]["options"] == ["x: [y]\n#z"]
