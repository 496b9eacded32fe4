"""How the posts of a real site write their keys, for replaying edits in its style."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reviewer.document.post import Post

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MARKDOWN = frozenset({".md", ".markdown", ".html", ".mdx"})


@dataclass(frozen=True)
class Seen:
    """One key of one post."""

    path: str
    place: float
    written: str


@dataclass(frozen=True)
class SiteGuide:
    """The habits of a site without the post that is edited."""

    seen: dict[str, list[Seen]]
    without: str

    def order(self) -> Sequence[str]:
        places = {
            key: sum(one.place for one in others) / len(others)
            for key in self.seen
            if (others := self._others(key))
        }
        return sorted(places, key=lambda key: places[key])

    def example(self, key: str) -> str | None:
        others = self._others(key)
        if not others:
            return None
        shape = Counter(one.written[:1] for one in others).most_common(1)[0][0]
        return next(one.written for one in others if one.written[:1] == shape)

    def _others(self, key: str) -> list[Seen]:
        return [one for one in self.seen.get(key, ()) if one.path != self.without]


@cache
def _site(folder: Path) -> dict[str, list[Seen]]:
    seen: dict[str, list[Seen]] = defaultdict(list)
    for file in sorted(folder.rglob("*")):
        if file.suffix not in MARKDOWN or not file.is_file():
            continue
        post = Post.from_bytes(file.read_bytes())
        if post.format != "yaml" or not isinstance(post.data, dict):
            continue
        path = file.relative_to(folder).as_posix()
        for at, key in enumerate(post.data):
            place = post.place((key,))
            if place is not None and isinstance(key, str):
                written = _with_its_indent(post, place.value.start, place.value.end)
                seen[key].append(Seen(path, at / len(post.data), written))
    return seen


def _with_its_indent(post: Post, start: int, end: int) -> str:
    line = post.text.rfind("\n", 0, start) + 1
    lead = post.text[line:start]
    return ("\n" + lead if not lead.strip() else "") + post.text[start:end]


def site_guide(sites: Path, site: str, without: str) -> SiteGuide | None:
    """The guide of a site; ``None`` where its files are not there."""
    folder = sites / site
    return SiteGuide(_site(folder), without) if folder.is_dir() else None
