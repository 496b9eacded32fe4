"""A quick look at each value: fine beyond doubt, or worth a proper check.

Nearly all values of nearly all posts are fine. For each field of a content
type one small function is made once that knows the field's options and bounds;
it says yes only where the proper check would find nothing, so that the checks
that word findings run for suspects alone. A test holds both to each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.schema import bounds
from reviewer.schema.kinds.web import is_picture, what_is_wrong
from reviewer.schema.kinds.wording import lengths_beyond_doubt

if TYPE_CHECKING:
    from reviewer.schema.field import Field

Fine = Callable[[Any], bool]
_MAY_MISLEAD = re.compile(r"[yYnNoO0-9]")
"""How text begins that other readers may take for something else."""
LONGEST_MISLEADING = 12


def never(_value: Any) -> bool:
    """For fields that only a proper check can judge."""
    return False


def always(_value: Any) -> bool:
    """For fields about which nobody can say anything."""
    return True


def screen(field: Field, dialect: Dialect) -> Fine:
    """The quick look at values of a field."""
    if bounds.is_bounded(field) or field.when or field.multiple:
        return never
    make = _MAKERS.get(field.kind)
    return make(field, dialect) if make else never


def _switch(_field: Field, _dialect: Dialect) -> Fine:
    return lambda value: value is True or value is False


def _number(field: Field, _dialect: Dialect) -> Fine:
    if field.options:
        return never
    types = (int,) if field.kind == "int" else (int, float)
    low = float("-inf") if field.minimum is None else field.minimum
    high = float("inf") if field.maximum is None else field.maximum
    return lambda value: type(value) in types and low <= value <= high


def _moment(field: Field, _dialect: Dialect) -> Fine:
    zone_matters = bool(field.timezone) and field.zone_severity is not None
    if field.kind == "date":
        return lambda value: type(value) is date

    def fine(value: Any) -> bool:
        if type(value) is datetime:
            return not zone_matters or value.tzinfo is not None
        return type(value) is date

    return fine


def _text(field: Field, dialect: Dialect) -> Fine:
    known = frozenset(each.value for each in field.options if type(each.value) is str)
    least, most = lengths_beyond_doubt(field)
    careful = dialect is Dialect.YAML_1_2

    def fine(value: Any) -> bool:
        if (
            type(value) is not str
            or (known and value not in known)
            or not least <= len(value) <= most
        ):
            return False
        if careful and len(value) <= LONGEST_MISLEADING and _MAY_MISLEAD.match(value):
            return False
        return "\n" not in value

    def fine_lines(value: Any) -> bool:
        return fine(value.replace("\n", " ")) if type(value) is str else False

    if field.options and not known:
        return never
    return fine_lines if field.kind == "text" and not known else fine


def _choice(field: Field, dialect: Dialect) -> Fine:
    return _text(field, dialect) if field.options else never


def _url(_field: Field, _dialect: Dialect) -> Fine:
    def fine(value: Any) -> bool:
        return type(value) is str and value.startswith("http") and not what_is_wrong(value)

    return fine


def _image(_field: Field, _dialect: Dialect) -> Fine:
    return lambda value: type(value) is str and is_picture(value)


def _list(field: Field, dialect: Dialect) -> Fine:
    item = screen(field.item, dialect) if field.item else None
    if item is None:
        return (lambda value: type(value) is list) if field.kind == "list" else never

    def fine(value: Any) -> bool:
        if type(value) is not list:
            return False
        return all(each is not None and each != "" and item(each) for each in value)

    return fine


def _anything(field: Field, _dialect: Dialect) -> Fine:
    return never if field.item or field.fields or field.variants else always


_MAKERS: dict[str, Callable[[Field, Dialect], Fine]] = {
    "bool": _switch,
    **dict.fromkeys(("int", "float"), _number),
    **dict.fromkeys(("date", "datetime"), _moment),
    **dict.fromkeys(("string", "text"), _text),
    "enum": _choice,
    "url": _url,
    "image": _image,
    **dict.fromkeys(("list", "tags"), _list),
    **dict.fromkeys(("opaque", "hidden", "body"), _anything),
}
