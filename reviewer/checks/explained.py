"""What is to be read about a code: of a rule, of the schema, or declared by a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.checks.field_codes import FIELD_CODES, field_codes, is_declared
from reviewer.checks.registry import rule_of, rules
from reviewer.checks.rule import Group

if TYPE_CHECKING:
    from reviewer.checks.rule import Rule


@dataclass(frozen=True, slots=True)
class Explained:
    """A code in words; ``rule`` is there where a rule of its own finds it."""

    code: str
    name: str
    group: Group
    what: str
    why: str
    rule: Rule | None = None

    @property
    def severity(self) -> str:
        """How bad its findings are; fields decide that each for itself."""
        return self.rule.severity.label if self.rule else "as the field says"


def explained(code: str) -> Explained:
    """What there is to say of a code, even where nobody knows it."""
    rule = rule_of(code)
    if rule is not None:
        return Explained(code, rule.name, rule.group, rule.what, rule.why, rule)
    field = field_codes().get(code)
    if field is not None:
        return Explained(code, field.name, Group.METADATA, field.what, field.why)
    if is_declared(code):
        what = "A rule across fields that the folder declares in reviewer.yml."
        return Explained(code, code.partition(":")[2], Group.METADATA, what, "")
    return Explained(code, code, Group.METADATA, code, "")


def all_explained() -> tuple[Explained, ...]:
    """All codes there are, by group, those of fields before the rules of their group."""
    fields = [explained(each.code) for each in sorted(FIELD_CODES, key=lambda each: each.code)]
    found = [*fields, *(explained(rule.code) for rule in rules())]
    order = list(Group)
    return tuple(sorted(found, key=lambda each: order.index(each.group)))
