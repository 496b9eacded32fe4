"""The plain reader gives what the full reader gives, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.document.dialect import Dialect
from reviewer.document.post import Post
from reviewer.site.reading.full import read_full_head
from reviewer.site.reading.head import body_of, plain_head, read_head
from tests.measure.contract import trial_parts
from tests.measure.reading import read_both_ways
from tests.support.corpora import require_corpora
from tests.support.exact import exact
from tests.support.plain_texts import POSTS
from tests.support.sites import sample_site

LIMITS = settings(
    max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
every_dialect = pytest.mark.parametrize("dialect", Dialect)

PLAIN = {
    "nothing": "",
    "comments": "# a\n\n  # b\n",
    "texts": 'title: Two words\na: "it\'s"\nb: \'say "x"\'\nc: http://x.org/#a?b=c:d\n',
    "escapes": 'a: "say \\"x\\""\nb: \'it\'\'s\'\nc: "a\\\\b\\nc"\n',
    "comments behind values": "a: x # c\nb: \"x\" # c\nc: 'x' # c\nd: [x] # c\ne: # c\n",
    "numbers": "a: 1\nb: -0.0\nc: 1e3\nd: 0x1F\ne: 010\nf: 1_000\ng: 12:30\nh: .nan\ni: 08\n",
    "words": "a: yes\nb: Off\nc: ~\nd: null\ne: TRUE\nf: y\ng:\nh: Null\n",
    "dates": "date: 2026-02-01 06:54:02\na: 2026-02-01\nb: 2026-02-01T06:54:02\n",
    "zones": "a: 2026-02-01 06:54:02 +0530\nb: 2026-02-01T06:54:02.5Z\nc: 2026-2-1\n",
    "half dates": "a: 2026-02-01 06:54\nb: 2026-02-01T06\nc: 2026-02-01 was cold\n",
    "lists": 'a:\n  - x\n  - "y"\n  -\nb:\n- 1\n# c\n-   two words\nc:\n',
    "flow lists": "a: [x, \"y, z\", 'q', 1, two words]\nb: []\nc: [ ]\nd: [-1, true,]\n",
    "maps": "a:\n  b:\n    c: 1\n  d: 2\ne:\n   f:\n   - g\n",
    "lists of maps": "a:\n  - b: 1\n    c: 2\n  -\n    d: 3\n  - e:\n      - f\n    g: 4\nh: 5\n",
    "literal texts": "a: |\n  One.\n\n    Two # no comment.\n\nb: |- # c\n  x: y\n",
    "folded texts": "a: >\n\n  One\n  two.\n\n\n  Three.\nb: >-\n    - four\n# c\n",
    "texts in lists": "a:\n- |\n  x\n- b: >\n    y\n    z\n  c: 1\n",
    "other scripts": "title: Überraschung – 日本 🎉\nétiquette: a\xa0b\nz: 👩\u200d💻\n",
}

ODD = {
    "bom": b"\xef\xbb\xbf---\na: 1\n---\nbody\n",
    "bom and crlf": b"\xef\xbb\xbf---\r\na: 1\r\n---\r\nbody\r\n",
    "no body": b"---\na: 1\n---",
    "blanks behind the closing line": b"---\na: 1\n--- \t\nbody\n",
    "bad bytes in the body": b"---\na: 1\n---\n\xff\xc3(",
    "crlf in the body alone": b"---\na: 1\n---\nb\r\n\r",
    "a heading": b"# Title: more\n---\ntitle: x\n---\n",
    "a text": b"Words\ntitle: x\n---\n\xff",
    "a text behind a bom": b"\xef\xbb\xbfWords",
    "crlf here and there": b"---\r\na: >\n  x\r\n  y\n---\r\nb\n",
}


def _both(data: bytes, dialect: Dialect) -> tuple[object, object]:
    return exact(plain_head(data, dialect)), exact(read_full_head(data, dialect))


@every_dialect
@pytest.mark.parametrize("name", PLAIN)
def test_plain_front_matter_is_read_without_a_parser(name: str, dialect: Dialect) -> None:
    plain, full = _both(f"---\n{PLAIN[name]}---\nbody\n".encode(), dialect)
    assert plain == full


@every_dialect
@pytest.mark.parametrize("name", ODD)
def test_odd_files_around_plain_front_matter(name: str, dialect: Dialect) -> None:
    plain, full = _both(ODD[name], dialect)
    assert plain == full


@every_dialect
@pytest.mark.parametrize("name", PLAIN)
def test_line_ends_of_windows_change_nothing(name: str, dialect: Dialect) -> None:
    block = PLAIN[name].replace("\n", "\r\n")
    plain, full = _both(f"---\r\n{block}---\r\nbody\r\n".encode(), dialect)
    assert plain == full


@LIMITS
@given(POSTS, st.sampled_from(Dialect))
def test_any_post_is_read_alike_or_left_to_the_full_reader(data: bytes, dialect: Dialect) -> None:
    full = read_full_head(data, dialect)
    assert exact(plain_head(data, dialect) or full) == exact(full)
    assert exact(read_head(data, dialect)) == exact(full)


@LIMITS
@given(POSTS, st.sampled_from(Dialect))
def test_head_and_body_are_the_whole_text(data: bytes, dialect: Dialect) -> None:
    head = read_head(data, dialect)
    assert head.text + body_of(data, head) == Post.from_bytes(data).text


@LIMITS
@given(POSTS, st.sampled_from(Dialect))
def test_the_head_says_what_the_post_says(data: bytes, dialect: Dialect) -> None:
    head, opened = read_full_head(data, dialect), Post.from_bytes(data, dialect=dialect)
    assert head.text == opened.text[: opened.body_span.start]
    assert (head.format or None) == opened.format
    assert exact(head.data) == exact(opened.data if isinstance(opened.data, dict) else {})
    assert (head.notes, head.read_only, head.encoding) == (
        opened.notes,
        opened.read_only,
        opened.encoding,
    )
    assert head.problem_line == (opened.problem.where.line if opened.problem else 0)


def test_the_body_of_other_encodings() -> None:
    data = "\ufeff---\na: 1\n---\nbody\n".encode("utf-16-le")
    assert body_of(data, read_head(data, Dialect.YAML_1_1)) == "body\n"


@every_dialect
def test_all_posts_of_the_sample_site(dialect: Dialect) -> None:
    files = [file.read_bytes() for file in sample_site().rglob("*.md")]
    heads = [plain_head(data, dialect) for data in files]
    full = [read_full_head(data, dialect) for data in files]
    assert [exact(a or b) for a, b in zip(heads, full, strict=True)] == [exact(b) for b in full]
    assert sum(head is not None for head in heads) > len(files) / 2


@pytest.mark.parametrize(
    ("part", "least"), [("sites", 0.8), ("sites-crlf", 0.8), ("weird", 0.3), ("conformance", 0.2)]
)
def test_real_posts(part: str, least: float) -> None:
    found = read_both_ways(part, trial_parts(require_corpora())[part]())
    assert found.faults == []
    assert found.plain > least * found.posts


def test_no_two_posts_share_a_value_that_could_be_changed() -> None:
    data = b"---\na: [x]\nb:\n- y\nc: |\n  z\nd:\n  e: 1\n---\n"
    first = read_head(data, Dialect.YAML_1_1).data
    first["a"].append(1)
    first["b"].append(1)
    first["d"]["f"] = 1
    again = read_head(data.replace(b"z", b"other"), Dialect.YAML_1_1).data
    assert again == {"a": ["x"], "b": ["y"], "c": "other\n", "d": {"e": 1}}
