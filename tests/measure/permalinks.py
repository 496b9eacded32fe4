"""Compares the URL of each post with what Jekyll or Hugo gives it.

``python -m tests.measure.permalinks --engine jekyll|hugo [FOLDER ...]`` prints the
agreement for each site and the differences, by what kind they are.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from reviewer.site.entries import read_entry
from reviewer.site.folder import Folder
from reviewer.site.permalinks import permalinks_of
from tests.support.corpora import corpora
from tests.support.engine_urls import has_engine, hugo_urls, jekyll_urls

if TYPE_CHECKING:
    from collections.abc import Iterator

SITES = {
    "jekyll": ("18f-jekyll", "jekyll-docs", "jekyll-docs/test/source", "opensource-guide"),
    "hugo": ("hugo-docs", "buildpacks-docs", "grpc-io"),
}
SHOWN = 5


class Difference(NamedTuple):
    """A post whose URL is another one to the engine."""

    path: str
    ours: str
    theirs: str

    @property
    def kind(self) -> str:
        """In what the two differ."""
        if not self.theirs:
            return "the engine writes no page"
        if not self.ours:
            return "we see no page"
        if unquote(self.ours) == unquote(self.theirs):
            return "escaping"
        if self.ours.lower() == self.theirs.lower():
            return "case"
        if self.ours.rstrip("/") == self.theirs.rstrip("/"):
            return "slash at the end"
        same_end = self.ours.rstrip("/").split("/")[-1] == self.theirs.rstrip("/").split("/")[-1]
        return "folders" if same_end else "name"


class Comparison(NamedTuple):
    """One site: how many posts were compared, and those that differ."""

    posts: int
    differences: list[Difference]

    @property
    def agreement(self) -> float:
        """The share of posts whose URL is the same."""
        return 1 - len(self.differences) / self.posts if self.posts else 1.0


def compare(folder: Folder) -> Comparison:
    """All posts of a site that the engine can read."""
    hugo = folder.engine.name == "hugo"
    theirs = hugo_urls(folder) if hugo else jekyll_urls(folder)
    entries = [read_entry(folder, path) for path in folder.files()]
    read = [entry for entry in entries if not entry.problem]
    permalinks = permalinks_of(folder)
    found = [
        Difference(entry.path, permalinks.url(entry, with_base=hugo), url)
        for entry in read
        if (url := theirs.get(entry.path, "")) is not None
    ]
    return Comparison(len(found), [each for each in found if each.ours != each.theirs])


def folders(engine: str, named: list[Path]) -> Iterator[Folder]:
    """The named folders, else those of the large test data."""
    data = corpora()
    known = [data / "dev" / "sites" / site for site in SITES[engine]] if data else []
    for path in named or known:
        folder = Folder.open(path)
        if folder.engine.name == engine:
            yield folder


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=SITES, required=True)
    parser.add_argument("--all", action="store_true", help="show every difference")
    parser.add_argument("folders", nargs="*", type=Path)
    args = parser.parse_args()
    if not has_engine(args.engine):
        parser.exit(1, f"{args.engine} is not installed here.\n")
    for folder in folders(args.engine, args.folders):
        _print(folder, compare(folder), None if args.all else SHOWN)


def _print(folder: Folder, found: Comparison, shown: int | None) -> None:
    print(f"{folder.name:24} {found.agreement:7.2%} of {found.posts} posts agree")
    kinds: dict[str, list[Difference]] = defaultdict(list)
    for each in found.differences:
        kinds[each.kind].append(each)
    for kind, differences in kinds.items():
        print(f"  {kind}: {len(differences)}")
        for each in differences[:shown]:
            print(f"    {each.path}: {each.ours or '(none)'} is not {each.theirs or '(none)'}")


if __name__ == "__main__":
    main()
