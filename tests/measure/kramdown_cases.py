"""Prints how many of kramdown's own cases come out as kramdown has them.

``python -m tests.measure.kramdown_cases [--show TEXT]`` renders each case of
``conformance/kramdown`` with the options that stand beside it (as kramdown's own
tests do: without ids of headings where the case does not ask for them, and by
the parser without GitHub's rules) and compares the DOM. The cases are of kramdown
2.5, which writes the roles of footnotes into other elements than the 2.4 that the
flavour follows; so they are counted a second time with those roles left aside.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from reviewer.render.flavours.kramdown.flavour import Kramdown
from reviewer.render.flavours.kramdown.settings import Settings
from tests.measure.agreement_dom import Event, tree
from tests.support.corpora import corpora

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_ROLE = re.compile(r' role="doc-[a-z]+"')


class Case(NamedTuple):
    """A case of kramdown's, with the options that stand beside it."""

    name: str
    text: str
    html: str
    options: dict[str, Any]

    @property
    def group(self) -> str:
        """The construct that it is about."""
        return self.name.rpartition("/")[0] or self.name

    def settings(self) -> Settings:
        """The options beside the case."""
        settings = replace(Settings(), gfm=False, auto_ids=False, guess_lang=False)
        for name, value in self.options.items():
            settings = settings.having(str(name).removeprefix(":"), value)
        return settings

    def trees(self) -> tuple[list[Event], list[Event]]:
        """Ours and theirs."""
        return tree(self.ours()), tree(self.html)

    def ours(self) -> str:
        """What the flavour makes of it."""
        return Kramdown(self.settings()).to_html(self.text)

    def differs_by_roles_only(self) -> bool:
        """Whether only the roles of footnotes stand elsewhere."""
        return tree(_ROLE.sub("", self.ours())) == tree(_ROLE.sub("", self.html))


def cases(folder: Path) -> Iterator[Case]:
    """All cases of the large test data."""
    root = folder / "conformance" / "kramdown"
    for row in json.loads((root / "kramdown_tests.json").read_text("utf-8")):
        options = yaml.safe_load(row.get("options") or "") or {}
        yield Case(row["name"], row["text"], row["html"], options)


def failing(folder: Path) -> tuple[int, list[Case]]:
    """How many cases there are, and those that come out otherwise."""
    everything = list(cases(folder))
    pairs = ((each, each.trees()) for each in everything)
    return len(everything), [each for each, (ours, theirs) in pairs if ours != theirs]


def main() -> int:
    """Measure, and name what fails by group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", default="", help="show the cases whose names hold this text")
    args = parser.parse_args()
    folder = corpora()
    if folder is None:
        print("the large test data (shared/corpora) is not on this machine")
        return 0
    total, wrong = failing(folder)
    print(f"{total - len(wrong)} of {total}  {1 - len(wrong) / total:.2%}")
    wrong = [case for case in wrong if not case.differs_by_roles_only()]
    print(
        f"{total - len(wrong)} of {total}  {1 - len(wrong) / total:.2%}  but for roles of footnotes"
    )
    groups: dict[str, list[str]] = defaultdict(list)
    for case in wrong:
        groups[case.group].append(case.name.rpartition("/")[2])
    for group, names in groups.items():
        print(f"{group}: {', '.join(names)}")
    for case in wrong:
        if args.show and args.show in case.name:
            _show(case)
    return 0


def _show(case: Case) -> None:
    ours, theirs = case.trees()
    pairs = enumerate(zip(ours, theirs, strict=False))
    at = next((n for n, pair in pairs if pair[0] != pair[1]), 0)
    print(case.name, case.options)
    print(f"  ours   {ours[at : at + 4]}\n  theirs {theirs[at : at + 4]}")


if __name__ == "__main__":
    sys.exit(main())
