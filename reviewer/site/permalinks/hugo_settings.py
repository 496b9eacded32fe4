"""What of a Hugo site's configuration decides its URLs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reviewer.site.engines.probe import folder_path

_KINDS = ("page", "section", "taxonomy", "term")
_DATE_ALIASES = {
    "publishdate": ("publishdate", "pubdate", "published"),
    "lastmod": ("lastmod", "modified"),
    "expirydate": ("expirydate", "unpublishdate"),
}
_DATE_DEFAULTS = {
    "date": ("date", "publishdate", "lastmod"),
    "publishdate": ("publishdate", "date"),
    "lastmod": (":git", "lastmod", "date", "publishdate"),
    "expirydate": ("expirydate",),
}


@dataclass(frozen=True, slots=True)
class Mount:
    """A folder or file of the site that Hugo sees below its content folder."""

    source: str
    target: str = ""
    language: str = ""

    def seen(self, path: str) -> str | None:
        """The path below the content folder, or ``None`` for what lies elsewhere."""
        if path == self.source:
            return self.target
        if self.source and not path.startswith(f"{self.source}/"):
            return None
        rest = path[len(self.source) :].lstrip("/")
        return f"{self.target}/{rest}" if self.target else rest


@dataclass(frozen=True, slots=True)
class HugoSettings:
    """The settings of one language; all keys are in lower case, as Hugo reads them.

    ``permalinks`` are patterns by kind and section; ``dates`` the keys that give
    each of the four dates; ``ugly`` is true, false, or the sections that are.
    """

    base_url: str = ""
    mounts: tuple[Mount, ...] = ()
    languages: tuple[str, ...] = ("en",)
    default_language: str = "en"
    default_in_folder: bool = False
    permalinks: Mapping[tuple[str, str], str] = field(default_factory=dict)
    ugly: bool | frozenset[str] = False
    keeps_case: bool = False
    removes_accents: bool = False
    taxonomies: tuple[str, ...] = ("categories", "tags")
    dates: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: dict(_DATE_DEFAULTS))

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> HugoSettings:
        """The settings of the default language."""
        known = lowered(config)
        default = _text(known, "defaultcontentlanguage") or "en"
        languages = tuple(_mapping(known, "languages")) or (default,)
        taxonomies = _mapping(known, "taxonomies")
        site = cls(
            mounts=_mounts(known),
            languages=languages,
            default_language=default if default in languages else languages[0],
            default_in_folder=known.get("defaultcontentlanguageinsubdir") is True,
            keeps_case=known.get("disablepathtolower") is True,
            removes_accents=known.get("removepathaccents") is True,
            taxonomies=_texts(taxonomies) if "taxonomies" in known else cls().taxonomies,
            dates=_dates(_mapping(known, "frontmatter")),
        )
        return replace(site, **_spoken(known))

    def spoken(self, config: Mapping[str, Any], language: str) -> HugoSettings:
        """The settings with what the configuration says for one language."""
        known = lowered(config)
        own = _mapping(_mapping(known, "languages"), language)
        return replace(self, **_spoken({**known, **own}))

    def prefix(self, language: str) -> str:
        """The folder in which the pages of a language lie."""
        if language == self.default_language and not self.default_in_folder:
            return ""
        return language if language in self.languages and len(self.languages) > 1 else ""


def lowered(value: Any) -> Any:
    """The mapping with all keys in lower case, those inside too."""
    if isinstance(value, Mapping):
        return {str(key).lower(): lowered(each) for key, each in value.items()}
    return [lowered(each) for each in value] if isinstance(value, list) else value


def _spoken(config: Mapping[str, Any]) -> dict[str, Any]:
    ugly = config.get("uglyurls")
    return {
        "base_url": _text(config, "baseurl"),
        "permalinks": _permalinks(_mapping(config, "permalinks")),
        "ugly": frozenset(key for key, value in ugly.items() if value is True)
        if isinstance(ugly, Mapping)
        else ugly is True,
    }


def _permalinks(config: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for key, value in config.items():
        if isinstance(value, str):
            found[("page", key)] = found[("term", key)] = value
        elif isinstance(value, Mapping) and key in _KINDS:
            found |= {(key, name): each for name, each in value.items() if isinstance(each, str)}
    return {(kind, name.strip("/ ")): pattern for (kind, name), pattern in found.items()}


def _mounts(config: Mapping[str, Any]) -> tuple[Mount, ...]:
    """What is mounted by name, else the content folders of the site and its languages."""
    declared = _mapping(config, "module").get("mounts")
    read = (
        [_mount(each) for each in declared or () if isinstance(each, Mapping)]
        if isinstance(declared, list)
        else []
    )
    mounted = tuple(mount for mount in read if mount is not None)
    main = folder_path(config.get("contentdir"), "content")
    languages = _mapping(config, "languages")
    own = tuple(
        Mount(folder_path(each.get("contentdir"), main), "", language)
        for language, each in languages.items()
        if isinstance(each, Mapping) and each.get("contentdir")
    )
    beside = tuple(mount for mount in own if mount.source != main)
    return (*mounted, *beside) if mounted else (*beside, Mount(main))


def _mount(declared: Mapping[str, Any]) -> Mount | None:
    target = folder_path(declared.get("target"), "")
    if target != "content" and not target.startswith("content/"):
        return None
    matrix = _mapping(_mapping(declared, "sites"), "matrix").get("languages")
    language = matrix[0] if isinstance(matrix, list) and len(matrix) == 1 else declared.get("lang")
    named = language if isinstance(language, str) and "*" not in language else ""
    source = folder_path(declared.get("source"), "", beside=True)
    return Mount(source, target.removeprefix("content").strip("/"), named)


def _dates(config: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    found = dict(_DATE_DEFAULTS)
    for name, default in _DATE_DEFAULTS.items():
        own = config.get(name)
        keys = own if isinstance(own, list) else [own] if isinstance(own, str) else default
        found[name] = tuple(_unfolded(keys, default))
    return found


def _unfolded(keys: Any, default: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for key in keys:
        name = str(key).lower()
        inner = default if name == ":default" else (name,)
        for each in inner:
            found += _DATE_ALIASES.get(each, (each,))
    return list(dict.fromkeys(found))


def _mapping(config: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = config.get(key)
    return value if isinstance(value, Mapping) else {}


def _text(config: Mapping[str, Any], key: str) -> str:
    value = config.get(key)
    return value if isinstance(value, str) else ""


def _texts(config: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(value for value in config.values() if isinstance(value, str))
