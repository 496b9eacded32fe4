"""Every edit on every key of each file in cases/toml and cases/json keeps the contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.document.dialect import Dialect
from reviewer.document.edits import apply, invert
from reviewer.document.operations import EditRefused, Operation, SetValue, has, look_up
from reviewer.document.post import Post
from tests.measure.trials import faults, paths, trials

CASES = Path(__file__).parents[1] / "cases"
FENCES = {
    "toml": ("+++\n{}+++\nBody\n", "---toml\n{}---\nBody\n"),
    "json": ("{}\n\nBody\n", "---json\n{}---\nBody\n"),
}
OUTSIDE = "lines outside the entry changed"


def posts() -> list[tuple[str, bytes]]:
    """Each case in its usual fences, with LF and with CRLF, and in gray-matter's."""
    found = []
    for form, fences in FENCES.items():
        for file in sorted((CASES / form).iterdir()):
            usual, rare = (fence.replace("{}", file.read_bytes().decode()) for fence in fences)
            found.append((f"{file.name}-lf", usual.encode()))
            found.append((f"{file.name}-crlf", usual.replace("\n", "\r\n").encode()))
            found.append((f"{file.name}-in-dashes", rare.encode()))
    return found


def turns_a_table_into_a_value(post: Post, operation: Operation) -> bool:
    """TOML wants keys above all tables, so such an entry cannot stay in its place."""
    if post.format != "toml" or not isinstance(operation, SetValue):
        return False
    if not has(post.data, operation.path):
        return False
    old = look_up(post.data, operation.path)
    new = operation.value if isinstance(operation.value, list) else [operation.value]
    stays = bool(new) and all(isinstance(item, dict) for item in new)
    return isinstance(old, (dict, list)) and not (stays and type(old) is type(operation.value))


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in posts()])
def test_every_edit_keeps_the_contract(data: bytes) -> None:
    post = Post.from_bytes(data, dialect=Dialect.YAML_1_2)
    assert post.data
    wrong = []
    for path in paths(post.data):
        for operation in trials(post.data, path):
            try:
                changed = post.apply(operation)
            except EditRefused:
                continue
            found = set(faults(post, changed, operation))
            if turns_a_table_into_a_value(post, operation):
                found.discard(OUTSIDE)
            if apply(changed.text, invert(post.text, changed.edits)) != post.text:
                found.add("cannot be taken back")
            if found:
                wrong.append((operation, found))
    assert not wrong
