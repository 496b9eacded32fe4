"""All findings of a post, in the order in which an editor mends them."""

from __future__ import annotations

import pytest

from reviewer.checks.engine import check, check_entry
from reviewer.document.dialect import Dialect
from reviewer.document.post import Post
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field
from reviewer.schema.finding import Severity
from reviewer.site.engines.engine import Engine
from reviewer.site.entries import Entry, entry_of
from tests.support.sites import post

TYPE = ContentType(
    "post",
    (
        Field("title", "Title", required=Severity.WARNING, filled=Severity.WARNING, count=50),
        Field("score", "Score", "int", minimum=1, maximum=10, count=50),
        Field("url", "URL", "url", count=50),
    ),
    count=50,
    front_matter=True,
)


def read(text: str, dialect: Dialect = Dialect.YAML_1_1) -> Post:
    return Post.from_bytes(text.encode(), dialect=dialect)


def test_errors_come_first_then_the_order_of_the_file() -> None:
    found = check(read(post("score: 42\nurl: TODO\ntitle:\n")), TYPE)
    assert [(each.source, each.line) for each in found] == [
        ("bad-url", 3),
        ("out-of-range", 2),
        ("empty-field", 4),
    ]


def test_broken_front_matter_is_the_only_finding() -> None:
    (finding,) = check(read(post("title: a: b\nscore: 42")), TYPE)
    assert (finding.source, finding.severity, finding.line) == (
        "broken-front-matter",
        Severity.ERROR,
        2,
    )


def test_key_written_twice_is_told_at_its_line() -> None:
    (finding,) = check(read(post("title: A\nscore: 1\ntitle: B")), TYPE)
    assert (finding.source, finding.path, finding.line) == ("duplicate-key", ("title",), 4)


def test_impossible_date_is_told_once_and_with_a_fix() -> None:
    dated = ContentType("post", (Field("date", "Date", "date", count=50),))
    (finding,) = check(read(post("date: 2026-02-31")), dated)
    assert (finding.source, len(finding.fixes)) == ("bad-date", 1)


def test_file_without_front_matter_where_others_have_it() -> None:
    (finding,) = check(read("# Notes\n"), TYPE)
    assert finding.source == "no-front-matter"
    assert finding.message == "No front matter: 50 posts like this one have it."


def test_file_without_front_matter_where_that_is_usual() -> None:
    assert check(read("# Notes\n"), ContentType("page")) == ()
    assert check(read("# Notes\n"), None) == ()


def test_template_is_not_judged() -> None:
    assert check(read("---\ntitle: {{ name }}\n---\n"), TYPE) == ()


def test_every_fix_leaves_its_finding_behind() -> None:
    broken = read(post('title: A\nscore: "8"\nurl: htps:/a.example/b'))
    for finding in check(broken, TYPE):
        mended = broken
        for operation in finding.fixes[0].operations:
            mended = mended.apply(operation)
        sources = [each.source for each in check(mended, TYPE) if each.path == finding.path]
        assert finding.source not in sources


@pytest.mark.parametrize(
    "text",
    [
        post("score: 42\nurl: TODO\ntitle:\n"),
        post("title: A\nscore: 1\ntitle: B"),
        post("title: a: b"),
        post("title: 007\nscore: '8'"),
        post("title: 2026-02-01 10:00:00\nurl: &u 010\nscore: *u"),
        post("title: yes").replace("\n", "\r\n"),
        "+++\ntitle = 7\nscore = 1.5\n+++\n",
        '{\n"title": 7,\n"url": "TODO"\n}\nText\n',
        "# Notes\n",
        "Text\n---\ntitle: A\n---\n",
        "---\ntitle: A\n",
        "---\n---\n",
        "---\n- a\n---\n",
        "---\nwords\n---\n",
        "---\ntitle: {{ name }}\n---\n",
        "---js\n{title: 1}\n---\n",
        "",
    ],
)
@pytest.mark.parametrize("dialect", Dialect)
def test_row_of_the_list_has_the_same_findings(text: str, dialect: Dialect) -> None:
    opened = read(text, dialect)
    entry = entry_of("a.md", opened, Engine("plain", "Markdown"))
    assert check_entry(entry, TYPE, dialect) == check(opened, TYPE)


def test_front_matter_without_fields_is_an_error() -> None:
    (finding,) = check(read("---\n- a\n---\n"), TYPE)
    assert (finding.severity, finding.line) == (Severity.ERROR, 1)
    assert finding.message == "The front matter is a list, not fields and their values."


def test_file_that_could_not_be_read() -> None:
    (finding,) = check_entry(
        Entry("a.md", problem="The file cannot be read."), TYPE, Dialect.YAML_1_1
    )
    assert (finding.source, finding.severity) == ("unreadable-file", Severity.ERROR)


def test_unknown_type_has_only_what_the_text_tells() -> None:
    assert check(read(post("score: 42")), None) == ()
    entry = Entry("a.md", data={"score": 42}, format="yaml")
    assert check_entry(entry, None, Dialect.YAML_1_1) == ()
