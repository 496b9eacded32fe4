"""Where the site's server stands, and what the page says of it, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.site.serving.offers import Offer


class Phase(Enum):
    """What there is to see."""

    NO_ENGINE = "no engine"
    MISSING = "missing"
    OFFERED = "offered"
    STARTING = "starting"
    RUNNING = "running"
    FAILED = "failed"


BUSY = (Phase.STARTING, Phase.RUNNING)


@dataclass(frozen=True, slots=True)
class Status:
    """What the page says: ``code`` is a line to be copied, ``action`` the button's label."""

    phase: Phase
    title: str = ""
    text: str = ""
    code: str = ""
    action: str = ""


def status_of(phase: Phase, offer: Offer | None, error: str = "") -> Status:
    """The words for a phase."""
    label = offer.recipe.label if offer else ""
    if phase is Phase.NO_ENGINE:
        return Status(phase, tr("No site to show"), tr(NO_ENGINE))
    if phase is Phase.MISSING and offer is not None and offer.missing is not None:
        text = tr("Once it is installed, this post can be seen here on the real site. Run:")
        return Status(phase, offer.missing.what, text, offer.missing.how, tr("Look again"))
    if phase is Phase.OFFERED and offer is not None:
        start = tr("Start {engine}", engine=label)
        return Status(phase, tr("See this post on the real site"), tr(OFFERED), offer.shown, start)
    if phase is Phase.STARTING:
        text = tr("A large site takes a while the first time.")
        return Status(phase, tr("{engine} is building the site…", engine=label), text)
    if phase is Phase.FAILED:
        title = tr("{engine} could not go on", engine=label)
        return Status(phase, title, error, action=tr("Start again"))
    return Status(phase)


NO_ENGINE = (
    "This folder is not built by Jekyll, Hugo, MkDocs, Zola, Astro or Eleventy, "
    "the engines that Reviewer can run."
)
OFFERED = (
    "The site’s own engine builds it as it will be published, drafts and future posts "
    "included, and follows what you save. It runs the folder’s own code:"
)
