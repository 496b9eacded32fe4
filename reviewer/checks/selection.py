"""Which rules run, how bad their findings are, and with which settings.

Said by the section ``checks`` of ``reviewer.yml``::

    checks:
      select: [metadata, sources]     # groups or codes; all where left out
      ignore: [long-sentence]
      rules:
        bare-link: off
        long-sentence: error          # or warning, or hint
        title-length: {severity: hint, most: 70}

and by the options of the command line, which go before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from reviewer import __version__
from reviewer.checks.field_codes import field_codes, is_declared
from reviewer.checks.registry import rule_of, rules
from reviewer.checks.rule import Group
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reviewer.checks.rule import Rule, Settings

SEVERITIES = {each.label: each for each in Severity}
OFF = (False, "off")
FIELDS = "fields"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A rule that runs, with the severity and the settings that it has here."""

    rule: Rule
    severity: Severity
    settings: Settings

    def __reduce__(self) -> tuple[Any, ...]:
        """Cross to other processes by the rule's code: its functions need not be able to."""
        return _recalled, (self.rule.code, self.severity, dict(self.settings))


def _recalled(code: str, severity: Severity, settings: dict[str, Any]) -> Chosen:
    rule = rule_of(code)
    assert rule is not None, f"the rule {code} is not installed here"
    return Chosen(rule, severity, settings)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings are wanted: groups and codes, all where ``select`` is empty.

    What is found by reading the front matter and by the schema counts as
    metadata; ``fields`` are these findings alone.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def has(self, code: str) -> bool:
        """Whether findings with this code are wanted."""
        rule = _rule(code)
        group = {Group.METADATA, FIELDS} if rule is None else {rule.group}
        names = {code, "all", *group}
        return names.isdisjoint(self.ignore) and not (self.select and names.isdisjoint(self.select))

    @property
    def is_of_fields(self) -> bool:
        """Whether no rule is wanted that looks at texts, which saves loading them all."""
        return bool(self.select) and all(map(_is_of_fields, self.select))

    def unknown(self) -> list[str]:
        """Those of the names that are neither groups nor codes."""
        return [each for each in (*self.select, *self.ignore) if not is_name(each)]


ALL = Choice()


def _rule(code: str) -> Rule | None:
    """The rule, not looked for among those that look at texts where the code is a field's."""
    return None if _is_of_fields(code) else rule_of(code)


def _is_of_fields(name: str) -> bool:
    return name == FIELDS or name in field_codes() or is_declared(name)


def is_name(name: str) -> bool:
    """Whether there is a group or code of this name, of rules or of fields."""
    return _is_of_fields(name) or _is_known(name)


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that run; ``wrong`` says what of the settings cannot be used, in plain words."""

    chosen: tuple[Chosen, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The same text for rules that find the same."""
        said = [
            (each.rule.code, int(each.severity), sorted(each.settings.items()))
            for each in self.chosen
        ]
        return sha256(repr((__version__, said)).encode()).hexdigest()

    def only(self, choice: Choice) -> Selection:
        """Those of the rules that are wanted."""
        return replace(
            self, chosen=tuple(each for each in self.chosen if choice.has(each.rule.code))
        )


def select(said: Mapping[str, Any] | None = None) -> Selection:
    """What the section ``checks`` of a folder's ``reviewer.yml`` chooses."""
    said = said if isinstance(said, Mapping) else {}
    wrong: list[str] = []
    wanted = _names(said, "select", wrong)
    unwanted = _names(said, "ignore", wrong)
    own = said.get("rules") or {}
    if not isinstance(own, Mapping):
        wrong.append("checks.rules should have the codes of rules as keys.")
        own = {}
    wrong += (f"There is no rule {code}." for code in own if not _is_known(str(code)))
    found = tuple(_chosen(wanted, unwanted, own, wrong))
    return Selection(found, tuple(wrong))


def _chosen(
    wanted: Collection[str], unwanted: Collection[str], own: Mapping[Any, Any], wrong: list[str]
) -> Iterator[Chosen]:
    for rule in rules():
        said = own.get(rule.code)
        is_wanted = _named(rule, wanted) if wanted else rule.is_on or said is not None
        if is_wanted and said not in OFF and not _named(rule, unwanted):
            yield _tuned(rule, said, wrong)


def _tuned(rule: Rule, said: Any, wrong: list[str]) -> Chosen:
    values = dict(said) if isinstance(said, Mapping) else {}
    named = values.pop("severity", None) if values else said
    severity = SEVERITIES.get(str(named), rule.severity)
    if named not in (None, True, "on") and str(named) not in SEVERITIES:
        wrong.append(f"{rule.code}: a severity is error, warning or hint, not {named!r}.")
    settings = rule.defaults
    for name, value in values.items():
        if name not in settings:
            wrong.append(f"{rule.code} has no option {name}.")
        elif type(value) is not type(settings[name]):
            wrong.append(f"{rule.code}: {name} should be like {settings[name]!r}.")
        else:
            settings[name] = value
    return Chosen(rule, severity, settings)


def _names(said: Mapping[str, Any], key: str, wrong: list[str]) -> tuple[str, ...]:
    found = said.get(key)
    found = [found] if isinstance(found, str) else found or []
    if not isinstance(found, list):
        wrong.append(f"checks.{key} should be a list of rules and groups.")
        return ()
    unknown = [name for name in found if not _is_known(str(name))]
    wrong += (f"checks.{key}: there is no rule or group {name}." for name in unknown)
    return tuple(map(str, found))


def _named(rule: Rule, names: Collection[str]) -> bool:
    return bool({rule.code, str(rule.group), "all"} & set(names))


def _is_known(name: str) -> bool:
    return name == "all" or any(name in (rule.code, rule.group) for rule in rules())
