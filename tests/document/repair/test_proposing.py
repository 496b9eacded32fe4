"""Broken front matter: what is proposed first, and what every proposal keeps to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.dialect import Dialect
from reviewer.document.edits import apply
from reviewer.document.post import Post
from reviewer.document.repair.proposing import proposals

SLIPS = {
    "title: Copper: a new high\nn: 1\n": 'title: "Copper: a new high"\nn: 1\n',
    "title: 'It's here'\n": 'title: "It\'s here"\n',
    'title: "Say "hi" to all"\n': "title: 'Say \"hi\" to all'\n",
    'title: "This" and "that"\n': 'title: \'"This" and "that"\'\n',
    'title: "One too many""\n': 'title: "One too many"\n',
    'title: "Open\ndate: 2026-01-01\nlead: "x"\n': 'title: "Open"\ndate: 2026-01-01\nlead: "x"\n',
    "title: “Curly: quotes”\n": 'title: "Curly: quotes"\n',
    "by: @anna\n": 'by: "@anna"\n',
    "by: `anna`\nn: 1\n": 'by: "`anna`"\nn: 1\n',
    'title: "A "late" day\ndate:2026-01-27\n': "title: 'A \"late\" day'\ndate: 2026-01-27\n",
    "title:Tight\nn: 1\n": "title: Tight\nn: 1\n",
    "tags:\n-a\n-b\n": "tags:\n- a\n- b\n",
    "tags:\n- a\n-b\n- c\n": "tags:\n- a\n- b\n- c\n",
    "n: 1\nredirect_to\nm: 2\n": "n: 1\nredirect_to:\nm: 2\n",
    "n: 1\ntags\n- a\n": "n: 1\ntags:\n- a\n",
    "n: 1\ntitle = T\n": "n: 1\ntitle: T\n",
    "title：T\nn: 1\n": "title: T\nn: 1\n",
    "nav:\n\tkey: a\n": "nav:\n  key: a\n",
    "lead: The text\ngoes on here\nn: 1\n": "lead: The text\n  goes on here\nn: 1\n",
    "tags: [a, b\nn: 1\n": "tags: [a, b]\nn: 1\n",
    "tags: [a, @b]\n": 'tags: [a, "@b"]\n',
    '"title": "T",\n"n": 1\n': '"title": "T"\n"n": 1\n',
    "<!-- no -->\nb: 2\n": "# <!-- no -->\nb: 2\n",
    "title: T\n  date: 2026-01-01\n": "title: T\ndate: 2026-01-01\n",
    "<<<<<<< HEAD\nn: 1\n=======\nn: 2\n>>>>>>> b\nm: 3\n": "n: 1\nm: 3\n",
    "a: b: c\r\nd: e: f\r\n": 'a: "b: c"\r\nd: "e: f"\r\n',
}


@pytest.mark.parametrize("block", SLIPS, ids=range(len(SLIPS)))
@pytest.mark.parametrize("dialect", Dialect)
def test_the_first_proposal_is_what_the_author_meant(block: str, dialect: Dialect) -> None:
    found = proposals(_post(f"---\n{block}---\nBody: a: b\n", dialect))
    assert found[0].text == f"---\n{SLIPS[block]}---\nBody: a: b\n"


def test_a_fault_is_told_with_its_line_and_what_is_done() -> None:
    (found,) = proposals(_post("---\nn: 1\ntitle: Copper: a high\n---\n"))
    assert found.line == 3
    assert found.what == "The value of “title” holds a colon followed by a space."
    assert found.label == "Put the value of “title” in quotes"


def test_edits_are_no_larger_than_the_fault() -> None:
    post = _post("---\nn: 1\ntitle: Copper: a high\n---\nBody\n")
    (found,) = proposals(post)
    assert apply(post.text, found.edits) == found.text
    changed = post.text[found.edits[0].span.start : found.edits[-1].span.end]
    assert changed == "Copper: a high"


def test_what_reads_has_no_proposals() -> None:
    assert proposals(_post("---\ntitle: T\n---\n")) == ()


def test_both_versions_of_a_conflict_can_be_had() -> None:
    post = _post("---\n<<<<<<< HEAD\nn: 1\n=======\nn: 2\n>>>>>>> b\n---\n")
    assert [_post(each.text).data["n"] for each in proposals(post)[:2]] == [1, 2]


def test_front_matter_without_its_closing_line_is_closed() -> None:
    (found,) = proposals(_post("---\ntitle: T\nn: 1\n\nBody: here.\n"))
    assert found.text == "---\ntitle: T\nn: 1\n---\n\nBody: here.\n"


def test_a_second_byte_order_mark_is_taken_away() -> None:
    (found,) = proposals(_post("\ufeff\ufeff---\ntitle: T\n---\nBody\n"))
    assert found.text == "---\ntitle: T\n---\nBody\n"


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ('+++\ntitle: "T"\n+++\n', '+++\ntitle = "T"\n+++\n'),
        ("+++\ntitle = Two words\n+++\n", '+++\ntitle = "Two words"\n+++\n'),
        ("+++\ntitle = “T”\n+++\n", '+++\ntitle = "T"\n+++\n'),
        ('+++\nt = "a"\nt = "b"\n+++\n', '+++\nt = "a"\n# t = "b"\n+++\n'),
        ('{\n"a": 1,\n"b": 2,\n}\n', '{\n"a": 1,\n"b": 2\n}\n'),
        ('{\n"a": 1\n"b": 2\n}\n', '{\n"a": 1,\n"b": 2\n}\n'),
    ],
)
def test_toml_and_json_are_mended_too(broken: str, mended: str) -> None:
    assert proposals(_post(broken))[0].text == mended


PIECES = st.lists(
    st.sampled_from(
        [*SLIPS, "x: 1\n", "\t", "- ", "[", '"', "'", ": ", "{{ a }}", "k: |\n  a: b: c\n", "é\r\n"]
    ),
    max_size=6,
)


@given(PIECES)
def test_every_proposal_reads_and_leaves_the_rest_alone(pieces: list[str]) -> None:
    body = "Body: “a”\n\tand: more\n"
    post = _post("---\nfirst: kept\n" + "".join(pieces) + f"\n---\n{body}")
    for each in proposals(post):
        mended = _post(each.text)
        assert mended.problem is None
        assert mended.data.get("first") is not None
        assert mended.body == post.body
        assert apply(post.text, each.edits) == each.text


@pytest.mark.parametrize(
    "block",
    [
        "a: b: c\n" * 4000,
        '"' * 30000,
        "a" + " " * 38000 + "b\n- :",
        "[" * 5000,
        "-" * 38000 + "x: @",
    ],
)
def test_hostile_blocks_are_given_up_within_bounds(block: str) -> None:
    assert len(proposals(_post(f"---\n{block}\n---\n"))) <= 4


def _post(text: str, dialect: Dialect = Dialect.YAML_1_1) -> Post:
    return Post.from_bytes(text.encode(), dialect=dialect)
