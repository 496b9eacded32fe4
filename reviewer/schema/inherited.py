"""Values that a site gives to posts which do not write them: Jekyll's defaults, Hugo's cascades."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INDEX = "_index."
"""How the file begins that speaks for a section of a Hugo site."""
_NO_VALUES = frozenset({"_target", "target", "params"})


@dataclass(frozen=True, slots=True)
class Inherited:
    """``values`` for the posts that all of ``matches`` fit."""

    values: Mapping[str, Any]
    matches: tuple[Match, ...] = ()

    def fits(self, path: str) -> bool:
        """Whether the post at ``path`` gets them."""
        return all(match.fits(path, None) for match in self.matches)


def jekyll_defaults(config: Mapping[str, Any], source: str = "") -> tuple[Inherited, ...]:
    """The ``defaults`` of a Jekyll configuration with their scopes."""
    entries = config.get("defaults")
    found: list[Inherited] = []
    for entry in entries if isinstance(entries, list) else []:
        values = entry.get("values") if isinstance(entry, dict) else None
        if isinstance(values, dict) and values:
            scope = entry.get("scope")
            matches = tuple(_scope(scope if isinstance(scope, dict) else {}, source))
            found.append(Inherited({str(key): each for key, each in values.items()}, matches))
    return tuple(found)


def _scope(scope: Mapping[Any, Any], source: str) -> Iterator[Match]:
    path = scope.get("path")
    place = "/".join(part for part in (source, str(path or "").strip("/")) if part)
    if "*" in place:
        yield Match(globs=(place, f"{place}/**"))
    elif place:
        yield Match(globs=(place, f"{place}/**", f"{place}*"))
    sort = scope.get("type")
    if sort == "pages":
        yield Match(excluded=("**/_*/**",))
    elif isinstance(sort, str) and sort:
        yield Match(globs=(f"**/_{sort}/**", *(("**/_drafts/**",) if sort == "posts" else ())))


def hugo_cascades(
    config: Mapping[str, Any], content: str, posts: Iterable[tuple[str, Any]]
) -> tuple[Inherited, ...]:
    """The ``cascade`` of a Hugo configuration and of the ``_index`` files among ``posts``."""
    found = list(_cascades(_named(config, "cascade"), content, content))
    for path, data in posts:
        folder, _slash, name = path.rpartition("/")
        if name.startswith(INDEX) and isinstance(data, Mapping):
            found += _cascades(_named(data, "cascade"), folder, content)
    return tuple(found)


def _cascades(cascade: Any, folder: str, content: str) -> Iterator[Inherited]:
    for each in cascade if isinstance(cascade, list) else [cascade]:
        if not isinstance(each, Mapping):
            continue
        values = {str(key): value for key, value in each.items() if key not in _NO_VALUES}
        params = each.get("params")
        values |= params if isinstance(params, dict) else {}
        target = each.get("target", each.get("_target"))
        matches = [Match(folders=(folder,))] if folder else []
        matches += _target(target if isinstance(target, Mapping) else {}, content)
        if values:
            yield Inherited(values, tuple(matches))


def _target(target: Mapping[Any, Any], content: str) -> Iterator[Match]:
    path = _named(target, "path")
    if isinstance(path, str) and path.strip("{}/"):
        place = f"{content}/{path.strip('/')}".strip("/")
        yield Match(globs=(place, f"{place}.*", f"{place}/index.*", f"{place}/_index.*"))
    if _named(target, "kind") == "page":
        yield Match(excluded=("**/_index.*",))


def _named(config: Mapping[Any, Any], name: str) -> Any:
    """Hugo does not heed the case of its keys."""
    return next((value for key, value in config.items() if str(key).lower() == name), None)
