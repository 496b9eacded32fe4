"""Front Matter CMS: ``frontmatter.json``, its split settings and what it extends.

Source: vscode-front-matter 10.10.0 (b2787a0) and its documentation. Scripts,
actions and dynamic configurations of it are code and never run.
"""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Option
from reviewer.schema.imports import files
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.front_matter_fields import Setting, read_fields
from reviewer.schema.imports.front_matter_settings import Settings, gather
from reviewer.schema.imports.report import Report, Source, origin
from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.schema.field import Field
    from reviewer.schema.imports.node import Node

FORMAT = "front-matter"
MAIN = "frontmatter.json"
WORKSPACE = ".vscode/settings.json"
SPLIT = ".frontmatter/config"
TERMS = ".frontmatter/database/taxonomyDb.json"

_LOOK = "It is about how the other tool shows things."
_NEW = "It is about how new files are made and named."
_CODE = "It is code, which is never run."
_DELETES = "Reviewer never takes an empty field out by itself."
_LANGUAGES = "Languages are not told apart; each post is read as it stands."
_TYPE = {
    **dict.fromkeys(("fileType", "pageBundle", "template", "filePrefix", "defaultFileName"), _NEW),
    **dict.fromkeys(("allowAsSubContent", "isSubContent"), _NEW),
    **dict.fromkeys(("previewPath", "trailingSlash"), _LOOK),
    "postScript": _CODE,
    "clearEmpty": _DELETES,
}
_FOLDER = {
    **dict.fromkeys(("title", "previewPath", "trailingSlash"), _LOOK),
    **dict.fromkeys(("filePrefix", "disableCreation"), _NEW),
    **dict.fromkeys(("defaultLocale", "locales"), _LANGUAGES),
}
_GLOBBING = "*?[{"


def find(root: Path) -> Iterator[Source]:
    """The folder's settings; their main file stands for all of them."""
    nested = sorted(f"{name}/{MAIN}" for name in _folders(root))
    for file in (MAIN, *nested):
        if files.exists(root, file):
            yield Source(FORMAT, file, root)
            return
    split = files.below(root, SPLIT, (".json",))
    if split:
        yield Source(FORMAT, split[0], root)
    elif files.exists(root, WORKSPACE):
        text = files.read_text(Report(Source(FORMAT, WORKSPACE, root)), WORKSPACE)
        if text and '"frontMatter.' in text:
            yield Source(FORMAT, WORKSPACE, root)


def _folders(root: Path) -> list[str]:
    try:
        return [each.name for each in root.iterdir() if each.is_dir() and each.name[0] not in "._"]
    except OSError:
        return []


def load(source: Source, report: Report) -> None:
    """Read all settings into ``report``."""
    settings = gather(report)
    setting = _setting(settings, report)
    types = [_type(each, setting) for each in settings.groups("taxonomy.contentTypes")]
    by_name = {each.name: each for each in types}
    places = [_place(each, by_name) for each in settings.groups("content.pageFolders")]
    report.types.extend(_matched(types, [place for place in places if place is not None]))
    settings.finish()


def _setting(settings: Settings, report: Report) -> Setting:
    """What fields must know of the settings around them."""
    terms = _terms(settings, report)
    for name, options in terms.items():
        node = settings.node(f"taxonomy.{name}") or settings.root
        report.suggest(name, options, node)
    public = settings.node("content.publicFolder")
    return Setting(
        report,
        groups=settings.by_id("taxonomy.fieldGroups", "fields"),
        data_types=settings.by_id("data.types", "schema"),
        terms=terms,
        draft=settings.node("content.draftField"),
        media=_public_folder(public, report),
        date_format=settings.text("taxonomy.dateFormat"),
        comma_separated=frozenset(settings.texts("taxonomy.commaSeparatedFields")),
        lengths=_lengths(settings),
        slug=settings.text("taxonomy.slugTemplate"),
    )


def _public_folder(node: Node | None, report: Report) -> str:
    if node is None or isinstance(node.value, str):
        return node.value if node is not None else ""
    with Attributes(node, report, "content.publicFolder") as folder:
        folder.ignore({"relative": "Addresses are looked up by the rules of the site's engine."})
        return folder.text("path") or ""


