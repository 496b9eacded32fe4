"""What a user wants of the form, as values: widgets send them, the presenter decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.schema.finding import Fix


@dataclass(frozen=True, slots=True)
class Typed:
    """The text of a field is now this; what value that is depends on the field's kind."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class PointedAt:
    """The preview shall show where this field stands in the article."""

    path: Path


@dataclass(frozen=True, slots=True)
class Chosen:
    """The field shall have this very value."""

    path: Path
    value: Any


@dataclass(frozen=True, slots=True)
class TypedYaml:
    """The field shall have the value that this YAML text describes, once it can be read."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class TypedItem:
    """The item at ``index`` is now this text; behind the last one a new item begins."""

    path: Path
    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Inserted:
    """A new item before ``index``; ``value`` None asks for an empty one of the list's kind."""

    path: Path
    index: int
    value: Any = None


@dataclass(frozen=True, slots=True)
class Removed:
    """The item at ``index`` shall go."""

    path: Path
    index: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The item at ``old`` shall stand at ``new``."""

    path: Path
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Opened:
    """An absent group or list shall be laid out, ready to be filled."""

    path: Path


@dataclass(frozen=True, slots=True)
class Mended:
    """A fix was clicked."""

    path: Path
    fix: Fix


@dataclass(frozen=True, slots=True)
class Reverted:
    """The field shall be again as it is on disk."""

    path: Path


@dataclass(frozen=True, slots=True)
class Left:
    """The keyboard focus has left the field: typing ends here."""

    path: Path


@dataclass(frozen=True, slots=True)
class Visited:
    """The field's address shall be opened in the browser."""

    path: Path
    url: str


@dataclass(frozen=True, slots=True)
class MenuAsked:
    """The menu of a field was asked for, at a place on the screen."""

    path: Path
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Varied:
    """The group shall be the variant of this name."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Doubled:
    """The item at ``index`` shall stand there twice."""

    path: Path
    index: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """The button beside the input was pressed: to pick a file or colour, to make a slug."""

    path: Path


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files, by their absolute paths, were dropped on the field."""

    path: Path
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """The folder shall be asked what this text may become in the field."""

    path: Path
    text: str


Intent = (
    Typed
    | PointedAt
    | Chosen
    | TypedYaml
    | TypedItem
    | Inserted
    | Removed
    | Moved
    | Opened
    | Mended
    | Reverted
    | Left
    | Visited
    | MenuAsked
    | Varied
    | Doubled
    | Pressed
    | Dropped
    | Sought
)
