"""Validation does not cry wolf, and says the same of a post in the list and once it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.checks.engine import check, check_entry
from reviewer.document.post import Post
from reviewer.schema.finding import Severity
from reviewer.site.folder import Folder
from reviewer.site.learning import learn
from tests.support.corpora import require_corpora
from tests.support.judged import entries_of
from tests.support.sites import sample_site

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.schema.finding import Finding
    from reviewer.schema.inference import Schema
    from reviewer.site.entries import Entry

SITES = {
    "11ty-website": ("eleventy", 228),
    "18f-jekyll": ("jekyll", 911),
    "buildpacks-docs": ("hugo", 149),
    "grpc-io": ("hugo", 176),
    "hexo-site": ("hexo", 466),
    "hugo-docs": ("hugo", 993),
    "jekyll-docs": ("jekyll", 206),
    "mkdocs-material": ("mkdocs", 96),
    "obsidian-tasks": ("obsidian", 410),
    "opensource-guide": ("jekyll", 111),
}
ERRORS, WARNINGS = 0.02, 0.05


def site(name: str) -> Path:
    return require_corpora() / "dev" / "sites" / name


@pytest.mark.parametrize("name", SITES)
def test_engine_and_number_of_posts(name: str) -> None:
    folder = Folder.open(site(name))
    assert (folder.engine.name, len(folder.files())) == SITES[name]


@pytest.mark.parametrize("name", SITES)
def test_few_posts_are_called_wrong(name: str) -> None:
    folder = Folder.open(site(name))
    entries = entries_of(folder)
    schema = learn(folder.engine, entries)
    found = [listed(folder, schema, entry) for entry in entries]
    worst = [max(each.severity for each in findings) for findings in found if findings]
    assert sum(each is Severity.ERROR for each in worst) <= ERRORS * len(entries)
    assert sum(each >= Severity.WARNING for each in worst) <= WARNINGS * len(entries)


@pytest.mark.parametrize("name", SITES)
def test_opening_a_post_never_changes_its_badges(name: str) -> None:
    assert badges_that_change(Folder.open(site(name))) == []


def test_opening_a_post_of_the_sample_site_never_changes_its_badges() -> None:
    assert badges_that_change(Folder.open(sample_site())) == []


def badges_that_change(folder: Folder) -> list[str]:
    entries = entries_of(folder)
    schema = learn(folder.engine, entries)
    return [
        entry.path
        for entry in entries
        if listed(folder, schema, entry) != opened(folder, schema, entry.path)
    ]


def listed(folder: Folder, schema: Schema, entry: Entry) -> tuple[Finding, ...]:
    content_type = schema.type_for(entry.path, entry.data)
    return check_entry(entry, content_type, folder.engine.dialect)


def opened(folder: Folder, schema: Schema, path: str) -> tuple[Finding, ...]:
    post = Post.from_bytes(folder.resolve(path).read_bytes(), dialect=folder.engine.dialect)
    return check(post, schema.type_for(path, post.data))
