"""The body as rules see it: passages, links and sentences, each at its place in the file."""

from __future__ import annotations

import pytest

from reviewer.checks.body.passages import CELL, HEADING, ITEM, PARAGRAPH, QUOTE
from tests.support.corpora import corpora
from tests.support.rules import subject_of

HEAD = "---\ntitle: A\n---\n\n"


def test_passages_are_without_signs_of_lists_and_quotations() -> None:
    subject = subject_of(f"{HEAD}# Top\n\nOne\ntwo.\n\n- a\n  b\n\n> said\n> so\n")
    assert [(each.kind, each.text) for each in subject.body.passages] == [
        (HEADING, "Top"),
        (PARAGRAPH, "One\ntwo."),
        (ITEM, "a\nb"),
        (QUOTE, "said\nso"),
    ]


def test_words_of_a_quotation_are_found_in_the_file() -> None:
    subject = subject_of(f"{HEAD}> said\n>   so\n")
    (passage,) = subject.body.passages
    at = passage.text.index("so")
    assert subject.quoted(passage.span(at, at + 2)) == "so"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_counted(end: str) -> None:
    subject = subject_of(f"{HEAD}One\n\nTwo\n\nThree [x](y)\n".replace("\n", end))
    assert [subject.quoted(each.whole) for each in subject.body.passages][-1] == "Three [x](y)"
    assert subject.quoted(subject.body.links[0].at) == "y"


def test_code_holds_no_passages() -> None:
    subject = subject_of(f"{HEAD}```sh\nnot prose\n```\n\n    nor this\n\n<div>\nhtml\n</div>\n")
    assert subject.body.passages == ()
    assert [(each.kind, each.language) for each in subject.body.verbatim] == [
        ("code", "sh"),
        ("code", ""),
        ("html", ""),
    ]


def test_cells_are_passages_even_with_escaped_bars() -> None:
    subject = subject_of(f"{HEAD}| a | b |\n|---|---|\n| x \\| y | [l](t) |\n")
    cells = [each for each in subject.body.passages if each.kind == CELL]
    assert [each.text for each in cells] == ["a", "b", "x | y", "[l](t)"]
    assert subject.quoted(subject.body.links[0].at) == "t"


@pytest.mark.parametrize(
    ("text", "target", "image"),
    [
        ("[a](b)", "b", False),
        ("[a](<b c> 'title')", "b c", False),
        ("[a](b(c)d)", "b(c)d", False),
        ("![a](b.png)", "b.png", True),
        ("<https://a.org/b>", "https://a.org/b", False),
        ("see https://a.org/b.", "https://a.org/b", False),
        ("(https://a.org/b)", "https://a.org/b", False),
        ('<a href="b">a</a>', "b", False),
        ("<img alt=x src='b.png'>", "b.png", True),
        ("[a][r]\n\n[r]: b", "b", False),
        ("[r]\n\n[R]: <b>", "b", False),
    ],
)
def test_links_are_found_with_the_place_of_their_address(
    text: str, target: str, image: bool
) -> None:
    subject = subject_of(f"{HEAD}{text}\n")
    (link,) = subject.body.links
    assert (link.target, link.is_image) == (target, image)
    assert subject.quoted(link.at) == target


@pytest.mark.parametrize("text", ["`[a](b)`", "[a]", "[a] (b)", "\\[a\\](b)", "<!-- [a](b) -->"])
def test_what_is_no_link_is_left_alone(text: str) -> None:
    assert subject_of(f"{HEAD}{text}\n").body.links == ()


def test_image_in_a_link_is_found_with_the_link() -> None:
    links = subject_of(f"{HEAD}[![a](b.png)](c)\n").body.links
    assert [(each.target, each.is_image) for each in links] == [("c", False), ("b.png", True)]


def test_sentences_end_at_stops_and_not_at_short_forms() -> None:
    subject = subject_of(f"{HEAD}Dr. Jones came. “He left!” Why?\nNobody, e.g. Tom, knows.\n")
    assert [each.text for each in subject.body.sentences] == [
        "Dr. Jones came.",
        "“He left!”",
        "Why?",
        "Nobody, e.g. Tom, knows.",
    ]


def test_words_are_without_code_and_addresses_and_keep_their_places() -> None:
    subject = subject_of(f"{HEAD}Run `x y` at https://a.org/b {{{{ page.url }}}} now\n")
    (passage,) = subject.body.passages
    assert passage.words.split() == ["Run", "at", "now"]
    assert len(passage.words) == len(passage.text)


def test_places_hold_in_real_posts() -> None:
    folder = corpora()
    if folder is None:
        pytest.skip("the large test data (shared/corpora) is not on this machine")
    files = sorted((folder / "dev" / "sites").rglob("*.md"))[::7]
    for file in files:
        subject = subject_of(file.read_bytes().decode("utf-8", "replace"))
        assert [each for each in subject.body.links if subject.quoted(each.at) != each.target] == []
