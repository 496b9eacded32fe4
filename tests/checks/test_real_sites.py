"""Validation does not cry wolf: hardly a post of real sites is called wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.checks.engine import check_entry
from reviewer.schema.finding import Severity
from reviewer.site.entries import Entry, read_entries
from reviewer.site.folder import Folder
from reviewer.site.learning import learn
from tests.support.corpora import require_corpora

if TYPE_CHECKING:
    from pathlib import Path

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
    entries: list[Entry] = []
    read_entries(folder, lambda batch, _done, _total: entries.extend(batch))
    schema = learn(folder.engine, entries)
    found = [check_entry(entry, schema.type_for(entry.path, entry.data)) for entry in entries]
    worst = [max(each.severity for each in findings) for findings in found if findings]
    assert sum(each is Severity.ERROR for each in worst) <= ERRORS * len(entries)
    assert sum(each >= Severity.WARNING for each in worst) <= WARNINGS * len(entries)
