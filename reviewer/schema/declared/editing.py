"""Changes ``reviewer.yml`` in place: one setting, every other byte as it was.

The Schema view calls these when an editor accepts or adjusts a rule. The file
is edited as front matter is, so that comments, order and quotes stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.document.operations import EditRefused
from reviewer.document.post import Post
from reviewer.document.source import Source
from reviewer.schema.declared.attributes import BY_ATTRIBUTE, NESTED
from reviewer.schema.declared.reading import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.operations import Path

_FENCE = "---"
_MARK = re.compile(r"^(?:---|\.\.\.)(?:\s|$)", re.MULTILINE)
_FIRST = f"version: {VERSION}\n"

FieldPath = tuple[str | int, ...]
"""Names from the outside in; any index stands for the items of a list."""


def place_of(type_name: str, field: FieldPath) -> Path:
    """Where the file keeps a field of a type ("" for the fields of all posts)."""
    path: list[Any] = ["types", type_name] if type_name else []
    for index, key in enumerate(field):
        if isinstance(key, int):
            path.append("item")
        else:
            path += ["fields", key]
        if index == 0 and isinstance(key, int):
            raise EditRefused("A post is no list.")
    return tuple(path)


def set_attribute(text: str, type_name: str, field: FieldPath, attribute: str, value: Any) -> str:
    """The file with one attribute of one field stated; raises ``EditRefused``."""
    setting = BY_ATTRIBUTE.get(attribute)
    if setting is None:
        raise EditRefused(f"{attribute} cannot be declared.")
    path = (*place_of(type_name, field), setting.key)
    return _edited(text, path, setting.codec.write(value))


def drop_attribute(text: str, type_name: str, field: FieldPath, attribute: str) -> str:
    """The file without that statement: what is imported or learnt counts again."""
    setting = BY_ATTRIBUTE.get(attribute)
    if setting is None:
        raise EditRefused(f"{attribute} cannot be declared.")
    return _without(text, (*place_of(type_name, field), setting.key))


def drop_field(text: str, type_name: str, field: FieldPath) -> str:
    """The file without anything about the field."""
    return _without(text, place_of(type_name, field))


def has_type(text: str, type_name: str) -> bool:
    """Whether the file speaks of a type; raises ``EditRefused`` where it is broken."""
    return _opened(text).place(("types", type_name)) is not None


def set_match(text: str, type_name: str, settings: dict[str, Any]) -> str:
    """The file with the rule that says which posts are of a type."""
    return _edited(text, ("types", type_name, "match"), settings)


def set_setting(text: str, path: Sequence[str], value: Any) -> str:
    """The file with any other setting, such as ``("checks", "spelling")``."""
    return _edited(text, tuple(path), value)


def ignore_rule(text: str, code: str) -> str:
    """The file with a rule among those that do not run; raises ``EditRefused``."""
    path = ("checks", "ignore")
    known = _at(_opened(text or _FIRST).data, path)
    known = [known] if isinstance(known, str) else known or []
    if not isinstance(known, list):
        raise EditRefused("checks.ignore should be a list of rules and groups.")
    return text if code in known else set_setting(text, path, [*known, code])


def _edited(text: str, path: Path, value: Any) -> str:
    post = _opened(text or _FIRST)
    return _closed(post.set(_begun(post, path), _nested(post, path, value)))


def _begun(post: Post, path: Path) -> Path:
    """The outermost part of ``path`` that is not there yet, or all of it."""
    for length in range(1, len(path)):
        if post.place(path[:length]) is None or _at(post.data, path[:length]) is None:
            return path[:length]
    return path


def _nested(post: Post, path: Path, value: Any) -> Any:
    for key in reversed(path[len(_begun(post, path)) :]):
        value = {key: value}
    return value


def _at(data: Any, path: Path) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _without(text: str, path: Path) -> str:
    """Without the entry, and without groups that it leaves empty."""
    post = _opened(text)
    if post.place(path) is None:
        return text
    while len(path) > 1 and path[-2] != "types" and _is_alone(post, path):
        path = path[:-1]
    return _closed(post.unset(path))


def _is_alone(post: Post, path: Path) -> bool:
    holder = _at(post.data, path[:-1])
    return isinstance(holder, dict) and len(holder) == 1 and path[-2] not in NESTED


def _opened(text: str) -> Post:
    """The file as if it were the front matter of a post."""
    if _MARK.search(text):
        raise EditRefused(
            "The file has a line of three dashes.", remedy="Take the line out and try again."
        )
    line_end = "\r\n" if "\r\n" in text else "\n"
    whole = line_end.join((_FENCE, text, _FENCE, ""))
    post = Post(Source(whole), dialect=Dialect.YAML_1_2)
    if post.problem is not None:
        raise EditRefused(f"The file is broken: {post.problem.what}", remedy=post.problem.remedy)
    return post


def _closed(post: Post) -> str:
    margin = len(_FENCE) + len(post.line_end)
    return post.text[margin : len(post.text) - margin - len(post.line_end)]
