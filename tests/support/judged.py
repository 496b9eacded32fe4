"""What is wrong with the posts of a folder, found by plain means: every post looked at anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.engine import check_entry
from reviewer.checks.sieve import Sieve
from reviewer.site.entries import read_entry
from tests.support.gathered import Gathered

if TYPE_CHECKING:
    from reviewer.schema.finding import Finding
    from reviewer.schema.schema import Schema
    from reviewer.site.entries import Entry
    from reviewer.site.folder import Folder

Judged = dict[str, tuple["Finding", ...]]


def entries_of(folder: Folder) -> list[Entry]:
    """All posts as they stand on disk, in the order of their paths."""
    return [read_entry(folder, path) for path in folder.files()]


def plainly_judged(folder: Folder, schema: Schema) -> Judged:
    """The findings that count, of posts that have some."""
    entries = entries_of(folder)
    sieve = Sieve.of(folder.root)
    posts = Gathered.of(((each.path, each.data) for each in entries), schema.name_for)
    found: Judged = {}
    for each in entries:
        content_type = schema.type_for(each.path, each.data)
        findings = check_entry(each, content_type, folder.engine.dialect, posts.around(each.path))
        told = sieve.sift(each.path, each.data, findings).told
        if told:
            found[each.path] = told
    return found