def _lengths(settings: Settings) -> dict[str, int]:
    """The lengths that searches show, by field; -1 switches one off."""
    found: dict[str, int] = {}
    for key, name in (
        ("seoTitleLength", settings.text("taxonomy.seoTitleField") or "title"),
        ("seoDescriptionLength", settings.text("taxonomy.seoDescriptionField") or "description"),
        ("seoSlugLength", "slug"),
    ):
        length = settings.number(f"taxonomy.{key}")
        if length is not None and length > 0:
            found[name] = int(length)
    return found


def _terms(settings: Settings, report: Report) -> dict[str, tuple[Option, ...]]:
    """The known terms of each taxonomy."""
    found = {name: settings.texts(f"taxonomy.{name}") for name in ("tags", "categories")}
    for each in settings.groups("taxonomy.customTaxonomy"):
        with each:
            name = each.text("id")
            found[name or ""] = each.texts("options")
    if files.exists(report.source.root, TERMS):
        for name, terms in _database(report).items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *terms)))
    return {name: tuple(map(Option, terms)) for name, terms in found.items() if name and terms}


def _database(report: Report) -> dict[str, tuple[str, ...]]:
    node = files.read(report, TERMS)
    if node is None:
        return {}
    with Attributes(node, report, "taxonomyDb") as top:
        inner = top.group("taxonomy")
        if inner is None:
            return {name: top.texts(name) for name in top.names()}
        with inner:
            return {name: inner.texts(name) for name in inner.names()}


def _type(each: Attributes, setting: Setting) -> ContentType:
    with each:
        name = each.text("name")
        if name is None:
            each.refuse("name", "A content type needs a name.")
        fields = read_fields(each, "fields", setting)
        slug = each.text("slugTemplate") or setting.slug
        each.ignore(_TYPE)
    return ContentType(
        name or "default", _in_order(fields), slug_template=slug, origin=origin(each.origin)
    )


def _in_order(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    return tuple(replace(each, order=number) for number, each in enumerate(fields))


def _place(each: Attributes, types: dict[str, ContentType]) -> tuple[Match, tuple[str, ...]] | None:
    """A folder of pages and the types that its posts may have."""
    with each:
        path = each.text("path")
        names = each.texts("contentTypes")
        for name in names:
            if name not in types:
                each.refuse("contentTypes", f"There is no content type “{name}”.")
        deep = not each.flag("excludeSubdir")
        excluded = each.texts("excludePaths")
        each.ignore(_FOLDER)
        folder = _inside(path or "")
        if path is None or folder is None:
            each.refuse("path", "The path leads to no place in this folder.")
            return None
    base = f"{folder}/" if folder else ""
    ruled_out = tuple(f"{base}{part.strip('/')}{end}" for part in excluded for end in ("", "/**"))
    if any(sign in folder for sign in _GLOBBING):
        globs = (f"{base}**" if deep else f"{base}*",)
        return Match(globs=globs, excluded=ruled_out), names
    return Match(folders=(folder,), deep=deep, excluded=ruled_out), names


def _inside(path: str) -> str | None:
    """The path below the folder; ``None`` if it leads out of it."""
    rest = path.replace("\\", "/").removeprefix("[[workspace]]").lstrip("/")
    if path.startswith("/") or ":" in rest.split("/")[0]:
        return None
    found = posixpath.normpath(rest) if rest else "."
    return None if found.startswith("..") else found.removeprefix(".")


def _matched(
    types: list[ContentType], places: list[tuple[Match, tuple[str, ...]]]
) -> Iterator[ContentType]:
    """Each type once for each way in which a post can be of it.

    A post names its type, else its folder knows it, else it is of type ``default``.
    """
    for each in types:
        for key in ("fmContentType", "type"):
            yield replace(each, match=Match(values=((key, (each.name,)),)))
        for match, names in places:
            if names == (each.name,) or (each.name == "default" and len(names) != 1):
                yield replace(each, match=match)
        if each.name == "default" and not places:
            yield replace(each, match=Match(globs=("**",)))
