"""Findings of the index: the same as by plain means, made once, and anew only where needed."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.checks import baseline
from reviewer.checks.waivers import Waiver
from reviewer.site.folder import Folder
from reviewer.site.index import checking
from reviewer.site.index.checking import Rules
from reviewer.site.index.library import Library
from reviewer.site.index.survey import baseline_text
from reviewer.site.index.topics import Topics
from reviewer.site.reading.pool import Readers
from tests.support.corpora import require_corpora
from tests.support.judged import plainly_judged
from tests.support.sites import post, sample_site, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.checks.sieve import Sieve
    from reviewer.document.dialect import Dialect
    from reviewer.schema.finding import Finding
    from reviewer.schema.schema import Schema

RULES = """
types:
  post:
    match: {folder: posts}
    fields:
      slug: {kind: string, unique: folder}
      author: {kind: reference, reference: {folder: authors, value: name}}
      related: {kind: list, item: {kind: reference, reference: {folder: posts}}}
    rules:
      fits: {when: {score: {gte: 7}}, then: {mood: bright}}
"""


def text(slug: str, author: str = "Ines", more: str = "") -> str:
    return post(f"title: On {slug}\nslug: {slug}\nauthor: {author}\n{more}")


FILES = {
    "reviewer.yml": RULES,
    "authors/ines.md": post("name: Ines"),
    "authors/omar.md": post("name: Omar"),
    "posts/a.md": text("one"),
    "posts/b.md": text("two", "Omar"),
    "posts/c.md": text("three", more="related: [one, two]"),
    "posts/d.md": text("four", more="score: 8\nmood: bright"),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", FILES)


@pytest.fixture
def library(site: Path) -> Iterator[Library]:
    with Library.open(site) as made:
        bring_up(made)
        assert made.rules.schema.notices == ()
        yield made


def bring_up(library: Library, *places: str) -> list[str]:
    """Read, learn at first, and check; returns the paths of posts that were judged."""
    library.refresh(lambda _news: None, paths=places or None)
    if not places:
        library.learn()
    library.heed()
    judged: list[int] = []
    library.check(lambda checked, _done, _total: judged.extend(checked.ids))
    paths = {row.id: row.path for row in library.rows()}
    return sorted({paths[id] for id in judged})


def told(library: Library) -> dict[str, tuple[Finding, ...]]:
    return {path: findings for path, findings in library.told(library.sieve) if findings}


def codes(library: Library) -> dict[str, list[str]]:
    return {path: [each.source for each in found] for path, found in told(library).items()}


def counts(library: Library) -> dict[str, int]:
    rows = ((row.path, row.errors + row.warnings + row.hints) for row in library.rows())
    return {path: number for path, number in rows if number}


def assert_as_by_plain_means(library: Library) -> None:
    assert library.schema is not None
    expected = plainly_judged(library.folder, library.schema)
    assert told(library) == expected
    assert counts(library) == {path: len(found) for path, found in expected.items()}


# The same as by plain means


def test_findings_of_the_sample_site(tmp_path: Path) -> None:
    root = shutil.copytree(sample_site(), tmp_path / "site")
    with Library.open(root) as library:
        bring_up(library)
        assert len(told(library)) > 5
        assert_as_by_plain_means(library)


@pytest.mark.parametrize("name", ["18f-jekyll", "opensource-guide"])
def test_findings_of_real_sites(name: str, tmp_path: Path) -> None:
    folder = Folder.open(require_corpora() / "dev" / "sites" / name)
    # With an index of its own: in the common one, whole texts may have been judged as well.
    with Readers() as readers, Library(folder, readers, tmp_path / "index.sqlite") as library:
        bring_up(library)
        assert_as_by_plain_means(library)


def test_posts_that_clash_or_refer_to_nothing(site: Path, library: Library) -> None:
    write_site(site, {"posts/e.md": text("ONE", "Inez", "score: 9\nmood: dull")})
    bring_up(library, "posts/e.md")
    assert codes(library) == {
        "posts/a.md": ["duplicate-value"],
        "posts/e.md": ["duplicate-value", "lost-reference", "rule:fits"],
    }
    assert_as_by_plain_means(library)


def test_accepted_findings_do_not_count(site: Path, library: Library) -> None:
    write_site(site, {"posts/a.md": text("one", "Nobody")})
    bring_up(library, "posts/a.md")
    (finding,) = told(library)["posts/a.md"]
    entry = library.entry("posts/a.md")
    assert entry is not None
    waiver = Waiver.of(entry.path, finding, entry.data, "Ines", date(2026, 2, 1), "Known.")
    write_site(site, {waiver.file: waiver.text()})
    bring_up(library, "posts/a.md")
    assert told(library) == {}
    assert counts(library) == {}
    (site / waiver.file).unlink()
    bring_up(library, "posts/a.md")
    assert counts(library) == {"posts/a.md": 1}


values = st.sampled_from(["one", "two", "three"])
authors = st.sampled_from(["Ines", "Omar", "Nobody"])
posts = st.builds(text, values, authors, st.sampled_from(["", "related: [a, b]", "related: [x]"]))
files = st.one_of(
    st.tuples(st.sampled_from([f"posts/{name}.md" for name in "abcx"]), st.none() | posts),
    st.tuples(
        st.sampled_from(["authors/ines.md", "authors/omar.md"]),
        st.none() | st.sampled_from([post("name: Ines"), post("name: Omar"), post("title: B")]),
    ),
)
steps = st.lists(st.lists(files, min_size=1, max_size=3), min_size=1, max_size=4)


@settings(max_examples=40)
@given(steps=steps)
def test_findings_follow_every_change(
    tmp_path_factory: pytest.TempPathFactory, steps: list[list[tuple[str, str | None]]]
) -> None:
    site = write_site(tmp_path_factory.mktemp("site"), FILES)
    with Library.open(site) as library:
        bring_up(library)
        for step in steps:
            for path, content in step:
                if content is None:
                    (site / path).unlink(missing_ok=True)
                else:
                    write_site(site, {path: content})
            bring_up(library, *(path for path, _content in step))
            assert_as_by_plain_means(library)


# Made once


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the posts that are checked from now on."""
    made: list[str] = []
    plain = checking.check_entry

    def counted(entry: Any, *rest: Any) -> tuple[Finding, ...]:
        made.append(entry.path)
        return plain(entry, *rest)

    monkeypatch.setattr(checking, "check_entry", counted)
    return made


