"""Every text that a user sees passes here, so that it can be translated.

Plain gettext rather than Qt's translator: presenters know no Qt and speak to
the user all the same.
"""

from __future__ import annotations

import gettext
from functools import cache

DOMAIN = "reviewer"


def tr(text: str, **values: object) -> str:
    """``text`` in the user's language, its ``{names}`` filled with ``values``."""
    translated = _catalogue().gettext(text)
    return translated.format(**values) if values else translated


def tr_count(one: str, many: str, count: int, **values: object) -> str:
    """``one`` or ``many``, as ``count`` asks; ``{count}`` has thousands separated."""
    template = _catalogue().ngettext(one, many, count)
    return template.format(count=f"{count:,}", **values)


@cache
def _catalogue() -> gettext.NullTranslations:
    # gettext's own functions look on disk at each call; a list paints far too often for that.
    return gettext.translation(DOMAIN, fallback=True)
