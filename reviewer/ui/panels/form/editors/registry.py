"""The editors by name; ``fitting`` decides which one a value gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.form import fitting
from reviewer.ui.panels.form.editors.base import Kit
from reviewer.ui.panels.form.editors.choice import ChoiceEditor
from reviewer.ui.panels.form.editors.colour import ColourEditor
from reviewer.ui.panels.form.editors.date import DateEditor
from reviewer.ui.panels.form.editors.file import FileEditor
from reviewer.ui.panels.form.editors.group import GroupEditor
from reviewer.ui.panels.form.editors.items import ItemsEditor
from reviewer.ui.panels.form.editors.long_text import LongTextEditor
from reviewer.ui.panels.form.editors.number import NumberEditor
from reviewer.ui.panels.form.editors.reference import ReferenceEditor
from reviewer.ui.panels.form.editors.slug import SlugEditor
from reviewer.ui.panels.form.editors.tags import TagsEditor
from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.panels.form.editors.time import TimeEditor
from reviewer.ui.panels.form.editors.url import UrlEditor
from reviewer.ui.panels.form.editors.variant import VariantEditor
from reviewer.ui.panels.form.editors.yaml_text import YamlEditor
from reviewer.ui.panels.form.editors.yes_no import YesNoEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.ui.panels.form.editors.base import Editor
    from reviewer.ui.panels.form.intents import Intent
    from reviewer.ui.panels.form.thumbnails import Pictures
    from reviewer.ui.theme.theme import Theme

EDITORS: dict[str, type[Editor]] = {
    fitting.TEXT: TextEditor,
    fitting.LONG: LongTextEditor,
    fitting.NUMBER: NumberEditor,
    fitting.YES_NO: YesNoEditor,
    fitting.DATE: DateEditor,
    fitting.URL: UrlEditor,
    fitting.CHOICE: ChoiceEditor,
    fitting.TAGS: TagsEditor,
    fitting.LIST: ItemsEditor,
    fitting.GROUP: GroupEditor,
    fitting.YAML: YamlEditor,
    fitting.TIME: TimeEditor,
    fitting.COLOUR: ColourEditor,
    fitting.SLUG: SlugEditor,
    fitting.FILE: FileEditor,
    fitting.REFERENCE: ReferenceEditor,
    fitting.VARIANT: VariantEditor,
}


def make_kit(theme: Theme, send: Callable[[Intent], None], pictures: Pictures | None = None) -> Kit:
    """A kit whose editors are these."""

    def make(name: str) -> Editor:
        return EDITORS[name](kit)

    kit = Kit(theme, make, send, pictures)
    return kit
