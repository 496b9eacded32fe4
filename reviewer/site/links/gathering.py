"""Finds all addresses that the posts of a folder link to, and where they stand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from reviewer.checks.addresses import remote_addresses
from reviewer.checks.subject import Subject
from reviewer.document.post import Post
from reviewer.schema.neighbours import Remembered
from reviewer.site.outlook import Outlook
from reviewer.site.reading.files import read_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.site.folder import Folder


class Place(NamedTuple):
    """Where an address stands: in which post, and on which line of its file (0: unknown)."""

    path: str
    line: int


def gather(folder: Folder, paths: Iterable[str]) -> Iterator[tuple[str, Place]]:
    """The addresses of these posts, in their order; files that cannot be read have none."""
    outlook = Outlook(folder, dt.datetime.now(dt.UTC))
    for path in paths:
        content = read_content(f"{folder.root}/{path}")
        if content.problem:
            continue
        post = Post.from_bytes(content.data, dialect=folder.engine.dialect)
        subject = Subject(path, post, outlook, Remembered())
        for each in remote_addresses(subject):
            line = subject.line(each.span) if each.span else post.line_of(each.path)
            yield each.target, Place(path, line)
