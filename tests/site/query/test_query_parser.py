"""From the text of a query to what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.site.query.parser import LONGEST, MOST, parse
from reviewer.site.query.problem import QueryError
from reviewer.site.query.terms import (
    EVERY_POST,
    All,
    Any,
    Compared,
    Date,
    IsSet,
    Not,
    Number,
    Phrase,
    State,
    Text,
    Value,
    Word,
    conditions,
)

CATEGORY = ("category", "categories", "taxonomies.categories")
TAGS = ("tag", "tags", "taxonomies.tags")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", EVERY_POST),
        ("  ", EVERY_POST),
        ("tax", Word("tax")),
        ("tax law", All((Word("tax"), Word("law")))),
        ("-tax", Not(Word("tax"))),
        ("--tax", Word("tax")),
        ("-", Word("-")),
        ("c++", Word("c++")),
        ("a)", Word("a)")),
        ("f(x)", Word("f(x)")),
        ("https://a.org/b", Word("https://a.org/b")),
        ("_posts/2026-01", Word("_posts/2026-01")),
        ('"tax law"', Phrase("tax law")),
        ("text:tax", Phrase("tax", open_end=True)),
        ("text=tax", Phrase("tax")),
        ("title:Tax", Text("title", "Tax")),
        ("PATH=a.md", Text("path", "a.md", exact=True)),
        ("folder!=a", Not(Text("folder", "a", exact=True))),
        ("problems>0", Number("problems", ">", 0)),
        ("problems:", Number("problems", ">", 0)),
        ("hints:2", Number("hints", "=", 2)),
        ("date>=2026-01", Date(">=", "2026-01")),
        ("date:2026-01-31T10:30", Date("=", "2026-01-31 10:30")),
        ("year!=2026", Not(Date("=", "2026"))),
        ("-date:", Not(Date(">=", "0"))),
        ("state:Draft", State("draft")),
        ("draft:no", Not(State("draft"))),
        ("changed:", State("changed")),
        ("category:News", Value(CATEGORY, "News")),
        ("tags:a", Value(TAGS, "a")),
        (".tags:a", Value(("tags",), "a")),
        (".year=1999", Value(("year",), "1999", exact=True, number=1999)),
        ('author:"Ada L"', Value(("author",), "Ada L")),
        ('"Meta Title":x', Value(("meta title",), "x")),
        ("SEO.Title:", IsSet(("seo.title",))),
        ('summary=""', Value(("summary",), "", exact=True)),
        ("author:a:b", Value(("author",), "a:b")),
        ("score<0.5", Compared(("score",), "<", 0.5)),
        ("updated>=2026", Compared(("updated",), ">=", 2026, "2026")),
        ("updated<2026-02", Compared(("updated",), "<", None, "2026-02")),
        ("a OR b", Any((Word("a"), Word("b")))),
        ("a or b", All((Word("a"), Word("or"), Word("b")))),
        ("a b OR c", Any((All((Word("a"), Word("b"))), Word("c")))),
        ("a (b OR c)", All((Word("a"), Any((Word("b"), Word("c")))))),
        ("-(a b)", Not(All((Word("a"), Word("b"))))),
        ("(tag:f(x))", Value(TAGS, "f(x)")),
    ],
)
def test_query_says(query: str, said: object) -> None:
    assert parse(query) == said


@pytest.mark.parametrize(
    ("query", "message", "marked"),
    [
        ('a "b c', "There is no closing quote.", '"b c'),
        ("date>=soon", "“date” needs a date such as 2026-01.", "soon"),
        ("date:2026-13", "“date” needs a date such as 2026-01.", "2026-13"),
        ("year:2026-01", "“year” needs a year of four digits.", "2026-01"),
        ("problems>many", "“problems” needs a number.", "many"),
        ("problems>", "“>” needs a value. Write it right behind, as in problems>0.", "problems>"),
        ("date>= 2026", "as in date>=2026-01.", "date>="),
        ("state:lost", "“state” needs one of these words: draft, published", "lost"),
        ("draft:maybe", "“draft” needs yes or no.", "maybe"),
        ("score>high", "“high” is neither", "high"),
        ("title>b", "cannot be compared", "b"),
        ("text:", "needs words", "text:"),
        ('"..."', "There is no word in it.", '"..."'),
        ("(a b", "This bracket is not closed.", "("),
        ("a )", "No bracket is open here.", ")"),
        ("OR a", "“OR” needs something on both sides.", "OR"),
        ("a OR", "“OR” needs something on both sides.", "OR"),
        ("(a -OR b)", "“-” leaves out what follows it.", "-"),
    ],
)
def test_a_problem_is_told_with_its_place(query: str, message: str, marked: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(query)
    problem = raised.value.problem
    assert message in problem.message
    assert query[problem.start : problem.end] == marked


def test_brackets_end_somewhere() -> None:
    with pytest.raises(QueryError, match="too many brackets"):
        parse("(" * 5000)


def test_no_more_words_are_searched_for_than_can_be_at_each_key() -> None:
    query = " OR ".join(["tea"] * (MOST + 1))
    assert parse(query.removesuffix(" OR tea"))
    with pytest.raises(QueryError, match="too many words") as raised:
        parse(query)
    assert raised.value.start == query.rindex("tea")


def test_a_query_that_is_too_long_is_explained() -> None:
    assert parse("a" * LONGEST)
    with pytest.raises(QueryError, match="too long"):
        parse("a" * (LONGEST + 1))


@given(st.text(alphabet='ab"()-:=<>!. OR2026datestextproblems', max_size=40))
def test_every_text_is_a_query_or_has_a_problem_within_it(query: str) -> None:
    try:
        parse(query)
    except QueryError as error:
        problem = error.problem
        assert 0 <= problem.start <= problem.end <= len(query)
        assert problem.message


def test_conditions_are_told_from_left_to_right() -> None:
    assert conditions(parse("a -(b OR c) d")) == (Word("a"), Word("b"), Word("c"), Word("d"))
