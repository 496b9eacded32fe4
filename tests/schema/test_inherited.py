"""What a site supplies to posts is not demanded of them."""

from __future__ import annotations

from typing import Any

import pytest

from reviewer.schema.inference import Sample, infer
from reviewer.schema.inherited import hugo_cascades, jekyll_defaults
from reviewer.schema.surroundings import Surroundings


def supplied(config: dict[str, Any], path: str) -> set[str]:
    return set(Surroundings(inherited=jekyll_defaults(config)).supplies(path))


def default(**scope: str) -> dict[str, Any]:
    return {"defaults": [{"scope": scope, "values": {"layout": "post"}}]}


@pytest.mark.parametrize(
    ("scope", "path", "fits"),
    [
        ({"path": ""}, "about.md", True),
        ({"path": "docs"}, "docs/a/b.md", True),
        ({"path": "docs"}, "blog/a.md", False),
        ({"path": "docs/*/guide"}, "docs/x/guide/a.md", True),
        ({"path": "", "type": "posts"}, "_posts/2026-01-01-a.md", True),
        ({"path": "", "type": "posts"}, "news/_posts/a.md", True),
        ({"path": "", "type": "posts"}, "_drafts/a.md", True),
        ({"path": "", "type": "posts"}, "about.md", False),
        ({"path": "", "type": "pages"}, "about.md", True),
        ({"path": "", "type": "pages"}, "_posts/a.md", False),
        ({"path": "", "type": "authors"}, "_authors/a.md", True),
        ({"path": "news", "type": "posts"}, "_posts/a.md", False),
    ],
)
def test_scope_of_a_jekyll_default(scope: dict[str, str], path: str, fits: bool) -> None:
    assert ("layout" in supplied(default(**scope), path)) is fits


def test_defaults_that_make_no_sense_supply_nothing() -> None:
    for odd in (3, [3], [{"values": 3}], [{"scope": 3, "values": {}}]):
        assert jekyll_defaults({"defaults": odd}) == ()


def test_the_last_default_that_fits_gives_the_value() -> None:
    config = {
        "defaults": [
            {"scope": {"path": ""}, "values": {"layout": "page", "lang": "en"}},
            {"scope": {"path": "docs"}, "values": {"layout": "doc"}},
        ]
    }
    around = Surroundings(inherited=jekyll_defaults(config))
    assert around.values_for("docs/a.md") == {"layout": "doc", "lang": "en"}
    assert around.values_for("a.md") == {"layout": "page", "lang": "en"}


def test_missing_field_is_not_demanded_where_it_is_inherited() -> None:
    samples = [Sample(f"{kind}/{n}.md", {"layout": "x"}) for kind in "ab" for n in range(20)]
    around = Surroundings(inherited=jekyll_defaults(default(path="a")))
    schema = infer(samples, around)
    demanded = {
        path: bool(field and field.required)
        for path in ("a/new.md", "b/new.md")
        if (field := schema.type_for(path, {}).field(("layout",))) or True
    }
    assert demanded == {"a/new.md": False, "b/new.md": True}


def cascaded(posts: list[tuple[str, Any]], path: str, **config: Any) -> set[str]:
    return set(Surroundings(inherited=hugo_cascades(config, "content", posts)).supplies(path))


def test_cascade_of_a_section_reaches_what_lies_below() -> None:
    posts = [("content/blog/_index.md", {"cascade": {"banner": "a.png"}})]
    assert cascaded(posts, "content/blog/x/a.md") == {"banner"}
    assert cascaded(posts, "content/docs/a.md") == set()


def test_cascade_names_its_targets() -> None:
    cascade = [{"target": {"path": "/blog/**"}, "params": {"color": "red"}, "type": "post"}]
    assert cascaded([], "content/blog/a.md", cascade=cascade) == {"color", "type"}
    assert cascaded([], "content/docs/a.md", cascade=cascade) == set()


def test_older_target_and_kind() -> None:
    posts = [("content/_index.md", {"cascade": {"_target": {"kind": "page"}, "type": "docs"}})]
    assert cascaded(posts, "content/a.md") == {"type"}
    assert cascaded(posts, "content/b/_index.md") == set()
