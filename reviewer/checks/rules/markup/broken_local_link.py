"""Links and images that lead to no file of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Every local address of the body; of doubtful ones nothing is said.

    Where no picture lies in the folder at all they are kept elsewhere.
    """
    if not subject.body.links or not subject.site.holds_media:
        return
    for link in subject.body.links:
        address = link.target
        if address == "/" or address.startswith(("#", "?", "//")) or ":" in address:
            continue
        if subject.site.has_target(subject.path, address) is False:
            what = "image" if link.is_image else "file"
            yield Said(f"There is no such {what}: {quoted(address, 120)}", span=link.at)


RULE = Rule(
    code="broken-local-link",
    name="Broken local link",
    group=Group.MARKUP,
    severity=Severity.WARNING,
    what="Links and images of the body that should lead to a file of the site, and none is there.",
    why="Readers get a page of errors, or a gap where the picture should be.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n![The curve](missing.png)\n",
        good="---\ntitle: Rates\n---\n\n![The curve](curve.png), [who](https://boj.or.jp),"
        " [below](#more)\n",
    ),
    check=check,
)