def test_unchanged_folder_is_not_checked_again(
    site: Path, library: Library, checks: list[str]
) -> None:
    with Library.open(site) as again:
        bring_up(again)
        assert counts(again) == counts(library)
    assert checks == []


def test_other_rules_check_all_posts_again(site: Path, library: Library, checks: list[str]) -> None:
    write_site(site, {"reviewer.yml": RULES.replace("bright", "sunny")})
    bring_up(library)
    assert set(checks) == {name for name in FILES if name.endswith(".md")}
    assert codes(library) == {"posts/d.md": ["rule:fits"]}


def test_change_concerns_only_posts_that_share_the_value(
    site: Path, library: Library, checks: list[str]
) -> None:
    write_site(site, {"posts/d.md": text("three")})
    assert bring_up(library, "posts/d.md") == ["posts/c.md", "posts/d.md"]
    write_site(site, {"posts/d.md": text("four")})
    assert bring_up(library, "posts/d.md") == ["posts/c.md", "posts/d.md"]
    assert codes(library) == {}
    assert set(checks) == {"posts/c.md", "posts/d.md"}


def test_post_that_others_refer_to_may_go_and_come_back(site: Path, library: Library) -> None:
    (site / "authors/omar.md").unlink()
    assert bring_up(library, "authors/omar.md") == ["posts/b.md"]
    assert codes(library) == {"posts/b.md": ["lost-reference"]}
    write_site(site, {"authors/omar.md": FILES["authors/omar.md"]})
    assert bring_up(library, "authors/omar.md") == ["authors/omar.md", "posts/b.md"]
    assert codes(library) == {}


def test_finding_names_the_other_post_by_its_new_name(site: Path, library: Library) -> None:
    write_site(site, {"posts/b.md": text("one")})
    bring_up(library, "posts/b.md")
    (site / "posts/b.md").rename(site / "posts/z.md")
    bring_up(library, "posts/b.md", "posts/z.md")
    assert "posts/z.md" in told(library)["posts/a.md"][0].message


def rules_of_two(schema: Schema, dialect: Dialect, sieve: Sieve) -> Rules:
    """The rules, by which two posts are judged at once."""
    return Rules(schema, dialect, sieve, Topics.of(schema), at_once=2)


@pytest.mark.parametrize("batches_done", [0, 1, 2])
def test_checking_goes_on_where_it_was_called_off(
    site: Path, monkeypatch: pytest.MonkeyPatch, batches_done: int
) -> None:
    monkeypatch.setattr(Rules, "of", rules_of_two)
    write_site(site, {"posts/b.md": text("one"), "posts/c.md": text("three", "Nobody")})
    batches: list[int] = []
    with Library.open(site) as library:
        library.refresh(lambda _news: None)
        library.learn()
        library.check(
            lambda _checked, done, _total: batches.append(done),
            cancelled=lambda: len(batches) > batches_done,
        )
        bring_up(library)
        assert_as_by_plain_means(library)


def test_findings_of_the_baseline_do_not_count(site: Path, library: Library) -> None:
    write_site(site, {"posts/a.md": text("one", "Nobody")})
    bring_up(library, "posts/a.md")
    write_site(site, {baseline.FILE: baseline_text(library)})
    bring_up(library, "posts/a.md")
    assert counts(library) == {}
    write_site(site, {"posts/b.md": text("two", "Nobody else")})
    bring_up(library, "posts/b.md")
    assert counts(library) == {"posts/b.md": 1}


def test_two_processes_find_what_one_finds(tmp_path: Path, checks: list[str]) -> None:
    content = {
        f"posts/{n}.md": text(f"s{n % 890}", "Ines" if n % 7 else "Nobody") for n in range(900)
    }
    folder = Folder.open(write_site(tmp_path / "many", {**FILES, **content}))
    with Readers() as readers:
        readers.start()
        with Library(folder, readers, tmp_path / "index.sqlite") as library:
            bring_up(library)
            assert len(set(checks)) < len(library)
            assert_as_by_plain_means(library)
