"""Whatever a file holds, reading it gives a post or a problem: never a crash or a long wait."""

from __future__ import annotations

import pytest

from reviewer.document.dialect import Dialect
from reviewer.document.operations import EditRefused
from reviewer.document.post import Post

SECONDS = 30
"""Far above what any of these takes; the naive way took minutes."""

DIGITS = "9" * 10_000
NUMBERS = {
    "yaml": f"---\na: {DIGITS}\nb: 0x{'f' * 10_000}\nc: {':'.join(['59'] * 5000)}\n---\n",
    "json": f'{{"a": {DIGITS}}}\n',
    "toml": f"+++\na = {DIGITS}\n+++\n",
    "toml, hex": f"+++\na = [1, {{b = 0x{'f' * 10_000}}}]\n+++\n",
}
LONG = {
    "yaml": "---\n" + "key: value\n" * 500_000 + "---\n",
    "yaml text": "---\na: " + "x" * 10_000_000 + "\n---\n",
    "json": '{"a": [' + "1, " * 1_000_000 + "1]}\n",
    "json that never ends": '{"' + "{" * 10_000_000,
    "json, deep": '{"a": ' * 2_000_000,
    "toml": "+++\n" + "".join(f"k{i} = 1\n" for i in range(200_000)) + "+++\n",
}
NOT_FRONT_MATTER = {
    "blank lines": "\n" * 10_000_000,
    "dashes": "-" * 10_000_000,
    "never closed": "title: x\n" * 2_000_000,
    "a long body": "---\na: 1\n---\n" + "x\n" * 5_000_000,
}


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("form", NUMBERS)
def test_a_number_of_thousands_of_digits_is_text_or_a_problem(form: str, dialect: Dialect) -> None:
    post = Post.from_bytes(NUMBERS[form].encode(), dialect=dialect)
    assert post.problem or repr(post.data)


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000"])
def test_an_escape_that_is_no_character_is_a_problem(escape: str) -> None:
    assert Post.from_bytes(f'---\na: "{escape}"\n---\n'.encode()).problem


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("name", LONG)
def test_front_matter_beyond_all_measure_is_told_and_left_alone(name: str) -> None:
    data = LONG[name].encode()
    post = Post.from_bytes(data)
    assert post.problem is not None
    with pytest.raises(EditRefused):
        post.set(("a",), 1)
    assert post.to_bytes() == data


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("name", NOT_FRONT_MATTER)
def test_a_long_text_is_read(name: str) -> None:
    data = NOT_FRONT_MATTER[name].encode()
    post = Post.from_bytes(data)
    assert post.problem is None
    assert post.to_bytes() == data
