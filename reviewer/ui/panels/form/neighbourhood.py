"""What the form asks about everything around its post: the site, its files, its other posts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.schema.field import Option
from reviewer.schema.neighbours import PATH, SLUG, value_of
from reviewer.site.index.messages import EVERYTHING, FOLDER, Found, Group, Scope, Search
from reviewer.ui.panels.form.media import Media

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reviewer.desk.workspace import Workspace
    from reviewer.schema.field import Field, Reference
    from reviewer.site.index.messages import Answer

    Told = Callable[[tuple[Option, ...]], None]

LANE = "form"
MOST = 30
"""Posts that are offered at once."""
LOOKED_AT = 2_000
"""Posts found that are asked for their type, where a reference wants one."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What ``text``, typed in the field ``name`` (dots lead inwards), may become."""

    name: str
    field: Field
    text: str


class Neighbourhood(Protocol):
    """The folder around a post, as its form needs it."""

    def inherited(self, path: str) -> Mapping[str, Any]:
        """What the site gives the post at ``path`` where it does not say otherwise."""
        ...

    def media(self, path: str, folder: str = "") -> Media | None:
        """The files that the post at ``path`` can name; ``None`` where there is no folder."""
        ...

    def seek(self, sought: Sought, told: Told) -> None:
        """Ask for values to choose from; told at once or later."""
        ...


class Alone:
    """A post without a folder around it."""

    def inherited(self, path: str) -> Mapping[str, Any]:
        """Nothing."""
        return {}

    def media(self, path: str, folder: str = "") -> Media | None:
        """None."""
        return None

    def seek(self, sought: Sought, told: Told) -> None:
        """Nobody knows any."""


class Desk:
    """The folder on the desk and its index."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def inherited(self, path: str) -> Mapping[str, Any]:
        """Jekyll's defaults, Hugo's cascades."""
        schema = self._workspace.schema
        return schema.around.values_for(path) if schema else {}

    def media(self, path: str, folder: str = "") -> Media | None:
        """The files of the folder."""
        opened = self._workspace.folder
        return Media(opened.root, path, folder) if opened else None

    def seek(self, sought: Sought, told: Told) -> None:
        """Posts by their title for a reference; else what posts write, with counts."""
        reference, text = sought.field.reference, sought.text
        if reference is None:
            self._workspace.librarian.values(sought.name, lambda answer: told(_values(answer)))
        elif reference.value not in (PATH, SLUG):
            name = reference.value
            self._workspace.librarian.values(name, lambda answer: told(_values(answer)))
        else:
            folder = reference.folder.strip("/")
            scope = Scope(FOLDER, folder) if folder else EVERYTHING
            search = Search(text, scope, "best" if text.strip() else "title", literal=True)
            self._workspace.librarian.search(
                search, lambda answer: told(tuple(self._posts(answer, reference))), LANE
            )

    def _posts(self, answer: Answer, reference: Reference) -> Iterator[Option]:
        found = answer.value
        if not isinstance(found, Found):
            return
        catalogue = self._workspace.catalogue
        left = MOST
        for post in found.ids[:LOOKED_AT]:
            path = catalogue.path(post)
            if left and path and self._is_of(path, reference.content_type):
                left -= 1
                yield Option(value_of(path, {}, reference.value), catalogue.title(post))

    def _is_of(self, path: str, content_type: str) -> bool:
        schema = self._workspace.schema
        return not content_type or (
            schema is not None and schema.name_for(path, None) == content_type
        )


def _values(answer: Answer) -> tuple[Option, ...]:
    group = answer.value
    if not isinstance(group, Group):
        return ()
    return tuple(
        Option(each.scope.value, "", each.count) for each in group.choices if each.scope.value
    )


def counted(
    known: Sequence[Option], found: Sequence[Option], *, others: bool
) -> tuple[Option, ...]:
    """The known values with the counts found, and ``others`` that posts write after them."""
    counts = {str(each.value): each.count for each in found}
    names = {str(each.value) for each in known}
    told = [replace(each, count=counts.get(str(each.value), each.count)) for each in known]
    return (*told, *(each for each in found if others and str(each.value) not in names))
