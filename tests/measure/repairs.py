"""How well broken front matter is mended, measured on repairs that authors made themselves.

    python -m tests.measure.repairs [--verbose]

The first proposal for each broken block of the corpus is compared with what its
author made of it. Authors often rewrite a field in the same commit, which no
tool can guess, so others stand beside the exact figure: by words (texts that
differ in quotation marks and punctuation alone are equal), by the fields whose
words stood in the broken block at all, and for those repairs alone in which
the author changed no words.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.document.post import Post
from reviewer.document.repair.proposing import proposals
from tests.measure.contract import DIALECTS
from tests.support.corpora import require_corpora

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.document.repair.proposal import Proposal

WITHOUT = "(no proposal)"
_WORD = re.compile(r"\w+")
_FILE = ("dev", "repairs.jsonl")


@dataclass(frozen=True, slots=True)
class Case:
    """A broken block as its author had it, and as the author mended it."""

    name: str
    broken: str
    fixed: str
    dialect: Dialect

    @property
    def is_notation_alone(self) -> bool:
        """Whether the author changed no word, but for the side of a conflict that went."""
        broken, fixed = (Counter(_WORD.findall(text)) for text in (self.broken, self.fixed))
        return broken == fixed or ("<<<<<<<" in self.broken and fixed <= broken)


@dataclass(frozen=True, slots=True)
class Score:
    """What became of one case."""

    case: Case
    proposal: Proposal | None
    parses: bool
    exact: bool
    in_words: bool
    restored: bool

    @property
    def cause(self) -> str:
        """The first fault as it is told, without the name of the field."""
        if self.proposal is None:
            return WITHOUT
        return re.sub(r"“[^”]*”", "“…”", self.proposal.steps[0].what)


def cases(lines: Sequence[str]) -> Iterator[Case]:
    """The cases of a corpus, read as the engine of their site reads them."""
    for line in lines:
        row = json.loads(line)
        dialect = DIALECTS.get(row["site"], Dialect.YAML_1_1)
        yield Case(row["path"], row["broken_head"], row["fixed_head"], dialect)


def judged(case: Case) -> Score:
    """The first proposal beside the author's own repair."""
    found = proposals(_post(case.broken, case.dialect))
    wanted = _post(case.fixed, case.dialect).data
    if not found:
        return Score(case, None, False, False, False, False)
    mended = _post(found[0].text, case.dialect)
    data = mended.data
    known = _restorable(wanted, case.broken)
    return Score(
        case,
        found[0],
        mended.problem is None and not mended.read_only,
        data == wanted,
        _words(data) == _words(wanted),
        all(_words(data.get(key)) == _words(value) for key, value in known.items()),
    )


def _post(text: str, dialect: Dialect) -> Post:
    return Post.from_bytes(text.encode(), dialect=dialect)


def _words(value: Any) -> Any:
    """A value by its words alone."""
    if isinstance(value, Mapping):
        return {key: _words(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_words(each) for each in value]
    return _WORD.findall(str(value)) if isinstance(value, str) else value


def _restorable(wanted: Mapping[Any, Any], broken: str) -> dict[Any, Any]:
    """The author's fields whose name and words all stood in the broken block."""
    stock = Counter(_WORD.findall(broken))
    return {
        key: value
        for key, value in wanted.items()
        if not Counter(_WORD.findall(f"{key} {_flat(value)}")) - stock
    }


def _flat(value: Any) -> str:
    if isinstance(value, Mapping):
        return " ".join(f"{key} {_flat(each)}" for key, each in value.items())
    if isinstance(value, list):
        return " ".join(map(_flat, value))
    return "" if value is None else str(value)


def table(scores: Sequence[Score]) -> str:
    """The figures by cause, and in all."""
    heads = f"{'cause':84} {'cases':>5} {'parses':>6} {'exact':>6} {'words':>6} {'fields':>6}"
    rows = [heads]
    for cause, _count in Counter(score.cause for score in scores).most_common():
        rows.append(_row(cause, [each for each in scores if each.cause == cause]))
    rows.append(_row("all", scores))
    total = max(len(scores), 1)
    shares = [
        f"{name} {count / total:.0%}" for name, count in zip(_NAMES, _counts(scores), strict=True)
    ]
    notation = [each for each in scores if each.case.is_notation_alone]
    equal = sum(each.exact for each in notation)
    told = f"of {len(notation)} repairs in which the author changed no words: {equal} equal"
    return "\n".join([*rows, ", ".join(shares), told])


_NAMES = ("parsable", "data equal", "equal in words", "all fields that stood there")


def _counts(scores: Sequence[Score]) -> tuple[int, int, int, int]:
    return (
        sum(each.parses for each in scores),
        sum(each.exact for each in scores),
        sum(each.in_words for each in scores),
        sum(each.restored for each in scores),
    )


def _row(name: str, scores: Sequence[Score]) -> str:
    parses, exact, in_words, restored = _counts(scores)
    return f"{name[:84]:84} {len(scores):5} {parses:6} {exact:6} {in_words:6} {restored:6}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="show the cases that differ")
    args = parser.parse_args()
    file = require_corpora().joinpath(*_FILE)
    scores = [judged(case) for case in cases(file.read_text(encoding="utf-8").splitlines())]
    if args.verbose:
        for number, score in enumerate(scores):
            if not score.exact:
                told = score.proposal.text if score.proposal else WITHOUT
                flags = f"words {score.in_words} fields {score.restored}"
                print(f"== {number} {score.case.name} ({flags})\n{told}")
                print(f"-- author\n{score.case.fixed}")
    print(table(scores))


if __name__ == "__main__":
    main()
