"""All rules there are: those that come with Reviewer, and those of installed packages.

A package offers rules through the entry-point group ``reviewer.rules``, each
entry a ``Rule`` or a list of them. A content folder can name rules but never
bring any: opening somebody's posts must not run their code.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import reviewer.checks.rules as own
from reviewer.checks.rule import Group, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "reviewer.rules"
_log = logging.getLogger(__name__)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by group and code."""
    # Only now, since it takes its time and windows start without rules.
    from importlib.metadata import entry_points

    found = {rule.code: rule for rule in _installed(entry_points(group=ENTRY_POINTS))}
    found |= {rule.code: rule for rule in _own()}
    order = list(Group)
    return tuple(sorted(found.values(), key=lambda rule: (order.index(rule.group), rule.code)))


def rule_of(code: str) -> Rule | None:
    """The rule that is called so."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in rules()}


def _own() -> Iterator[Rule]:
    for module in walk_packages(own.__path__, f"{own.__name__}."):
        found = getattr(import_module(module.name), "RULE", None)
        if isinstance(found, Rule):
            yield found


def _installed(points: Iterable[EntryPoint]) -> Iterator[Rule]:
    for point in points:
        try:
            found = point.load()
        except Exception:  # noqa: BLE001 - whatever a foreign package does wrong, ours go on
            _log.warning("the rules of %s cannot be loaded", point.value, exc_info=True)
            continue
        for each in found if isinstance(found, list | tuple) else (found,):
            if isinstance(each, Rule):
                yield each
            else:
                _log.warning("%s is no rule", point.value)
