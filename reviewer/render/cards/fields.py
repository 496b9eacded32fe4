"""Under which names posts keep what search engines and networks are told, the strongest first.

The names are those of jekyll-seo-tag, Minimal Mistakes, Chirpy, Hugo's own
templates, PaperMod, Blowfish, Docusaurus and the Astro and Eleventy starters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Path = tuple[str | int, ...]

TITLES: tuple[Path, ...] = (
    *(("seo", "title"), ("seo_title",), ("seoTitle",), ("meta_title",), ("metaTitle",)),
    ("title",),
)
DESCRIPTIONS: tuple[Path, ...] = (
    *(("seo", "description"), ("seo_description",), ("seoDescription",)),
    *(("meta_description",), ("metaDescription",), ("description",)),
    *(("summary",), ("excerpt",), ("subtitle",), ("lead",)),
)
SOCIAL_TITLES: tuple[Path, ...] = (
    *(("og", "title"), ("og_title",), ("ogTitle",), ("social", "title"), ("twitter", "title")),
    *TITLES,
)
SOCIAL_DESCRIPTIONS: tuple[Path, ...] = (
    *(("og", "description"), ("og_description",), ("ogDescription",), ("social", "description")),
    *DESCRIPTIONS,
)
IMAGES: tuple[Path, ...] = (
    *(("og", "image"), ("og_image",), ("ogImage",), ("social", "image"), ("social_image",)),
    *(("header", "og_image"), ("image",), ("images",), ("cover",), ("cover_image",)),
    *(("coverImage",), ("header", "overlay_image"), ("header", "image"), ("header", "teaser")),
    *(("featured_image",), ("featuredImage",), ("feature_image",), ("hero_image",), ("heroImage",)),
    *(("hero",), ("banner",), ("thumbnail",), ("teaser",), ("feature",), ("photo",)),
)
ALTS: tuple[Path, ...] = (
    *(("image", "alt"), ("cover", "alt"), ("image_alt",), ("imageAlt",), ("alt",)),
    *(("header", "image_description"), ("cover_alt",), ("coverAlt",), ("coverImageAlt",)),
    *(("featured_image_alt",), ("featuredImageAlt",), ("heroImageAlt",), ("thumbnail", "alt")),
)
CARDS: tuple[Path, ...] = (("twitter", "card"), ("twitter_card",))
INSIDE = ("path", "url", "src", "image", "file", "feature", "href")
"""Where a group that stands for an image keeps its address."""


def first_text(data: Any, paths: Sequence[Path]) -> tuple[str, Path]:
    """The first of ``paths`` that has a text, with its place; ("", ()) where none has."""
    found = ((text_of(value_at(data, path)), path) for path in paths)
    return next(((text, path) for text, path in found if text), ("", ()))


def first_image(data: Any, paths: Sequence[Path] = IMAGES) -> tuple[str, Path]:
    """The first of ``paths`` that names an image; it may stand in a list or a group."""
    found = (_image(value_at(data, path), path) for path in paths)
    return next((each for each in found if each[0]), ("", ()))


def value_at(data: Any, path: Path) -> Any:
    """What stands at ``path``, None where there is nothing."""
    for key in path:
        if not isinstance(data, Mapping):
            return None
        data = data.get(key)
    return data


def text_of(value: Any) -> str:
    """A text or a number on one line; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(str(value).split())


def _image(value: Any, path: Path) -> tuple[str, Path]:
    if isinstance(value, str):
        return value.strip(), path
    if isinstance(value, (list, tuple)) and value:
        return _image(value[0], (*path, 0))
    if isinstance(value, Mapping):
        found = ((value.get(key), key) for key in INSIDE)
        return next(
            ((v.strip(), (*path, k)) for v, k in found if isinstance(v, str) and v), ("", ())
        )
    return "", ()
