"""Which posts a content type is for."""

from __future__ import annotations

import pytest

from reviewer.schema.matching import Match, fits_glob


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("posts/*.md", "posts/a.md", True),
        ("posts/*.md", "posts/x/a.md", False),
        ("posts/**/*.md", "posts/x/y/a.md", True),
        ("posts/**/*.md", "posts/a.md", True),
        ("posts/**", "posts/x/a.md", True),
        ("{news,blog}/*.md", "blog/a.md", True),
        ("{news,blog}/*.md", "other/a.md", False),
        ("a,b.md", "a,b.md", True),
        ("a}.md", "a}.md", True),
        ("20[12]?.md", "201x.md", True),
        ("[!a].md", "b.md", True),
        ("[z-a].md", "[z-a].md", True),
        ("a.md", "aXmd", False),
        ("./posts/*", "posts/a", True),
    ],
)
def test_glob(glob: str, path: str, fits: bool) -> None:
    assert fits_glob(path, glob) is fits


def test_folder_holds_what_lies_below_it() -> None:
    match = Match(folders=("posts/",))
    assert match.fits("posts/x/a.md", {})
    assert not match.fits("postscript/a.md", {})
    assert not Match(folders=("posts",), deep=False).fits("posts/x/a.md", {})
    assert Match(folders=("",), deep=False).fits("a.md", {})


def test_values_must_be_there() -> None:
    match = Match(values=(("layout", ("post", "news")), ("tags", ("x",))))
    assert match.fits("a.md", {"layout": "news", "tags": ["x", "y"]})
    assert not match.fits("a.md", {"layout": "page", "tags": ["x"]})
    assert not match.fits("a.md", None)


def test_excluded_paths_do_not_fit() -> None:
    assert not Match(excluded=("**/_index.md",)).fits("posts/_index.md", {})


def test_values_are_narrower_than_places_and_long_places_than_short_ones() -> None:
    short, long = Match(folders=("a",)), Match(folders=("a/b",))
    layout = Match(values=(("layout", ("x",)),))
    assert 0 == Match().weight < short.weight < long.weight < layout.weight
