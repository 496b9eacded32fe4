"""The one style sheet of the window, made from the colour tokens.

Widgets say what they are through the property ``class`` (one or more words:
``primary``, ``link``, ``mute`` ...) and how they are through ``state``
(``error``, ``warning``, ``changed``). ``reviewer.ui.widgets.style`` sets both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = re.compile(r"@([a-z-]+)")


def stylesheet(colours: Mapping[str, str], *, dark: bool = False) -> str:
    """The sheet with every ``@token`` replaced; an unknown token raises KeyError."""
    folder = resource("themes")
    images = (folder / ("dark" if dark else "light")).as_posix()
    values = {**colours, "images": images}
    return VARIABLE.sub(lambda found: values[found[1]], (folder / "window.qss").read_text("utf-8"))
