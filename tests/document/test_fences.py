"""Front matter is found where the site engines find it, and nowhere else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reviewer.document.dialect import Dialect
from reviewer.document.fences import find, overlooked
from reviewer.document.post import Post
from tests.support.corpora import require_corpora

if TYPE_CHECKING:
    from pathlib import Path

ANY = Dialect.YAML_1_1


def parts(text: str, dialect: Dialect = ANY) -> tuple[str, str, str] | None:
    """Format, block and body of a text."""
    fence = find(text, dialect)
    if fence is None:
        return None
    return (
        fence.format,
        text[fence.block.start : fence.block.end],
        text[fence.closing.end :],
    )


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize(
    ("text", "block", "body"),
    [
        ("---\na: 1\n---\nbody", "a: 1\n", "body"),
        ("---  \na: 1\n---\t \nbody", "a: 1\n", "body"),
        ("---\r\na: 1\r\n---\r\nbody", "a: 1\r\n", "body"),
        ("---\na: 1\n...\nbody", "a: 1\n", "body"),
        ("---\na: 1\n---", "a: 1\n", ""),
        ("---\n---\nbody", "", "body"),
        ("---\n# only a comment\n---\n", "# only a comment\n", ""),
        ("---\na: |\n  x\n  ---\n---\n", "a: |\n  x\n  ---\n", ""),
        ("---\n- a\n- b\n---\n", "- a\n- b\n", ""),
    ],
)
def test_yaml_between_dashes(text: str, block: str, body: str, dialect: Dialect) -> None:
    assert parts(text, dialect) == ("yaml", block, body)


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "body",
        "---",
        "---\nTom Preston-Werner\ngithub.com/mojombo\n",
        "---\ntitle: never closed\n\nbody",
        "--- a rule with text\n---\n",
        "--\na: 1\n--\n",
        "Heading\n---\nbody",
        "Note: a heading in bold\n---\nbody",
        "Regards,\nTom: the editor\n---\n",
        "title: no closing line\nbody",
        "path: tree/master\nsource: metadata.md\n\n# Metadata\n\n---\n",
        "{% include x.html %}\n\nbody",
        "{: .class}\nbody",
        "{{< shortcode >}}\n",
        '{"a": 1} and more text\n',
        '{"a": 1\n\nbody',
        "+++\nnever = closed\n",
        "---ruby\nputs 1\n---\n",
    ],
)
def test_what_only_looks_like_front_matter_is_body(text: str, dialect: Dialect) -> None:
    assert find(text, dialect) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+++\na = 1\n+++\nbody", ("toml", "a = 1\n", "body")),
        ("---toml\na = 1\n---\nbody", ("toml", "a = 1\n", "body")),
        ("--- yaml\na: 1\n---\nbody", ("yaml", "a: 1\n", "body")),
        ('---json\n{"a": 1}\n---\nbody', ("json", '{"a": 1}\n', "body")),
        (';;;\n"a": 1\n;;;\nbody', ("json", '"a": 1\n', "body")),
        ('"a": 1\n;;;\nbody', ("json", '"a": 1\n', "body")),
        ('{\n  "a": "}"\n}\n\nbody', ("json", '{\n  "a": "}"\n}', "\nbody")),
        ("{}\nbody", ("json", "{}", "body")),
        ("---js\nlet a = 1;\n---\nbody", ("code", "let a = 1;\n", "body")),
        ("\n\n---\na: 1\n---\nbody", ("yaml", "a: 1\n", "body")),
        ("\n+++\na = 1\n+++\nbody", ("toml", "a = 1\n", "body")),
        ("----\na: 1\n----\nbody", ("yaml", "a: 1\n", "body")),
        ("---\ra: 1\r---\rbody", ("yaml", "a: 1\r", "body")),
        (
            "title: Old\ndate: 2012-01-01\n---\nbody",
            ("yaml", "title: Old\ndate: 2012-01-01\n", "body"),
        ),
        ("title: Old\ntags:\n- a\n  b\n---\n", ("yaml", "title: Old\ntags:\n- a\n  b\n", "")),
    ],
)
def test_engines_other_than_jekyll_know_more_forms(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert parts(text) == expected
    assert parts(text, Dialect.JEKYLL) is None


@pytest.mark.parametrize("text", ["\n---\nA rule above.\n\n---\n", "----\ntext\n----\n"])
def test_rules_around_text_are_no_front_matter(text: str) -> None:
    assert find(text, ANY) is None


@pytest.mark.parametrize(
    ("text", "dialect", "why"),
    [
        ("---\ntitle: x\n\nbody", ANY, "unclosed"),
        ("\n---\ntitle: x\n---\n", Dialect.JEKYLL, "not-first"),
        ("\n---\ntitle: x\n---\n", ANY, ""),
        ("---\nA signature\n", ANY, ""),
        ("---\na: 1\n---\n", Dialect.JEKYLL, ""),
    ],
)
def test_says_why_front_matter_is_not_seen(text: str, dialect: Dialect, why: str) -> None:
    assert overlooked(text, dialect) == why


@pytest.mark.parametrize("site", ["18f-jekyll", "jekyll-docs", "opensource-guide"])
def test_agrees_with_jekyll_on_every_file(site: str) -> None:
    folder = require_corpora() / "dev"
    answers = folder / "oracle" / f"jekyll-data.{site}.jsonl"
    wrong = []
    for line in answers.read_text(encoding="utf-8").splitlines():
        answer = json.loads(line)
        data = (folder / "sites" / site / answer["path"]).read_bytes()
        post = Post.from_bytes(data, dialect=Dialect.JEKYLL)
        if "error" not in answer and not _agrees(post, answer):
            wrong.append(answer["path"])
    assert not wrong


def _agrees(post: Post, answer: dict[str, object]) -> bool:
    if answer.get("none"):
        return post.format is None
    # Jekyll's expression swallows the blank lines behind the closing line.
    offset = answer["content_offset_chars"]
    assert isinstance(offset, int)
    return post.format == "yaml" and post.text[offset:].lstrip() == post.body.lstrip()


EXPECTED = {
    "---js": "code",
    "hexo-noopen": "yaml",
    "json": "json",
    "mmd?": None,
    "toml": "toml",
    "yaml": "yaml",
}


def test_finds_each_kind_of_the_oddest_files() -> None:
    folder: Path = require_corpora() / "dev" / "weird"
    wrong = []
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        kind = json.loads(line)
        post = Post.from_bytes((folder / kind["file"]).read_bytes(), dialect=Dialect.YAML_1_2)
        if kind["format"] in EXPECTED and post.format != EXPECTED[kind["format"]]:
            wrong.append((kind["file"], post.format))
    assert not wrong
